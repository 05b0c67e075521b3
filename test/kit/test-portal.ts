import { createBackOffice, createDemoMailbox, createMemoryStore, indexes, seed, type Hasher, type SessionKeeper } from '@portico/backend';
import { dateIn, type Role } from '@portico/core/kernel';
import { createPolicyBook, defaultPack, nextcarePack } from '@portico/core/policy';
import type { Backend, Capabilities, DemoMail } from '@portico/core/portal';
import { checkPolicyKey } from '@portico/core/schemas';
import { accounts, contacts, payers, rememberingLast, worldCases, worldCoverages, worldDirectory } from '@portico/testing/world';
// Not by the package's index: that would load every element into every test.
import { createPortal, type PortalOptions } from '../../packages/elements/src/portal/create-portal.ts';
import type { Portal } from '../../packages/elements/src/portal/portal.ts';
import { countedIds, settled, simulatedClock, type SimulatedClock } from './simulated-clock.ts';

/** What one page of it may be told. */
export type PageOptions = Omit<PortalOptions, 'backend' | 'clock' | 'ids' | 'random'>;

/** What a test or a story wants its portal to be. */
export interface TestPortalOptions extends PageOptions {
  /** Somebody of the demo world in that role; left out: nobody is signed in. */
  readonly signedIn?: Role;
  /** Cases in the world. @default 0 */
  readonly claims?: number;
  /** Faults, missing ports, other capabilities: what the portal gets instead of the reference backend. */
  readonly through?: (backend: Backend) => Backend;
  /** `rehearsal` is the embedded default; with it the backend has the demo world's controls. @default 'server' */
  readonly enforcement?: Capabilities['enforcement'];
  /** Policy of the portal itself. @default 'default' */
  readonly pack?: 'default' | 'nextcare';
}

/** A portal over a whole back office in memory. */
export interface TestPortal {
  readonly portal: Portal;
  /** Stands still; `pass` lets time go by, for the back office too. */
  readonly clock: SimulatedClock;
  /** Mail that was sent so far, the newest first. */
  mails(): Promise<readonly DemoMail[]>;
  /** A second page of the same person or of nobody, on the same back office. */
  open(options?: PageOptions): Portal;
  close(): void;
}

/** Quick and worth nothing: a real one takes its time by intent. */
const quickHasher: Hasher = {
  hash: async (password) => `hash of ${password}`,
  verify: async (password, stored) => stored === `hash of ${password}`,
  digest: async (text) => `digest of ${text}`,
  sha256: async (bytes) =>
    Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)), (byte) =>
      byte.toString(16).padStart(2, '0'),
    ).join(''),
};

const keeperOf = (): SessionKeeper => {
  let token: string | null = null;
  return { get: () => token, set: (next) => void (token = next) };
};

/** Name and password of the demo world's person in a role. */
export function accountOf(role: Role): { readonly name: string; readonly password: string } {
  return accounts.find(({ subject }) => subject.roles.includes(role))!;
}

/** Makes a portal over the demo world: memory store, a clock that stands still on 21 November 2026, a hasher that costs nothing. */
export async function createTestPortal(options: TestPortalOptions = {}): Promise<TestPortal> {
  const { signedIn, claims = 0, through = (backend) => backend, enforcement = 'server', pack = 'default', ...page } = options;
  const clock = simulatedClock();
  const ids = countedIds();
  const store = createMemoryStore(indexes);
  const mailbox = createDemoMailbox(store);
  const policies = {
    book: createPolicyBook([defaultPack, nextcarePack], checkPolicyKey),
    portal: pack,
    payers: Object.fromEntries(payers.map(({ id, packId }) => [id, packId])),
  };
  const office = createBackOffice({
    ...{ store, clock, ids, hasher: quickHasher, mailer: mailbox, enforcement, policies },
    recoveryUrl: 'https://portal.example/recover',
    registersInto: 'org:demo',
  });
  const today = dateIn('UTC', clock.now());
  const { cases, last } = rememberingLast(worldCases({ seed: 7, count: claims, today }));
  const world = {
    organisationId: 'org:demo',
    accounts,
    contacts,
    payers,
    cases,
    coverages: worldCoverages(today, last),
    directory: worldDirectory(),
  };
  await seed(world, { store, hasher: quickHasher, clock, ids, policies });

  const mails = async (): Promise<readonly DemoMail[]> => {
    await office.mailsSent();
    return mailbox.mails();
  };
  const demo: Backend['demo'] = {
    mails,
    advance: (milliseconds) => void clock.pass(milliseconds),
    destroy: async () => undefined,
    accounts: accounts.map(({ name, password, subject }) => ({ name, password, role: subject.roles[0]! })),
  };
  const opened: Portal[] = [];
  const open = (settings: PageOptions = {}): Portal => {
    const reference = office.connect(keeperOf());
    const backend = through(enforcement === 'rehearsal' ? { ...reference, demo } : reference);
    const portal = createPortal({ backend, clock, ids, random: () => 0.5, ...settings });
    opened.push(portal);
    return portal;
  };

  const portal = open(page);
  // The page has asked for the session it may still have.
  await settled();
  if (signedIn) await portal.signIn?.(accountOf(signedIn));
  return {
    ...{ portal, clock, mails, open },
    close: () => {
      opened.forEach((one) => one.close());
      office.close();
    },
  };
}
