import { createDatabase } from '../../../packages/adapter-dexie/src/dexie-database.ts';
import { createDexieStore } from '../../../packages/adapter-dexie/src/dexie-store.ts';
import { browserClock } from '../../../packages/adapter-dexie/src/host.ts';
import { keptAuthorization } from '../../../packages/backend/src/authorizations/keeping.ts';
import { worklist } from '../../../packages/backend/src/authorizations/worklist.ts';
import { indexes } from '../../../packages/backend/src/collections.ts';
import { everything, records, subjectOf } from './records.mjs';

const database = createDatabase({ name: 'bench', versions: [{ number: 1, indexes }], timers: browserClock });
const store = createDexieStore(database, indexes);
const BLOCK = 2_000;

/** The page of a person after a cursor. */
const pageOf = (person, changes = {}, cursor = null) =>
  store.transaction('read', (tx) => worklist(tx, subjectOf(person), { ...everything, ...changes }, { cursor }));

/** Where the fifth page of everything begins; looked up once. */
let fifth = null;
async function goToFifth() {
  for (let n = 0; n < 4; n += 1) fifth = (await pageOf('helpdesk', {}, fifth)).next;
}

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

const cases = {
  bare: () => database.use().then(bare),
  whole: () => database.use().then(whole),
  'helpdesk, all': () => pageOf('helpdesk', {}),
  'clerk, all': () => pageOf('clerk', {}),
  'desk, waiting': () => pageOf('desk', { scope: 'mine' }),
  'desk, settled and expedited': () => pageOf('desk', { scope: 'settled', urgency: 'expedited' }),
  'clerk, settled of one payer': () => pageOf('clerk', { scope: 'settled', payerId: 'payer:1' }),
  'helpdesk, the fifth page of all': () => pageOf('helpdesk', {}, fifth),
};

globalThis.bench = {
  async fill(count) {
    const db = await database.use();
    const all = records(count, keptAuthorization);
    for (let from = 0; from < count; from += BLOCK) await db.table('authorizations').bulkAdd(all.slice(from, from + BLOCK));
    await goToFifth();
  },
  names: () => Object.keys(cases),
  /** How long a page takes in ms, and what it shows. */
  async run(name) {
    const start = performance.now();
    const { rows, total } = await cases[name]();
    return { ms: performance.now() - start, rows: rows.length, total };
  },
};
