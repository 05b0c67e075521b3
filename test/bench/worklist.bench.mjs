import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle, launch, openPage } from './lib/browser.mjs';
import { judge, printTable } from './lib/report.mjs';
import { interleaved, show, spread } from './lib/rounds.mjs';
import { indexes } from '../../packages/backend/src/collections.ts';
import { keptAuthorization } from '../../packages/backend/src/authorizations/keeping.ts';
import { createMemoryStore } from '../../packages/backend/src/stores/memory-store.ts';
import { pagesOf } from './worklist/pages.mjs';
import { records } from './worklist/records.mjs';

const { values } = parseArgs({ options: { records: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '9' } } });
const rounds = Number(values.rounds);

/** A tenth of them in a database of their own: a page must not cost more where there are ten times as many. */
const sizes = { few: Math.round(Number(values.records) / 10), many: Number(values.records) };

const browser = await launch();
const script = await bundle(fileURLToPath(new URL('./worklist/page.mjs', import.meta.url)));
const measured = {};
for (const [size, count] of Object.entries(sizes)) {
  const context = await browser.createBrowserContext();
  const page = await openPage(context, script);
  await page.waitForFunction(() => globalThis.bench !== undefined);
  const start = performance.now();
  await page.evaluate((n) => globalThis.bench.fill(n), count);
  console.log(`${count} authorizations written in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  const names = await page.evaluate(() => globalThis.bench.names());
  const whole = await page.evaluate(() => globalThis.bench.run('whole'));
  const results = await interleaved(
    names.filter((name) => name !== 'whole'),
    rounds,
    (name) => page.evaluate((one) => globalThis.bench.run(one), name),
  );
  measured[size] = results.set('whole', [whole]);
  await context.close();
}
await browser.close();

const of = (size, name) => spread(measured[size].get(name).map(({ ms }) => ms));
const totalOf = (name) => {
  const [{ total }] = measured.many.get(name);
  return `${total.kind === 'at-least' ? '≥ ' : ''}${total.n}`;
};
/** The same pages over the store in memory. @param {number} count */
async function inMemory(count) {
  const store = createMemoryStore(indexes);
  await store.transaction('write', async (tx) => {
    for (const record of records(count, keptAuthorization)) await tx.put('authorizations', record);
  });
  const { begin, cases } = pagesOf(store);
  await begin();
  return interleaved(Object.keys(cases), rounds * 5, async (name) => {
    const start = performance.now();
    await cases[name]();
    return { ms: performance.now() - start };
  });
}
measured.memory = await inMemory(sizes.many);

const names = [...measured.many.keys()];
console.log(`a first page of 50 with its count, ${rounds} interleaved rounds, median [min–max] in ms`);
printTable(
  ['page', `of ${sizes.few}`, `of ${sizes.many}`, 'in memory', 'counted'],
  names.map((name) => [
    name,
    show(of('few', name)),
    show(of('many', name)),
    measured.memory.has(name) ? show(of('memory', name)) : '',
    totalOf(name),
  ]),
);
// The fastest of each: what else the machine does meanwhile is no part of it.
const pages = names.filter((name) => name !== 'bare' && name !== 'whole');
judge([
  ...pages.map((name) => ({ name: `${name}: to the bare index`, value: of('many', name).min / of('many', 'bare').min, most: 6 })),
  { name: 'all of the helpdesk: to reading everything', value: of('many', 'helpdesk, all').min / of('many', 'whole').min, most: 0.1 },
]);
