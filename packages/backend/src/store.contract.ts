import { equal, ok, rejects } from './check.ts';
import type { Condition, Indexes, Kept, Order, Query, Store, Transaction } from './store.ts';
import { arranged, meets } from './where.ts';

/** A record of the suite's own collections. `words` is not indexed, `tags` by its members and in `things` alone; `others` are read in the order of their rank. */
export interface Thing extends Kept {
  readonly shelf: string | null;
  readonly rank: number | null;
  readonly words: string;
  readonly tags: readonly string[];
}

/** The collections that a store under test must be made with. */
export interface ThingRecords {
  readonly things: Thing;
  readonly others: Thing;
}

/** Their indexes. */
export const thingIndexes: Indexes<ThingRecords> = { things: ['shelf', 'rank', '*tags'], others: ['words+shelf+rank', 'words+rank'] };

/** Makes an empty store with the suite's collections, and takes it away after. */
export interface StoreFactory {
  create(): Promise<Store<ThingRecords>>;
  dispose?(store: Store<ThingRecords>): Promise<void>;
}

/** What every store must do, for any runner: `storeContract(describe, it, 'memory', factory)`. */
export function storeContract(
  describe: (title: string, define: () => void) => void,
  it: (title: string, run: () => Promise<void>) => void,
  name: string,
  { create, dispose }: StoreFactory,
): void {
  const test = (title: string, run: (store: Store<ThingRecords>) => Promise<void>): void =>
    it(title, async () => {
      const store = await create();
      try {
        await run(store);
      } finally {
        await (dispose?.(store) ?? store.close());
      }
    });

  describe(`store contract: ${name}`, () => {
    for (const [title, run] of Object.entries(cases)) test(title, run);
  });
}

const thing = (id: string, more: Partial<Thing> = {}): Thing => ({ id, version: 1, shelf: null, rank: null, words: '', tags: [], ...more });

const fill = (store: Store<ThingRecords>, things: readonly Thing[]): Promise<void> =>
  store.transaction('write', async (tx) => {
    for (const one of things) await tx.put('things', one);
  });

const ids = async (store: Store<ThingRecords>, query: Query): Promise<readonly string[]> =>
  (await store.transaction('read', (tx) => tx.query('things', query))).map(({ id }) => id);

const shelves = [
  thing('a', { shelf: 'low', rank: 3, words: 'red apple', tags: ['x', 'y'] }),
  thing('b', { shelf: 'low', rank: 1, words: 'green apple', tags: ['y'] }),
  thing('c', { shelf: 'high', rank: 2, words: 'red pear' }),
  thing('d', { shelf: null, rank: null, words: 'plum', tags: ['x'] }),
  thing('e', { shelf: 'higher', rank: 2, words: '' }),
];

const cases: Record<string, (store: Store<ThingRecords>) => Promise<void>> = {
  'answers null for what is not there': async (store) => {
    equal(await store.transaction('read', (tx) => tx.get('things', 'none')), null, 'a missing record');
    equal(await ids(store, {}), [], 'an empty collection');
  },
  'keeps a record as it was put, in its own collection': async (store) => {
    const record = thing('a', { tags: ['x'] });
    await fill(store, [record]);
    try {
      (record.tags as string[]).push('later');
    } catch {
      // A store may freeze what it keeps.
    }
    equal(await store.transaction('read', (tx) => tx.get('things', 'a')), thing('a', { tags: ['x'] }), 'the record');
    equal(await store.transaction('read', (tx) => tx.get('others', 'a')), null, 'the other collection');
  },
  'sees its own writes inside the transaction': (store) =>
    store.transaction('write', async (tx) => {
      await tx.put('things', thing('a', { shelf: 'low' }));
      equal(await tx.get('things', 'a'), thing('a', { shelf: 'low' }), 'own write');
      equal((await tx.query('things', { where: [{ op: 'eq', field: 'shelf', value: 'low' }] })).length, 1, 'own write by index');
      await tx.delete('things', 'a');
      equal(await tx.get('things', 'a'), null, 'own delete');
      equal(await tx.count('things', []), 0, 'own delete, counted');
    }),
  'moves a record in the indexes when it changes': async (store) => {
    await fill(store, [thing('a', { shelf: 'low' })]);
    await fill(store, [thing('a', { shelf: 'high', version: 2 })]);
    equal(await ids(store, { where: [{ op: 'eq', field: 'shelf', value: 'low' }] }), [], 'the old place');
    equal(await ids(store, { where: [{ op: 'eq', field: 'shelf', value: 'high' }] }), ['a'], 'the new place');
  },
  'leaves nothing of a transaction that rejects': async (store) => {
    await fill(store, shelves);
    const failure = new Error('on purpose');
    const caught = await rejects(
      store.transaction('write', async (tx) => {
        await tx.put('things', thing('a', { shelf: 'top', version: 2 }));
        await tx.put('things', thing('a', { shelf: 'topmost', version: 3 }));
        await tx.put('things', thing('z', { shelf: 'top' }));
        await tx.delete('things', 'b');
        await tx.put('others', thing('o'));
        throw failure;
      }),
      'a work that throws',
    );
    ok(caught === failure, 'the error of the work comes out as it is');
    equal(await store.transaction('read', (tx) => tx.query('things', {})), shelves, 'all as before');
    equal(await ids(store, { where: [{ op: 'eq', field: 'shelf', value: 'top' }] }), [], 'the indexes as before');
    equal(await store.transaction('read', (tx) => tx.count('others', [])), 0, 'the other collection as before');
  },
  'refuses a write on another version': async (store) => {
    await fill(store, [thing('a', { version: 3 })]);
    const put = (version: number, ifVersion: number, id = 'a') =>
      store.transaction('write', (tx) => tx.put('things', thing(id, { version }), ifVersion));
    for (const wrong of [0, 2, 4]) {
      equal(((await rejects(put(4, wrong), `ifVersion ${wrong} over 3`)) as Error).name, 'VersionConflict', 'the error');
    }
    equal(((await rejects(put(1, 1, 'new'), 'ifVersion 1 over nothing')) as Error).name, 'VersionConflict', 'the error');
    await put(4, 3);
    await put(1, 0, 'new');
    equal((await store.transaction('read', (tx) => tx.get('things', 'a')))?.version, 4, 'the version after');
  },
  'refuses to write in a read transaction': async (store) => {
    await rejects(
      store.transaction('read', (tx) => tx.put('things', thing('a'))),
      'a put in a read transaction',
    );
    equal(await ids(store, {}), [], 'nothing was written');
  },
  'runs write transactions one after another': async (store) => {
    const raise = async (tx: Transaction<ThingRecords>): Promise<void> => {
      const before = await tx.get('things', 'counter');
      await tx.put('things', thing('counter', { version: (before?.version ?? 0) + 1 }), before?.version ?? 0);
    };
    await Promise.all(Array.from({ length: 20 }, () => store.transaction('write', raise)));
    equal((await store.transaction('read', (tx) => tx.get('things', 'counter')))?.version, 20, 'twenty raises');
  },
  'goes on after a transaction that rejected': async (store) => {
    const failing = store.transaction('write', () => Promise.reject(new Error('on purpose')));
    const next = fill(store, [thing('a')]);
    await rejects(failing, 'the failing one');
    await next;
    equal(await ids(store, {}), ['a'], 'the next one');
  },
  'finds by eq, in, range, prefix and contains, with and without an index': async (store) => {
    await fill(store, shelves);
    const found = (where: Query['where'] & object) => ids(store, { where });
    equal(await found([{ op: 'eq', field: 'shelf', value: 'low' }]), ['a', 'b'], 'eq');
    equal(await found([{ op: 'eq', field: 'words', value: 'plum' }]), ['d'], 'eq without an index');
    equal(await found([{ op: 'in', field: 'shelf', values: ['high', 'low', 'low', 'none'] }]), ['a', 'b', 'c'], 'in');
    equal(await found([{ op: 'in', field: 'shelf', values: [] }]), [], 'in nothing');
    equal(await found([{ op: 'range', field: 'rank', from: 2, to: 3 }]), ['a', 'c', 'e'], 'range, both ends inclusive');
    equal(await found([{ op: 'range', field: 'rank', from: 3 }]), ['a'], 'range, open above');
    equal(await found([{ op: 'range', field: 'rank', to: 1 }]), ['b'], 'range, open below');
    equal(await found([{ op: 'range', field: 'shelf', from: 'high', to: 'higher' }]), ['c', 'e'], 'range of text');
    equal(await found([{ op: 'range', field: 'rank', from: 'high' }]), [], 'text and numbers do not compare');
    equal(await found([{ op: 'prefix', field: 'shelf', text: 'high' }]), ['c', 'e'], 'prefix');
    equal(await found([{ op: 'prefix', field: 'words', text: 'red' }]), ['a', 'c'], 'prefix without an index');
    equal(await found([{ op: 'contains', field: 'words', text: 'apple' }]), ['a', 'b'], 'contains in text');
    equal(await found([{ op: 'contains', field: 'tags', text: 'x' }]), ['a', 'd'], 'contains in a list');
    equal(await found([{ op: 'contains', field: 'tags', text: '' }]), [], 'a member is met whole');
  },
  'a list is found by the members it has now, also by one it has twice': async (store) => {
    const found = (text: string) => ids(store, { where: [{ op: 'contains', field: 'tags', text }] });
    await fill(store, [thing('a', { tags: ['x', 'y', 'x'] }), thing('b', { tags: ['x'] })]);
    equal(await found('x'), ['a', 'b'], 'each once');
    await fill(store, [thing('a', { version: 2, tags: ['y', 'z'] })]);
    equal([await found('x'), await found('y'), await found('z')], [['b'], ['a'], ['a']], 'after a change');
    await store.transaction('write', (tx) => tx.delete('things', 'a'));
    equal(await found('y'), [], 'after it was deleted');
  },
  'wants all conditions at once and never finds by a field that is not there': async (store) => {
    await fill(store, shelves);
    const both: Query['where'] = [
      { op: 'eq', field: 'rank', value: 2 },
      { op: 'contains', field: 'words', text: 'red' },
    ];
    equal(await ids(store, { where: both }), ['c'], 'two conditions');
    equal(await ids(store, { where: [{ op: 'range', field: 'rank' }] }), ['a', 'b', 'c', 'e'], 'an open range leaves out null');
    equal(
      await ids(store, { where: [{ op: 'prefix', field: 'shelf', text: '' }] }),
      ['a', 'b', 'c', 'e'],
      'an empty prefix leaves out null',
    );
  },
  'orders by a field, missing ones last, ties by id whichever way': async (store) => {
    await fill(store, shelves);
    const order = (direction: Order['direction']): Query => ({ orderBy: { field: 'rank', direction } });
    equal(await ids(store, order('ascending')), ['b', 'c', 'e', 'a', 'd'], 'ascending');
    equal(await ids(store, order('descending')), ['a', 'c', 'e', 'b', 'd'], 'descending');
    equal(await ids(store, {}), ['a', 'b', 'c', 'd', 'e'], 'by id');
  },
  'pages by key without repeating or skipping': async (store) => {
    await fill(store, shelves);
    for (const direction of ['ascending', 'descending'] as const) {
      const orderBy: Order = { field: 'rank', direction };
      const whole = await ids(store, { orderBy });
      const paged: string[] = [];
      for (let after: Query['after']; ;) {
        const page = await store.transaction('read', (tx) => tx.query('things', { orderBy, limit: 2, ...(after ? { after } : {}) }));
        paged.push(...page.map(({ id }) => id));
        const last = page.at(-1);
        if (last === undefined) break;
        after = { id: last.id, key: last.rank };
      }
      equal(paged, whole, `pages, ${direction}`);
    }
  },
  'reads one page of a long list in the order of an index of several fields, as if it had looked at all of them': async (store) => {
    const words = ['red', 'green', 'blue'];
    const others = Array.from({ length: 240 }, (_, n) =>
      thing(`o-${(n * 7) % 240}`, { words: words[n % 3]!, shelf: n % 4 === 0 ? 'low' : 'high', rank: (n * 11) % 40, tags: [`t-${n % 5}`] }),
    );
    await store.transaction('write', async (tx) => {
      for (const one of others) await tx.put('others', one);
    });
    const red: Condition = { op: 'eq', field: 'words', value: 'red' };
    const notRed: Condition = { op: 'in', field: 'words', values: ['blue', 'green', 'none'] };
    const anywhere: Condition = { op: 'in', field: 'shelf', values: ['low', 'high', 'high'] };
    const low: Condition = { op: 'eq', field: 'shelf', value: 'low' };
    const tagged: Condition = { op: 'contains', field: 'tags', text: 't-3' };
    const middle: Condition = { op: 'range', field: 'rank', from: 7, to: 30 };
    const lists = [[red], [notRed], [red, low], [notRed, anywhere], [notRed, anywhere, low], [red, tagged], [notRed, anywhere, tagged]];
    for (const where of [...lists, ...lists.map((list) => [...list, middle]), [red, ...lists[1]!]]) {
      const name = JSON.stringify(where);
      for (const direction of ['ascending', 'descending'] as const) {
        const orderBy: Order = { field: 'rank', direction };
        const wanted = arranged(
          others.filter((one) => meets(one, where)),
          { orderBy },
        );
        const paged: Thing[] = [];
        for (let after: Query['after']; ;) {
          const query: Query = { where, orderBy, limit: 7, ...(after ? { after } : {}) };
          const page = await store.transaction('read', (tx) => tx.query('others', query));
          paged.push(...page);
          if (page.length < 7) break;
          after = { id: page.at(-1)!.id, key: page.at(-1)!.rank };
        }
        equal(paged, wanted, `pages, ${direction}, ${name}`);
      }
      const found = await store.transaction('read', (tx) => tx.query('others', { where }));
      equal(
        found,
        arranged(
          others.filter((one) => meets(one, where)),
          {},
        ),
        `by id, ${name}`,
      );
      const counted = await store.transaction('read', async (tx) => [await tx.count('others', where), await tx.count('others', where, 5)]);
      equal(counted, [found.length, Math.min(5, found.length)], `counted, ${name}`);
    }
  },
  'keeps the order of an index of several fields through changes, deletions and what is undone': async (store) => {
    const where: Query['where'] = [{ op: 'eq', field: 'words', value: 'red' }];
    const query: Query = { where, orderBy: { field: 'rank', direction: 'ascending' } };
    const order = (tx: Transaction<ThingRecords>): Promise<string> =>
      tx.query('others', query).then((found) => found.map(({ id }) => id).join(''));
    const put = (tx: Transaction<ThingRecords>, id: string, rank: number, words = 'red'): Promise<void> =>
      tx.put('others', thing(id, { rank, words, shelf: 'low' }));
    const seen = await store.transaction('write', async (tx) => {
      await Promise.all([put(tx, 'a', 3), put(tx, 'b', 1), put(tx, 'c', 2), put(tx, 'd', 2)]);
      const first = await order(tx);
      await put(tx, 'b', 9);
      await put(tx, 'e', 2);
      await put(tx, 'c', 2, 'blue');
      await tx.delete('others', 'a');
      return [first, await order(tx), await tx.count('others', where)];
    });
    equal(seen, ['bcda', 'deb', 3], 'inside the transaction');
    await rejects(
      store.transaction('write', async (tx) => {
        await put(tx, 'd', 99);
        await put(tx, 'f', 0);
        await tx.delete('others', 'b');
        throw new Error('on purpose');
      }),
      'a work that throws',
    );
    equal(await store.transaction('read', order), 'deb', 'after what was undone');
  },
  'counts, up to a cap': async (store) => {
    await fill(store, shelves);
    const count = (cap?: number) =>
      store.transaction('read', (tx) => tx.count('things', [{ op: 'prefix', field: 'words', text: 'red' }], cap));
    equal(await count(), 2, 'without a cap');
    equal(await count(1), 1, 'with a cap');
    equal(await count(9), 2, 'with a cap above');
  },
};
