import {
  createBackOffice,
  createDemoMailbox,
  createMemoryStore,
  indexes,
  seed,
  type BackOffice,
  type BackOfficeOptions,
  type BackOfficeStore,
  type Hasher,
  type Seed,
  type SessionKeeper,
} from '@portico/backend';
import type { Clock, Ids, Instant } from '@portico/core/kernel';
import { createPolicyBook, defaultPack, nextcarePack } from '@portico/core/policy';
import type { Backend } from '@portico/core/portal';
import { checkPolicyKey } from '@portico/core/schemas';
import type { ContractFactory } from './contract.ts';

/** A clock that stands until it is moved; nothing waits by it. */
export interface TestClock extends Clock {
  advance(milliseconds: number): void;
}

/** A clock for tests, beginning on a Saturday morning. */
export function createTestClock(start: Instant = Date.UTC(2026, 10, 21, 9)): TestClock {
  let now = start;
  return {
    now: () => now,
    after: async () => undefined,
    advance: (milliseconds) => {
      now += milliseconds;
    },
  };
}

/** Ids in a row, shuffled as text so that no test leans on their order. */
export function createTestIds(): Ids {
  let n = 0;
  const next = (): string => `${(((n += 1) * 7_919) % 65_521).toString(16).padStart(4, '0')}-${n}`;
  return { uuid: () => `id-${next()}`, secret: () => `secret-${next()}` };
}

/** A hasher that is quick and worth nothing, and counts what it verifies. */
export function createTestHasher(): Hasher & { readonly verified: string[] } {
  const verified: string[] = [];
  return {
    verified,
    hash: async (password) => `hash of ${password}`,
    verify: async (password, stored) => {
      verified.push(stored);
      // A real one takes its time, and others run meanwhile.
      for (let turn = 0; turn < 3; turn += 1) await Promise.resolve();
      return stored === `hash of ${password}`;
    },
    digest: async (text) => `digest of ${text}`,
    sha256: async (bytes) => sumOf(bytes).toString(16).padStart(64, '0'),
  };
}

/** Tells the files of a test apart, and is no more a hash than that. */
const sumOf = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => (Math.imul(sum, 31) + byte) >>> 0, bytes.length);

/** A keeper for one page. */
export function createMemoryKeeper(): SessionKeeper {
  let token: string | null = null;
  return {
    get: () => token,
    set: (next) => {
      token = next;
    },
  };
}

/** A back office in memory with all that a test may want to look at or move. */
export interface MemoryWorld {
  readonly office: BackOffice;
  readonly store: BackOfficeStore;
  readonly policies: BackOfficeOptions['policies'];
  readonly clock: TestClock;
  readonly ids: Ids;
  readonly hasher: ReturnType<typeof createTestHasher>;
  readonly mailbox: ReturnType<typeof createDemoMailbox>;
  /** A new page with a session keeper of its own. */
  connect(keeper?: SessionKeeper): Backend;
}

/** Makes a back office for tests: payer y has the pack `nextcare`, all else the defaults. */
export async function createMemoryWorld(seeds: readonly Seed[], changes: Partial<BackOfficeOptions> = {}): Promise<MemoryWorld> {
  const store = changes.store ?? createMemoryStore(indexes);
  const [clock, ids, hasher, mailbox] = [createTestClock(), createTestIds(), createTestHasher(), createDemoMailbox(store)];
  const policies = changes.policies ?? {
    book: createPolicyBook([defaultPack, nextcarePack], checkPolicyKey),
    payers: { 'payer:y': 'nextcare' },
  };
  const office = createBackOffice({
    ...{ store, clock, ids, hasher, policies, mailer: mailbox },
    recoveryUrl: 'https://portal.example/recover',
    registersInto: 'organisation:1',
    enforcement: 'server',
    ...changes,
  });
  for (const one of seeds) await seed(one, { store, hasher, clock, ids, policies });
  return { office, store, policies, clock, ids, hasher, mailbox, connect: (keeper = createMemoryKeeper()) => office.connect(keeper) };
}

/** The reference backend in memory, with a pack for the portal itself. */
const memoryFactoryOf = (portal: 'default' | 'nextcare', lacks: ContractFactory['lacks']): ContractFactory => ({
  name: `memory, ${portal}`,
  lacks: lacks ?? [],
  async create(seeds) {
    const book = createPolicyBook([defaultPack, nextcarePack], checkPolicyKey);
    const world = await createMemoryWorld(seeds, { policies: { book, portal, payers: { 'payer:y': 'nextcare' } } });
    const keepers = new Map<Backend, SessionKeeper>();
    const connect = async (keeper = createMemoryKeeper()): Promise<Backend> => {
      const backend = world.connect(keeper);
      keepers.set(backend, keeper);
      return backend;
    };
    return {
      connect: () => connect(),
      reload: (backend) => connect(keepers.get(backend)),
      clock: world.clock,
      commandId: () => world.ids.uuid(),
      async mails() {
        await world.office.mailsSent();
        return world.mailbox.mails();
      },
      dispose: async () => world.office.close(),
    };
  },
});

/** What a backend under the default pack has not: there is no secret question there. */
export const withoutQuestions = ['access.recoveryQuestion', 'access.recoverWithAnswer', 'access.setSecretQuestion'] as const;
/** What a backend under the pack `nextcare` has not: there are no recovery codes. */
export const withoutCodes = ['access.recoverWithCode', 'access.issueRecoveryCode'] as const;

/** The reference backend in memory, for the contract. */
export const memoryFactory = memoryFactoryOf('default', withoutQuestions);

/** The same under the pack with a secret question. */
export const questioningFactory = memoryFactoryOf('nextcare', withoutCodes);
