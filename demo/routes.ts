import type { Portal } from 'portico';
import { byId } from './dom.ts';

type Shell = HTMLElement & { page: string };
type Detail = HTMLElement & { claimId: string };
type OfCase = HTMLElement & { caseId: string };
type Recovery = HTMLElement & { secret: string | undefined; method: string | undefined };

/** What a recovery mail appends to the page's address. */
const recoveryLink = /^#([0-9a-f]{64})$/;

/** What an address says; one that was cut in the middle of a sign is taken as it is, and finds no case. */
function readable(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Pages of the menu beside the claims. */
const pages = ['eligibility', 'modifications', 'contacts', 'accounts', 'account'];

/** The page's own routes: `#claims`, `#claim/<id>`, `#contacts`, and a recovery link, whose secret leaves the address at once. */
export function followRoutes(portal: Portal): { readonly recover: (secret: string) => void } {
  const shell = byId<Shell>('shell');
  const show = (id: string, isShown: boolean): void => {
    byId(id).hidden = !isShown;
  };
  const open = (id: string): void => {
    byId<Detail>('detail').claimId = id;
    for (const name of ['notes', 'documents']) byId<OfCase>(name).caseId = id;
  };
  /** One of the ways in is shown, and has the focus. */
  const door = (way: 'sign-in' | 'recovery' | 'registration'): void => {
    for (const id of ['sign-in', 'recovery', 'registration']) show(id, id === way);
    show('register-offer', way === 'sign-in' && portal.backend.capabilities.access?.registration === true);
    byId(way).focus();
  };
  const recover = (secret: string | undefined, method?: string): void => {
    Object.assign(byId<Recovery>('recovery'), { secret, method });
    door('recovery');
  };
  const signIn = (): void => {
    byId<Recovery>('recovery').secret = undefined;
    door('sign-in');
  };
  const go = (): void => {
    const secret = recoveryLink.exec(location.hash)?.[1];
    if (secret) {
      history.replaceState(null, '', location.pathname + location.search);
      void (portal.subject() ? portal.logout() : Promise.resolve()).then(() => recover(secret));
      return;
    }
    const [page, id] = location.hash.slice(1).split('/');
    const isClaim = page === 'claim' && id !== undefined;
    const wasClaim = !byId('claim-page').hidden;
    if (isClaim) open(readable(id));
    shell.page = pages.find((one) => one === page) ?? 'claims';
    show('claims-page', !isClaim);
    show('claim-page', isClaim);
    // Back from a claim: the same row has the focus again.
    if (isClaim) byId('detail').focus();
    else if (wasClaim) byId('main').focus();
  };

  shell.addEventListener('page-opened', (event) => {
    location.hash = (event as CustomEvent<{ page: string }>).detail.page;
  });
  byId('sign-in').addEventListener('recovery-chosen', (event) =>
    recover(undefined, (event as CustomEvent<{ method: string }>).detail.method),
  );
  for (const id of ['recovery', 'registration']) byId(id).addEventListener('sign-in-chosen', signIn);
  byId('register').addEventListener('click', () => door('registration'));
  show('register-offer', portal.backend.capabilities.access?.registration === true);
  byId('claim-page').addEventListener('keydown', (event) => {
    if (event.key === 'Escape') location.hash = 'claims';
  });
  addEventListener('hashchange', go);
  // Who signs out leaves no case in the address; who is signed out by time comes back to where the work was.
  portal.onSession(({ reason }) => {
    if (reason !== 'signed-out') return;
    history.replaceState(null, '', location.pathname + location.search);
    open('');
    go();
  });
  go();
  return { recover };
}
