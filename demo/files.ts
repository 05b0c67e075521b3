import { createDexieBackend, createPortal, fhirReader, type Portal, type PortalSettings } from 'portico';
import { byId } from './dom.ts';

type Provider = HTMLElement & { portal: Portal; readonly updateComplete: Promise<boolean> };
type Intake = HTMLElement & { reader: typeof fhirReader; proceed(): void };

/**
 * Opening FHIR files: the page asks once what is in them. Test data goes into the demo world; data about real people gets a portal of its
 * own, in memory, that is gone on reload or sign-out. Returns the portals that follow the page's settings.
 */
export function followFiles(demo: Portal, settings: () => PortalSettings): () => readonly Portal[] {
  const intake = byId<Intake>('intake');
  const dialog = byId<HTMLDialogElement>('kind-of-data');
  const provider = byId<Provider>('provider');
  let kind: 'test' | 'real' | null = null;
  let real: Portal | null = null;

  const openReal = async (): Promise<boolean> => {
    const subject = demo.subject();
    if (!subject) return false;
    const backend = createDexieBackend({ storage: 'memory', people: 'real', signedIn: subject });
    await backend.ready;
    const portal = createPortal({ backend, ...settings() });
    await new Promise<void>((resolve) => portal.onSession(({ state }) => state !== 'restoring' && resolve()));
    real = portal;
    provider.portal = portal;
    // The files go to the portal that the elements have by then.
    await provider.updateComplete;
    byId('real-ribbon').hidden = false;
    portal.onSession(({ state }) => {
      if (state !== 'ended' || real !== portal) return;
      // What was only in memory is gone with the session; the demo world asks who is there now.
      real = null;
      byId('real-ribbon').hidden = true;
      void demo.logout().then(() => {
        provider.portal = demo;
        portal.close();
      });
    });
    return true;
  };
  const answer = async (value: string): Promise<void> => {
    if (value !== 'test' && value !== 'real') return;
    // Without a place of their own such files are not opened at all.
    if (value === 'real' && !(await openReal())) return;
    kind = value;
    intake.proceed();
  };

  intake.reader = fhirReader;
  // Whoever comes next is asked anew.
  demo.onSession(({ state }) => {
    if (state !== 'ended') return;
    kind = null;
    // Signed out elsewhere, as by a recovery in another tab: what is about real people does not stay behind.
    void real?.logout();
  });
  intake.addEventListener('before-files-opened', (event) => {
    if (kind !== null || real !== null) return;
    event.preventDefault();
    dialog.returnValue = '';
    dialog.showModal();
  });
  dialog.addEventListener('close', () => void answer(dialog.returnValue));
  return () => (real ? [demo, real] : [demo]);
}
