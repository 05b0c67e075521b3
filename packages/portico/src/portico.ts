import './page-check.ts';
import { createPortal, defineElements, demoStarterKey, type DemoStarter } from '@portico/elements';
import { createDemoBackend } from './demo-world.ts';

export { createDexieBackend, type DexieBackend, type DexieBackendOptions } from '@portico/adapter-dexie';
export { createPortal, defineElements, type Appearance, type Portal, type PortalOptions, type PortalSettings } from '@portico/elements';
export { fhirReader } from './fhir-reader.ts';
export { createDemoBackend, type DemoWorldOptions } from './demo-world.ts';

const startDemo: DemoStarter = async () => {
  const backend = createDemoBackend();
  await backend.ready;
  const portal = createPortal({ backend });
  // A page that embeds one element has no sign-in: its demo begins with a clerk at the desk.
  const clerk = backend.demo?.accounts.find((account) => account.role === 'clerk');
  if (clerk && portal.session().subject === null) await portal.signIn?.(clerk);
  return portal;
};

// First the starter: a provider that is in the page already asks for it while it is being defined.
(globalThis as unknown as Record<symbol, DemoStarter>)[demoStarterKey] ??= startDemo;
// `portico.js?prefix=acme-` gives other names without a line of script: for the second build of a page.
defineElements({ prefix: new URL(import.meta.url).searchParams.get('prefix') ?? '' });
