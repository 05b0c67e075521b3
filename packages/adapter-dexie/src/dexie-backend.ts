import {
  adoptAll,
  createBackOffice,
  createDemoMailbox,
  createMemoryStore,
  indexes,
  seed,
  seedMissing,
  type BackOfficeOptions,
  type Mailer,
  type Seed,
  type SessionKeeper,
} from '@portico/backend';
import type { Clock, Ids, Subject } from '@portico/core/kernel';
import { createPolicyBook, defaultPack, nextcarePack } from '@portico/core/policy';
import type { Backend, DemoControls } from '@portico/core/portal';
import { createDatabase, type StorageEvent } from './dexie-database.ts';
import { createDexieFiles, fileTables } from './dexie-files.ts';
import { createDexieStore } from './dexie-store.ts';
import { upgradeBy } from './dexie-upgrade.ts';
import { createMark, createMovableClock } from './demo-world.ts';
import { createWebCryptoHasher } from './hasher.ts';
import { browserClock, browserIds, createPageKeeper, createTabKeeper, createTabRelay, createTabTurns } from './host.ts';
import { afterReady, untilDone } from './ready.ts';

/** How an embedded backend is set up. */
export interface DexieBackendOptions {
  /** Names the database, the channel between tabs and the session of the tab. @default 'portico' */
  readonly name?: string;
  /** `plain`: in IndexedDB, unencrypted. `memory`: gone with the page. */
  readonly storage: 'memory' | 'plain';
  /** Whom the data is about; `real` people are never kept in plain storage. */
  readonly people: 'synthetic' | 'real';
  /** @default the packs `default` and `nextcare`, the first for all */
  readonly policies?: BackOfficeOptions['policies'];
  /** Fills the store when it is new. */
  readonly seed?: () => Seed | readonly Seed[] | Promise<Seed | readonly Seed[]>;
  /** Called with the number of cases filled in so far. */
  readonly onProgress?: (cases: number) => void;
  /** Starts a demo: a mailbox to look into, a clock to move, accounts to try. */
  readonly demo?: Pick<DemoControls, 'accounts'>;
  /** Opens with this person signed in, for data that only this page holds. Nobody else can sign in there. */
  readonly signedIn?: Omit<Subject, 'organisationId'>;
  /** The organisation whose helpdesk activates people who register (N7, N8). @default nobody can register */
  readonly registersInto?: string;
  /** Sends mails; without one, and without a demo, there is no recovery. */
  readonly mailer?: Mailer;
  /** The page that redeems recovery links. @default this page */
  readonly recoveryUrl?: string;
  /** Rounds of the password hash. @default 600000, and 20000 in a demo */
  readonly passwordRounds?: number;
  /** Hears at the start what this installation departs from by its own choice. @default the console */
  readonly log?: (line: string) => void;
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly sessionKeeper?: SessionKeeper;
  /** Tells that an upgrade waits for older tabs, that it is through, or that a newer tab or a deletion took the database away. */
  readonly onStorage?: (event: StorageEvent) => void;
}

/** How a world is marked that was seeded with all there is to begin with now; lower: it lacks what came since (see `seedMissing`). */
const SEEDED = 3;

/** An embedded backend. Its ports wait until it is ready; `ready` rejects with a PortError of storage, and is tried again by the next call. */
export interface DexieBackend extends Backend {
  readonly ready: Promise<void>;
  /** Another connection, as another page would have it: nobody is signed in there, and its session lives in memory alone. */
  open(): Backend;
  close(): void;
}

/**
 * A whole portal in one browser tab, for demos, tests and training: nothing here is enforced against the browser's own user. Throws for
 * real people in plain storage.
 */
export function createDexieBackend(options: DexieBackendOptions): DexieBackend {
  const { name = 'portico', storage, people, demo, ids = browserIds } = options;
  if (storage === 'plain' && people === 'real') {
    throw new Error(
      "[portico/adapter-dexie] storage 'plain' does not take data about real people: use storage 'memory', or a server, or declare people 'synthetic'.",
    );
  }
  const movable = demo && createMovableClock(options.clock ?? browserClock);
  const clock = movable ?? options.clock ?? browserClock;
  const policies = options.policies ?? { book: createPolicyBook([defaultPack, nextcarePack], () => null) };
  const isKept = storage === 'plain';
  const database = isKept
    ? createDatabase({
        name,
        versions: [{ number: 13, indexes: { ...indexes, ...fileTables }, upgrade: upgradeBy(policies) }],
        timers: browserClock,
        onEvent: options.onStorage,
      })
    : null;
  const store = database ? createDexieStore(database, indexes) : createMemoryStore(indexes);
  const relay = isKept ? createTabRelay(name) : undefined;
  const inTurn = isKept ? createTabTurns(name) : undefined;
  const keeper = options.sessionKeeper ?? (isKept ? createTabKeeper(name) : createPageKeeper());
  const hasher = createWebCryptoHasher({ iterations: options.passwordRounds ?? (demo ? 20_000 : 600_000) });
  const mailbox = createDemoMailbox(store);
  const mailer = options.mailer ?? (demo ? mailbox : undefined);

  const office = createBackOffice({
    ...{ store, clock, ids, hasher, enforcement: 'rehearsal', adoptProviders: true },
    ...(mailer ? { mailer } : {}),
    ...(database ? { files: createDexieFiles(database) } : {}),
    ...(options.registersInto === undefined ? {} : { registersInto: options.registersInto }),
    ...(relay ? { relay } : {}),
    ...(inTurn ? { inTurn } : {}),
    policies,
    log: options.log ?? ((line) => console.info(line)),
    recoveryUrl: options.recoveryUrl ?? (globalThis.location as Location | undefined)?.href.split('#')[0] ?? '',
  });
  const page = office.connect(keeper);
  const clockMark = createMark(store, 'demo/clock-ahead');
  const seededMark = createMark(store, 'demo/seeded');
  const adoptedMark = createMark(store, 'authorizations/adopted');

  const readClock = async (): Promise<void> => movable?.set(await clockMark.read());
  const fill = async (seeds: Seed | readonly Seed[]): Promise<void> => {
    const breathe = async (cases: number): Promise<void> => {
      options.onProgress?.(cases);
      await office.prepareSearch();
      await browserClock.after(0);
    };
    for (const one of Array.isArray(seeds) ? (seeds as readonly Seed[]) : [seeds as Seed])
      await seed(one, { store, hasher, clock, ids, policies, onProgress: breathe });
  };
  const begin = untilDone(async () => {
    await readClock();
    if (options.seed && (await seededMark.read()) === 0) {
      await fill(await options.seed());
      await seededMark.write(SEEDED);
      await adoptedMark.write(1);
    }
    // A world that was made before there were physicians, codes and providers to pick from, and before its payer was at work.
    if (options.seed && (await seededMark.read()) < SEEDED) {
      for (const one of [await options.seed()].flat() as readonly Seed[]) await seedMissing(one, { store, hasher });
      await seededMark.write(SEEDED);
    }
    // A world that was made before authorizations had records of their own.
    if ((await adoptedMark.read()) === 0) {
      await adoptAll({ store, policies });
      await adoptedMark.write(1);
    }
    if (options.signedIn) {
      const account = { name: 'this-page', password: ids.secret(), email: '', subject: options.signedIn };
      await fill({ organisationId: 'this-page', accounts: [account], contacts: [], payers: [], cases: [] });
      await page.access.signIn(account);
    }
    // Nobody waits for it: a search that comes earlier reads the same itself.
    void office.prepareSearch().catch(() => undefined);
  });
  // Another tab moved the clock of the world: at once, so that who asks the time next hears the same.
  if (movable) page.changes.subscribe('world', ({ id, version }) => id === 'clock' && movable.set(version));
  const ready = begin();
  // Whoever calls a port hears of it; a page that asks for nothing need not.
  ready.catch(() => undefined);

  const waiting = (connection: typeof page): typeof page => ({
    ...connection,
    ...afterReady(begin, {
      access: connection.access,
      authorizations: connection.authorizations,
      claims: connection.claims,
      directory: connection.directory,
      members: connection.members,
      messages: connection.messages,
      documents: connection.documents,
      drafts: connection.drafts,
      policies: connection.policies,
    }),
  });

  return {
    ...waiting(page),
    open: () => waiting(office.connect(createPageKeeper())),
    ready,
    ...(movable && demo
      ? {
          demo: {
            accounts: demo.accounts,
            async mails() {
              await begin();
              await office.mailsSent();
              return mailbox.mails();
            },
            advance(milliseconds) {
              movable.advance(milliseconds);
              void clockMark.write(movable.ahead()).then(
                () => office.announce([{ topic: 'world', id: 'clock', version: movable.ahead() }]),
                () => undefined,
              );
            },
            async destroy() {
              keeper.set(null);
              await database?.remove();
              office.announce([{ topic: 'world', id: 'gone', version: 0 }]);
            },
          },
        }
      : {}),
    close() {
      office.close();
      relay?.close();
    },
  };
}
