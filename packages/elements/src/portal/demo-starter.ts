import type { Portal } from './portal.ts';

/** What starts a demo world; the assembled kit registers one under this key. */
export type DemoStarter = (options: { readonly provider: HTMLElement }) => Promise<Portal>;

/** Global key of the demo starter; `Symbol.for`, so that any build's provider finds it. */
export const demoStarterKey = Symbol.for('portico.demo-starter');
