// No tests of its own: what the tests of this package share in Node and in Chromium.
import type { SessionKeeper, Store } from '@portico/backend';
import { thingIndexes, type StoreFactory, type ThingRecords } from '@portico/backend/store-contract';
import { createPolicyBook, defaultPack, nextcarePack } from '@portico/core/policy';
import type { Backend } from '@portico/core/portal';
import {
  createMemoryKeeper,
  createTestClock,
  createTestIds,
  withoutCodes,
  withoutQuestions,
  type ContractFactory,
} from '@portico/testing/contract';
import { createDexieBackend, type DexieBackend } from './dexie-backend.ts';
import { createDatabase } from './dexie-database.ts';
import { createDexieStore } from './dexie-store.ts';
import { browserClock } from './host.ts';

let made = 0;

/** A name that no test used before. */
export const freshName = (): string => `test-${Date.now()}-${(made += 1)}`;

const dexieFactoryOf = (portal: 'default' | 'nextcare', lacks: NonNullable<ContractFactory['lacks']>): ContractFactory => ({
  name: `dexie, ${portal}`,
  lacks,
  async create(seeds) {
    const [name, clock, ids] = [freshName(), createTestClock(), createTestIds()];
    const pages = new Map<Backend, SessionKeeper>();
    const connect = async (sessionKeeper = createMemoryKeeper()): Promise<DexieBackend> => {
      const page = createDexieBackend({
        ...{ name, storage: 'plain', people: 'synthetic', clock, ids, sessionKeeper, passwordRounds: 1 },
        seed: () => seeds,
        registersInto: 'organisation:1',
        demo: { accounts: [] },
        recoveryUrl: 'https://portal.example/recover',
        log: () => undefined,
        policies: { book: createPolicyBook([defaultPack, nextcarePack], () => null), portal, payers: { 'payer:y': 'nextcare' } },
      });
      await page.ready;
      pages.set(page, sessionKeeper);
      return page;
    };
    const first = await connect();
    return {
      connect: () => connect(),
      reload: (page) => connect(pages.get(page)),
      clock,
      commandId: () => ids.uuid(),
      async mails() {
        // Each page sends what it put into the outbox itself.
        await Promise.all([...pages.keys()].map((page) => page.demo!.mails()));
        return first.demo!.mails();
      },
      async dispose() {
        await first.demo!.destroy();
        for (const page of pages.keys()) page.close?.();
      },
    };
  },
});

/** The embedded backend over IndexedDB for the contract: every page is a tab of its own over one database. */
export const dexieFactory = dexieFactoryOf('default', withoutQuestions);

/** The same under the pack with a secret question. */
export const questioningDexieFactory = dexieFactoryOf('nextcare', withoutCodes);

const opened = new WeakMap<Store<ThingRecords>, () => Promise<void>>();

/** Dexie stores for the store contract. */
export const dexieStoreFactory: StoreFactory = {
  async create() {
    const database = createDatabase({ name: freshName(), versions: [{ number: 1, indexes: thingIndexes }], timers: browserClock });
    const store = createDexieStore<ThingRecords>(database, thingIndexes);
    opened.set(store, () => database.remove());
    return store;
  },
  dispose: async (store) => opened.get(store)?.(),
};
