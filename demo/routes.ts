import type { Portal } from 'portico';
import { byId } from './dom.ts';

type Shell = HTMLElement & { page: string; readonly updateComplete: Promise<boolean> };
type OfCase = HTMLElement & { caseId: string };
type Recovery = HTMLElement & { secret: string | undefined; method: string | undefined };
type Request = HTMLElement & { payerId: string | undefined; member: unknown };
type Eligibility = HTMLElement & { readonly member: unknown };

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
const pages = ['authorizations', 'request', 'decisions', 'eligibility', 'modifications', 'notices', 'contacts', 'accounts', 'account'];

/** What has an address of its own: the page of the menu it belongs to, the list it is opened from, and what shows it. */
const records = {
  claim: {
    page: 'claims',
    list: 'claims-page',
    from: 'main',
    one: 'claim-page',
    detail: 'detail',
    id: 'claimId',
    beside: ['notes', 'documents'],
  },
  authorization: {
    ...{ page: 'authorizations', list: 'worklist-page', from: 'worklist', one: 'authorization-page' },
    ...{ detail: 'authorization', id: 'authorizationId', beside: ['authorization-notes', 'authorization-documents'] },
  },
} as const;

type Kind = keyof typeof records;

/** The page's own routes: `#claims`, `#claim/<id>`, `#authorization/<id>` …, and a recovery link, whose secret leaves the address at once. */
export function followRoutes(portal: Portal): { readonly recover: (secret: string) => void } {
  const shell = byId<Shell>('shell');
  const show = (id: string, isShown: boolean): void => {
    byId(id).hidden = !isShown;
  };
  const open = (kind: Kind, id: string): void => {
    const { detail, id: property, beside } = records[kind];
    Object.assign(byId(detail), { [property]: id });
    for (const name of beside) byId<OfCase>(name).caseId = id;
    for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-to]'))
      link.href = `#${link.dataset['to']}/${encodeURIComponent(id)}`;
    if (kind === 'claim') void offerAuthorization(id);
  };
  /** A case that is an authorization can be worked on as one. */
  const offerAuthorization = async (id: string): Promise<void> => {
    show('to-authorization', false);
    const found = id === '' ? null : await portal.backend.authorizations?.get(id).catch(() => null);
    if (byId<HTMLElement & { claimId: string }>('detail').claimId === id) show('to-authorization', !!found);
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
    const [page, part] = location.hash.slice(1).split('/');
    const kind = part === undefined ? undefined : (Object.keys(records) as Kind[]).find((one) => one === page);
    const left = (Object.keys(records) as Kind[]).find((one) => !byId(records[one].one).hidden);
    if (kind) open(kind, readable(part!));
    shell.page = kind ? records[kind].page : (pages.find((one) => one === page) ?? 'claims');
    for (const one of Object.keys(records) as Kind[]) {
      show(records[one].list, one !== kind);
      show(records[one].one, one === kind);
    }
    // Back from a record: the same row has the focus again.
    const begin = kind ? records[kind].detail : left && shell.page === records[left].page ? records[left].from : null;
    // Not before the shell shows the page that it stands on.
    if (begin) void shell.updateComplete.then(() => byId(begin).focus());
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
  for (const { one, page } of Object.values(records))
    byId(one).addEventListener('keydown', (event) => {
      const [target] = event.composedPath();
      // Who is typing means the field, not the page.
      const isTyping = target instanceof HTMLElement && target.matches('input, select, textarea');
      if (event.key === 'Escape' && !event.defaultPrevented && !isTyping) location.hash = page;
    });
  const to = (kind: Kind, id: string): void => void (location.hash = `${kind}/${encodeURIComponent(id)}`);
  for (const name of ['worklist', 'information', 'request-form'])
    byId(name).addEventListener('authorization-opened', (event) => to('authorization', (event as CustomEvent<{ id: string }>).detail.id));
  // What a request is decided by stands beside it.
  const beside = (id: string): void => {
    for (const name of ['decision-notes', 'decision-documents']) byId<OfCase>(name).caseId = id;
    show('decision-beside', id !== '');
  };
  byId('decision-desk').addEventListener('authorization-opened', (event) => beside((event as CustomEvent<{ id: string }>).detail.id));
  byId('decision-desk').addEventListener('authorization-closed', () => beside(''));
  byId('notices').addEventListener('notice-opened', (event) => {
    const { topic, recordId } = (event as CustomEvent<{ topic: string; recordId: string }>).detail;
    if (topic === 'authorizations') to('authorization', recordId);
    else if (portal.can('claims.answer-modification').allow) location.hash = 'modifications';
    else to('claim', recordId);
  });
  byId('eligibility').addEventListener('request-chosen', (event) => {
    const { payerId } = (event as CustomEvent<{ payerId: string }>).detail;
    // A copy: who asks again for the same member wants another request.
    const member = byId<Eligibility>('eligibility').member;
    Object.assign(byId<Request>('request-form'), { payerId, member: member && { ...member } });
    location.hash = 'request';
    shell.page = 'request';
    void shell.updateComplete.then(() => byId('request-form').focus());
  });
  addEventListener('hashchange', go);
  // Who signs out leaves no case in the address; who is signed out by time comes back to where the work was.
  portal.onSession(({ reason }) => {
    if (reason !== 'signed-out') return;
    history.replaceState(null, '', location.pathname + location.search);
    for (const kind of Object.keys(records) as Kind[]) open(kind, '');
    beside('');
    go();
  });
  go();
  return { recover };
}
