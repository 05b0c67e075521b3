import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as SheetJS from 'xlsx';
import { claims, COLUMNS } from './export/rows.mjs';
import { bundle, launch, mainThreadTime, openPage, rendererCpu } from './lib/browser.mjs';
import { judge, printTable } from './lib/report.mjs';
import { interleaved, show, spread } from './lib/rounds.mjs';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '100000' }, rounds: { type: 'string', default: '7' } } });
const count = Number(values.rows);
const rounds = Number(values.rounds);
const OURS = 'portico';
const LIMIT = 'limit';
const PEERS = ['hucre', 'sheetjs'];
const WRITERS = [OURS, LIMIT, ...PEERS];

const script = await bundle(fileURLToPath(new URL('./export/page.mjs', import.meta.url)));
const browser = await launch();
let results;
try {
  results = await interleaved(WRITERS, rounds, async (name, round) => {
    const page = await openPage(browser, script);
    await page.evaluate((...args) => bench.prepare(...args), name, count);
    const [cpu, main] = [await rendererCpu(browser), await mainThreadTime(page)];
    const run = await page.evaluate((name) => bench.run(name), name);
    const result = { ...run, cpu: (await rendererCpu(browser)) - cpu, main: (await mainThreadTime(page)) - main };
    if (round === 0) readBack(name, await page.evaluate(() => bench.file()));
    await page.close();
    return result;
  });
} finally {
  await browser.close();
}

const of = (name, figure) => spread(results.get(name).map((result) => result[figure]));
const ratio = (name, figure, other) => of(name, figure).median / of(other, figure).median;
const bestPeer = PEERS.reduce((best, peer) => (of(peer, 'cpu').median < of(best, 'cpu').median ? peer : best));

console.log(`XLSX of ${count} rows × ${COLUMNS.length} columns, ${rounds} interleaved rounds, a fresh page each, median [min–max]`);
printTable(
  ['writer', 'renderer CPU ms', '× limit', 'main thread ms', 'wall ms', 'longest task ms (0: under 50)', 'file MB'],
  WRITERS.map((name) => [
    name,
    show(of(name, 'cpu')),
    ratio(name, 'cpu', LIMIT).toFixed(2),
    ...['main', 'wall', 'longest'].map((figure) => show(of(name, figure))),
    (of(name, 'bytes').median / 1e6).toFixed(2),
  ]),
);
console.log(`every file of the first round was read back: ${count} rows, all cells compared; later rounds have the same length`);
for (const name of WRITERS) assert.equal(of(name, 'bytes').min, of(name, 'bytes').max, `${name} wrote files of different lengths`);
console.log(`renderer CPU to the hand-written limit: ${ratio(OURS, 'cpu', LIMIT).toFixed(2)}`);
judge([{ name: `renderer CPU to the best peer (${bestPeer})`, value: ratio(OURS, 'cpu', bestPeer), most: 0.6 }]);

/** Fails unless the file holds every claim, cell for cell. @param {string} name @param {string} base64 */
function readBack(name, base64) {
  const book = SheetJS.read(base64, { type: 'base64', dense: true });
  const sheet = book.Sheets[book.SheetNames[0]];
  const expected = claims(count);
  assert.equal(sheet.length, count + 1, `${name}: rows in the file`);
  expected.forEach((row, i) => {
    const cells = sheet[i + 1];
    row.forEach((value, column) => {
      const { kind } = COLUMNS[column];
      const wanted = kind === 'text' ? value : kind === 'date' ? Date.parse(value) / 864e5 + 25569 : Number(value);
      if (cells[column]?.v !== wanted)
        assert.fail(`${name}: row ${i + 1}, ${COLUMNS[column].header}: ${cells[column]?.v} instead of ${wanted}`);
    });
  });
}
