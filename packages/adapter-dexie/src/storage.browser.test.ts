import { expect } from '@open-wc/testing';
import { toPortError } from '@portico/core/kernel';
import { thingIndexes, type ThingRecords } from '@portico/backend/store-contract';
import { contractWorld, people } from '@portico/testing/contract';
import { createDexieBackend } from './dexie-backend.ts';
import { createDatabase, type DatabaseVersion, type StorageEvent } from './dexie-database.ts';
import { freshName } from './dexie-fixture.test.ts';
import { createDexieStore } from './dexie-store.ts';
import { browserClock } from './host.ts';

const version = (number: number): DatabaseVersion => ({ number, indexes: thingIndexes });

const tab = (name: string, newest: number) => {
  const events: StorageEvent[] = [];
  const versions = Array.from({ length: newest }, (_, n) => version(n + 1));
  const database = createDatabase({ name, versions, timers: browserClock, onEvent: (event) => events.push(event) });
  return { events, database, store: createDexieStore<ThingRecords>(database, thingIndexes) };
};

const count = (store: ReturnType<typeof tab>['store']) => store.transaction('read', (tx) => tx.count('things', []));

const thing = { id: 'a', version: 1, shelf: null, rank: null, words: '', tags: [] };

describe('storage in a browser', () => {
  it('F13 a tab with a newer version gets the database, keeps what is in it, and the older tab says that it is held', async () => {
    const name = freshName();
    const older = tab(name, 1);
    await older.store.transaction('write', (tx) => tx.put('things', thing));
    const newer = tab(name, 2);
    expect(await count(newer.store)).to.equal(1);
    expect(toPortError(await count(older.store).catch((error: unknown) => error)).code).to.equal('storage-held');
    expect(older.events).to.deep.equal(['open', 'held']);
    await newer.database.remove();
  });

  it('F13 an upgrade that an older tab does not make room for says so, and goes through when it closes', async () => {
    const name = freshName();
    const stubborn = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name, 10);
      request.onupgradeneeded = () => {
        for (const table of ['things', 'others']) request.result.createObjectStore(table, { keyPath: 'id' }).createIndex('shelf', 'shelf');
      };
      request.onsuccess = () => resolve(request.result);
    });
    const newer = tab(name, 2);
    expect(toPortError(await count(newer.store).catch((error: unknown) => error)).code).to.equal('storage-held');
    expect(newer.events).to.deep.equal(['waiting']);
    stubborn.close();
    while (!newer.events.includes('open')) await browserClock.after(5);
    expect(await count(newer.store)).to.equal(0);
    await newer.database.remove();
  });

  it('only the token of the session stands in sessionStorage, nothing in localStorage, and sign-out takes it away', async () => {
    const name = freshName();
    const page = createDexieBackend({
      name,
      storage: 'plain',
      people: 'synthetic',
      passwordRounds: 1,
      seed: () => contractWorld,
      demo: { accounts: [] },
    });
    const before = [...Object.keys(sessionStorage), ...Object.keys(localStorage)];
    await page.access!.signIn(people.clerk);
    const added = Object.entries(sessionStorage).filter(([key]) => !before.includes(key));
    expect(added.map(([key]) => key)).to.deep.equal([`portico:${name}:session`]);
    expect(added[0]![1]).to.match(/^[\da-f]{64}$/);
    expect(Object.keys(localStorage).filter((key) => !before.includes(key))).to.deep.equal([]);
    const reloaded = createDexieBackend({ name, storage: 'plain', people: 'synthetic' });
    expect((await reloaded.access!.session())?.subject.displayName).to.equal('The clerk');
    await reloaded.access!.signOut();
    expect(sessionStorage.getItem(`portico:${name}:session`)).to.equal(null);
    expect(await page.access!.session()).to.equal(null);
    reloaded.close();
    await page.demo!.destroy();
    expect((await indexedDB.databases()).some((database) => database.name === name)).to.equal(false);
  });
});
