import { createDatabase } from '../../../packages/adapter-dexie/src/dexie-database.ts';
import { createDexieStore } from '../../../packages/adapter-dexie/src/dexie-store.ts';
import { browserClock } from '../../../packages/adapter-dexie/src/host.ts';
import { keptAuthorization } from '../../../packages/backend/src/authorizations/keeping.ts';
import { indexes } from '../../../packages/backend/src/collections.ts';
import { pagesOf } from './pages.mjs';
import { records } from './records.mjs';

const database = createDatabase({ name: 'bench', versions: [{ number: 1, indexes }], timers: browserClock });
const store = createDexieStore(database, indexes);
const BLOCK = 2_000;

const least = ['organisation:bench', 'nobody', 'standard'];

/** The least that a database can be asked for a first page of everything: one stretch of one index, counted and read. */
async function bare(db) {
  return db.transaction('r', db.table('authorizations'), async () => {
    const stretch = () =>
      db
        .table('authorizations')
        .where('[organisationId+waitsFor+urgency+order]')
        .between([...least, ''], [...least, []]);
    return { rows: await stretch().limit(51).toArray(), total: { n: await stretch().count() } };
  });
}

/** Everything is read and put in order, as without an index of the order. */
async function whole(db) {
  const found = await db.table('authorizations').toArray();
  return { rows: found.sort((a, b) => (a.order < b.order ? -1 : 1)).slice(0, 50), total: { n: found.length } };
}

const pages = pagesOf(store);
const cases = { bare: () => database.use().then(bare), whole: () => database.use().then(whole), ...pages.cases };

globalThis.bench = {
  async fill(count) {
    const db = await database.use();
    const all = records(count, keptAuthorization);
    for (let from = 0; from < count; from += BLOCK) await db.table('authorizations').bulkAdd(all.slice(from, from + BLOCK));
    await pages.begin();
  },
  names: () => Object.keys(cases),
  /** How long a page takes in ms, and what it shows. */
  async run(name) {
    const start = performance.now();
    const { rows, total } = await cases[name]();
    return { ms: performance.now() - start, rows: rows.length, total };
  },
};
