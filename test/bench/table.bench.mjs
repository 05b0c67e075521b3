import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle, launch, openPage } from './lib/browser.mjs';
import { judge, printTable } from './lib/report.mjs';
import { interleaved, show, spread } from './lib/rounds.mjs';
import { COLUMNS, HEIGHT, ROW_HEIGHT, WIDTH } from './table/claims.mjs';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '7' } } });
const count = Number(values.rows);
const rounds = Number(values.rounds);
const OURS = 'portico';
const LIMIT = 'limit';
const PEERS = ['virtualizer', 'tanstack', 'vaadin'];
const TABLES = [OURS, LIMIT, ...PEERS];
const STEPS = 120;
const BY = 10 * ROW_HEIGHT;

// One look for all: rows of one height, cells cut off with an ellipsis, one font, no web font.
const cell = `box-sizing: border-box; height: ${ROW_HEIGHT}px; line-height: ${ROW_HEIGHT - 1}px; padding: 0 10px; border-bottom: 1px solid #c5ced7;
  white-space: nowrap; overflow: hidden; text-overflow: ellipsis; text-align: start; font-weight: normal`;
const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>bench</title><style>
  body { margin: 0; font: 14px/1.5 sans-serif; inline-size: ${WIDTH}px; --portico-font-family: sans-serif; --portico-font-size-small: 14px;
    --portico-font-weight-bold: normal; }
  .scroller { overflow: auto; contain: strict; }
  table { table-layout: fixed; inline-size: ${WIDTH}px; border-collapse: separate; border-spacing: 0; }
  td, th { ${cell}; }
  thead { position: sticky; top: 0; background: #f5f7f9; }
  .space { padding: 0; border: 0; height: 0; line-height: 0; }
  .row { display: flex; inline-size: ${WIDTH}px; }
  .cell { ${cell}; }
  ${COLUMNS.map(({ width }, i) => `.cell:nth-child(${i + 1}) { flex: 0 0 ${width}px }`).join('\n')}
  vaadin-grid { border: 0; --vaadin-grid-cell-padding: 0; }
  vaadin-grid::part(cell) { min-height: ${ROW_HEIGHT}px; }
  vaadin-grid-cell-content { ${cell}; height: ${ROW_HEIGHT - 1}px; border: 0; }
</style><body></body></html>`;

const script = await bundle(fileURLToPath(new URL('./table/page.mjs', import.meta.url)));
const browser = await launch();
let results;
try {
  results = await interleaved(TABLES, rounds, async (name) => {
    const page = await openPage(browser, script, html);
    await page.setViewport({ width: WIDTH, height: HEIGHT + 100 });
    await page.evaluate((count) => bench.prepare(count), count);
    const session = await page.createCDPSession();
    // Thread ticks: CPU time, which a busy machine inflates less than the clock.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const mainThreadTime = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
    };
    const before = await mainThreadTime();
    const first = await page.evaluate((name) => bench.mount(name), name);
    const firstWork = (await mainThreadTime()) - before;
    await page.evaluate((by) => bench.scroll(10, by), BY);
    const start = await mainThreadTime();
    await page.evaluate((steps, by) => bench.scroll(steps, by), STEPS, BY);
    const step = ((await mainThreadTime()) - start) / STEPS;
    const blank = await page.evaluate((steps, by) => bench.blanks(steps, by), STEPS, BY);
    const { shown, expected } = await page.evaluate(() => bench.place());
    assert.ok(Math.abs(shown - expected) <= 1, `${name} shows row ${shown} where row ${expected} belongs`);
    await page.close();
    return { first, firstWork, step, blank };
  });
} finally {
  await browser.close();
}

const of = (name, figure) => spread(results.get(name).map((result) => result[figure]));
const ratio = (name, figure, other) => of(name, figure).median / of(other, figure).median;
const best = (figure) => PEERS.reduce((found, peer) => (of(peer, figure).median < of(found, figure).median ? peer : found));

console.log(`Table of ${count} rows × ${COLUMNS.length} columns, ${rounds} interleaved rounds, a fresh page each, median [min–max]`);
printTable(
  [
    'table',
    'first render ms',
    '× limit',
    'its main thread CPU ms',
    `scroll: main thread CPU ms/step of ${BY} px`,
    '× limit',
    `blank frames of ${STEPS}`,
  ],
  TABLES.map((name) => [
    name,
    show(of(name, 'first')),
    ratio(name, 'first', LIMIT).toFixed(2),
    show(of(name, 'firstWork')),
    show(of(name, 'step')),
    ratio(name, 'step', LIMIT).toFixed(2),
    show(of(name, 'blank')),
  ]),
);
const [firstPeer, stepPeer] = [best('first'), best('step')];
judge([
  { name: `first render to the best peer (${firstPeer})`, value: ratio(OURS, 'first', firstPeer), most: 0.7 },
  { name: `scroll work to the best peer (${stepPeer})`, value: ratio(OURS, 'step', stepPeer), most: 1 },
  { name: 'blank frames', value: of(OURS, 'blank').max, most: 0 },
]);
