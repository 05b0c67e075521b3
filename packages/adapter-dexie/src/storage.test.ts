import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { Dexie } from 'dexie';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import type { Records } from '@portico/backend';
import { toPortError } from '@portico/core/kernel';
import { createPolicyBook, defaultPack, nextcarePack } from '@portico/core/policy';
import { thingIndexes, type ThingRecords } from '@portico/backend/store-contract';
import { anything, contractWorld, createMemoryKeeper, people } from '@portico/testing/contract';
import { simulatedClock } from '../../../test/kit/simulated-clock.ts';
import { createDexieBackend, type DexieBackendOptions } from './dexie-backend.ts';
import { createDatabase, type DatabaseVersion, type StorageEvent } from './dexie-database.ts';
import { freshName } from './dexie-fixture.test.ts';
import { createDexieStore } from './dexie-store.ts';
import { browserClock } from './host.ts';

const [factory, put] = [globalThis.indexedDB, IDBObjectStore.prototype.put];
const replaceFactory = (value: unknown): void =>
  void Object.defineProperty(globalThis, 'indexedDB', { value, configurable: true, writable: true });

afterEach(() => {
  replaceFactory(factory);
  IDBObjectStore.prototype.put = put;
});

const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'answered',
    (error: unknown) => toPortError(error).code,
  );

const backend = (changes: Partial<DexieBackendOptions> = {}) =>
  createDexieBackend({
    ...{ name: freshName(), storage: 'plain', people: 'synthetic', passwordRounds: 1, sessionKeeper: createMemoryKeeper() },
    seed: () => contractWorld,
    ...changes,
  });

const version1: DatabaseVersion = { number: 1, indexes: thingIndexes };
const thing = (id: string) => ({ id, version: 1, shelf: 'low', rank: 1, words: '', tags: [] });

describe('storage', () => {
  it('plain storage refuses data about real people, and says what to do instead', () => {
    assert.throws(() => backend({ people: 'real' }), /storage 'plain' does not take data about real people: use storage 'memory'/);
    backend({ people: 'real', storage: 'memory' }).close();
  });

  it('F12 a missing IndexedDB is told by every call, and tried again by the next', async () => {
    replaceFactory(undefined);
    const page = backend();
    assert.equal(await codeOf(page.ready), 'storage-missing');
    assert.equal(await codeOf(page.access!.session()), 'storage-missing');
    replaceFactory(factory);
    assert.equal((await page.directory!.contacts()).length, 3);
    page.close();
  });

  it('F12 an IndexedDB that throws is blocked, whether at a look or at opening', async () => {
    Object.defineProperty(globalThis, 'indexedDB', {
      configurable: true,
      get: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
    assert.equal(await codeOf(backend().ready), 'storage-blocked');
    const throwing = new IDBFactory();
    throwing.open = () => {
      throw new DOMException('no', 'UnknownError');
    };
    replaceFactory(throwing);
    assert.equal(await codeOf(createDatabase({ name: freshName(), versions: [version1], timers: browserClock }).use()), 'storage-blocked');
  });

  it('F12 an IndexedDB that never answers is blocked after three seconds, and at once for who asks later', async () => {
    const silent = new IDBFactory();
    silent.open = () => ({}) as IDBOpenDBRequest;
    replaceFactory(silent);
    const timers = simulatedClock();
    const database = createDatabase({ name: freshName(), versions: [version1], timers });
    const codes: string[] = [];
    void codeOf(database.use()).then((code) => codes.push(code));
    await timers.pass(2_999);
    assert.deepEqual(codes, []);
    await timers.pass(1);
    assert.deepEqual(codes, ['storage-blocked']);
    assert.equal(await codeOf(database.use()), 'storage-blocked');
  });

  it('F10 a full disk is told as such, with nothing half-written and the rest still readable', async () => {
    const page = backend();
    await page.access!.signIn(people.clerk);
    const before = (await page.claims!.search(anything, {})).total;
    let writes = 0;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
      if ((writes += 1) > 3) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, args);
    };
    const records = [...contractWorld[0]!.cases].slice(0, 9).map((record) => ({ ...record, notes: ['changed'] }));
    assert.equal(await codeOf(page.claims!.intake!(records, { commandId: 'c1' })), 'storage-full');
    assert.deepEqual((await page.claims!.search(anything, {})).total, before);
    IDBObjectStore.prototype.put = put;
    const row = (await page.claims!.search(anything, {})).rows[0]!;
    assert.deepEqual((await page.claims!.get(row.id))!.history.length, 1);
    assert.equal((await page.claims!.intake!(records, { commandId: 'c1' })).status, 'accepted');
    page.close();
  });

  it('F13 an upgrade that waits for an older tab says so at once, and goes through when that tab is gone', async () => {
    const name = freshName();
    const old = new Dexie(name);
    old.version(1).stores({ things: 'id, shelf, rank', others: 'id, shelf' });
    // An old build that does not know how to make room.
    old.on('versionchange', () => false);
    await old.open();
    await old.table('things').bulkAdd([thing('a'), thing('b')]);
    const events: StorageEvent[] = [];
    const version2: DatabaseVersion = {
      number: 2,
      indexes: { ...thingIndexes, others: ['shelf', 'rank'] },
      upgrade: async (records) => void (await records('things', (record) => void (record['words'] = 'upgraded'))),
    };
    const database = createDatabase({ name, versions: [version1, version2], timers: browserClock, onEvent: (event) => events.push(event) });
    const store = createDexieStore<ThingRecords>(database, thingIndexes);
    assert.equal(await codeOf(store.transaction('read', (tx) => tx.get('things', 'a'))), 'storage-held');
    assert.equal(await codeOf(store.transaction('read', (tx) => tx.get('things', 'a'))), 'storage-held');
    assert.deepEqual(events, ['waiting']);
    old.close();
    while (!events.includes('open')) await new Promise((resolve) => setTimeout(resolve, 5));
    const things = await store.transaction('read', (tx) => tx.query('things', {}));
    assert.deepEqual(
      things.map(({ id, words }) => [id, words]),
      [
        ['a', 'upgraded'],
        ['b', 'upgraded'],
      ],
    );
    store.close();
  });

  it('N12 cases of an older version get their deadlines with the upgrade, counted as the payer counts them', async () => {
    const name = freshName();
    const policies = { book: createPolicyBook([defaultPack, nextcarePack], () => null), payers: { 'payer:y': 'nextcare' } };
    const today = backend({ name, policies, seed: () => contractWorld.slice(0, 1) });
    await today.ready;
    const open = async (): Promise<Dexie> => new Dexie(name).open();
    const deadlines = async (db: Dexie) =>
      (await db.table<Records['cases'], string>('cases').toArray()).map(({ record }) => record.deadlines as unknown);
    today.close();
    // As version 3 left it: the same tables, cases without deadlines.
    const kept = await open();
    const wanted = await deadlines(kept);
    const stores = Object.fromEntries(kept.tables.map(({ name: table, schema }) => [table, schema.indexes.map(({ src }) => src)] as const));
    const rows = await Promise.all(kept.tables.map(async (table) => [table.name, await table.toArray()] as const));
    kept.close();
    await Dexie.delete(name);
    const old = new Dexie(name);
    old.version(3).stores(Object.fromEntries(Object.entries(stores).map(([table, fields]) => [table, ['id', ...fields].join(', ')])));
    await old.open();
    for (const [table, records] of rows) await old.table(table).bulkPut(records);
    await old
      .table('cases')
      .toCollection()
      .modify((one: { record: { deadlines?: unknown } }) => void delete one.record.deadlines);
    assert.deepEqual(new Set(await deadlines(old)), new Set([undefined]));
    old.close();
    const again = backend({ name, policies });
    await again.ready;
    again.close();
    const upgraded = await open();
    assert.deepEqual(await deadlines(upgraded), wanted);
    assert.equal(new Set(wanted.map((one) => (one as { modification: unknown }).modification === null)).size, 2);
    upgraded.close();
  });

  it('F13 a newer tab gets the database at once, and this one says that it is held', async () => {
    const name = freshName();
    const events: StorageEvent[] = [];
    const database = createDatabase({ name, versions: [version1], timers: browserClock, onEvent: (event) => events.push(event) });
    const store = createDexieStore<ThingRecords>(database, thingIndexes);
    await store.transaction('write', (tx) => tx.put('things', thing('a')));
    const newer = new Dexie(name);
    newer.version(2).stores({ things: 'id, shelf, rank, words', others: 'id, shelf' });
    await newer.open();
    assert.equal(await newer.table('things').count(), 1);
    assert.equal(await codeOf(store.transaction('read', (tx) => tx.get('things', 'a'))), 'storage-held');
    assert.deepEqual(events, ['open', 'held']);
    newer.close();
  });

  it('a connection that broke is opened again by the next call', async () => {
    const database = createDatabase({ name: freshName(), versions: [version1], timers: browserClock });
    const store = createDexieStore<ThingRecords>(database, thingIndexes);
    await store.transaction('write', (tx) => tx.put('things', thing('a')));
    (await database.use()).close();
    assert.equal((await store.transaction('read', (tx) => tx.get('things', 'a')))?.id, 'a');
    store.close();
  });

  it('a transaction that the browser breaks off is a failure of the storage, not a call that was given up', async () => {
    const store = createDexieStore<ThingRecords>(
      createDatabase({ name: freshName(), versions: [version1], timers: browserClock }),
      thingIndexes,
    );
    const broken = store.transaction('write', async (tx) => {
      await tx.put('things', thing('a'));
      const { idbtrans } = Dexie.currentTransaction as unknown as { idbtrans: IDBTransaction };
      queueMicrotask(() => idbtrans.abort());
    });
    assert.equal(await codeOf(broken), 'storage-blocked');
    store.close();
  });

  it('F7 commits are asked to be durable', async () => {
    const { constructor } = await createDatabase({ name: freshName(), versions: [version1], timers: browserClock }).use();
    assert.equal(constructor, Dexie);
    const asked: unknown[] = [];
    const transaction = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof transaction>) {
      if (args[1] === 'readwrite') asked.push(args[2]);
      return transaction.apply(this, args);
    };
    try {
      const page = backend();
      await page.ready;
      page.close();
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
    assert.ok(asked.length > 0);
    assert.deepEqual(new Set(asked.map((options) => JSON.stringify(options))), new Set(['{"durability":"strict"}']));
  });
});
