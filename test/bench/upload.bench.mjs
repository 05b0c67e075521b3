import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bundle, launch, openPage } from './lib/browser.mjs';
import { judge, printTable } from './lib/report.mjs';
import { interleaved, show, spread } from './lib/rounds.mjs';

const { values } = parseArgs({ options: { files: { type: 'string', default: '40' }, rounds: { type: 'string', default: '3' } } });
const count = Number(values.files);
const rounds = Number(values.rounds);
const NAMES = ['portico', 'checks', 'limit'];
const MEBIBYTE = 1024 * 1024;

const script = await bundle(fileURLToPath(new URL('./upload/page.mjs', import.meta.url)));
const results = await interleaved(NAMES, rounds, async (name) => {
  // A browser of its own: its folder goes with it, and a gigabyte in it.
  const browser = await launch();
  try {
    const page = await openPage(browser, script);
    await page.evaluate((...args) => bench.prepare(...args), name, count);
    const memory = await sampling(browser, page);
    await page.tracing.start({ categories: ['toplevel'] });
    const run = await page.evaluate((name) => bench.run(name), name);
    return { ...run, ...(await memory.end()), busiest: longestTask(await page.tracing.stop()) };
  } finally {
    await browser.close();
  }
});

/** What the page's process holds while something runs, in MB above what it held before: JavaScript heap, and memory of the process (Linux). */
async function sampling(browser, page) {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
  const resident = () => {
    try {
      return renderers.reduce((sum, id) => sum + Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]) * 4_096, 0);
    } catch {
      return 0;
    }
  };
  const heap = async () => (await page.metrics()).JSHeapUsedSize ?? 0;
  const before = { resident: resident(), heap: await heap() };
  const peak = { ...before };
  let isOver = false;
  const loop = (async () => {
    while (!isOver) {
      peak.resident = Math.max(peak.resident, resident());
      peak.heap = Math.max(peak.heap, await heap());
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  })();
  return {
    end: async () => {
      isOver = true;
      await loop;
      return { resident: (peak.resident - before.resident) / MEBIBYTE, heap: (peak.heap - before.heap) / MEBIBYTE };
    },
  };
}

/** CPU time of the longest task of a page's main thread, in ms: how long it would block a machine that does nothing else. */
function longestTask(trace) {
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace));
  const mains = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const isMain = new Set(mains.map(({ pid, tid }) => `${pid}/${tid}`));
  const tasks = traceEvents.filter(({ ph, name, pid, tid }) => ph === 'X' && /RunTask$/.test(name) && isMain.has(`${pid}/${tid}`));
  if (tasks.length === 0) throw new Error('the trace holds no task of the page');
  return tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur), 0) / 1000;
}

const of = (name, figure) => spread(results.get(name).map((result) => result[figure]));
console.log(`${count} files of 25 MB dropped at once, ${rounds} interleaved rounds, a fresh browser each, median [min–max]`);
printTable(
  [
    'work',
    'total ms',
    '× limit',
    'ms a file',
    'longest task, CPU ms',
    'longest block, wall ms',
    'tasks over 50 ms, wall',
    'heap + MB',
    'process + MB',
  ],
  NAMES.map((name) => [
    name,
    show(of(name, 'milliseconds')),
    (of(name, 'milliseconds').median / of('limit', 'milliseconds').median).toFixed(2),
    (of(name, 'milliseconds').median / count).toFixed(0),
    ...['busiest', 'longest', 'long', 'heap', 'resident'].map((figure) => show(of(name, figure))),
  ]),
);
console.log(
  'portico: the element over IndexedDB, so each file is checked and hashed twice, by the page and by its back office; checks: once',
);
console.log('wall time counts what else the machine does: compare it with that of the limit');
judge([{ name: 'longest task while the files are taken, CPU ms', value: of('portico', 'busiest').median, most: 50 }]);
