import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { serve } from '../../packages/workshop/src/build/static-server.ts';
import { production } from '../../packages/workshop/src/build/vite-config.ts';
import { gzipped, staticChunks } from '../../packages/workshop/src/checks/size.ts';
import { credentials } from './first-form/credentials.mjs';
import { watch } from './first-form/watch.mjs';
import { launch } from './lib/browser.mjs';
import { judge, printTable } from './lib/report.mjs';
import { interleaved, show, spread } from './lib/rounds.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '15' }, slowdown: { type: 'string', default: '4' } } });
const rounds = Number(values.rounds);
const rate = Number(values.slowdown);
const OURS = 'portico';
const LIMIT = 'limit';
const PEER = 'vaadin';
const FORMS = [OURS, LIMIT, PEER];

const folder = mkdtempSync(join(tmpdir(), 'portico-first-form-'));

/** Builds a form's page as a host's bundler does: code that is needed later in files of its own, the first ones announced in the page. */
async function buildPage(name) {
  const { output } = await build({
    ...production(),
    logLevel: 'error',
    publicDir: false,
    base: './',
    build: {
      outDir: join(folder, name),
      target: 'es2022',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: {
        input: fileURLToPath(new URL(`./first-form/${name}.mjs`, import.meta.url)),
        output: { entryFileNames: 'page.js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  const chunks = output.filter(({ type }) => type === 'chunk');
  const first = staticChunks(chunks);
  const links = first.filter((file) => file !== 'page.js').map((file) => `<link rel="modulepreload" href="${file}">`);
  writeFileSync(
    join(folder, name, 'index.html'),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>bench</title>${links.join('')}<script type="module" src="page.js"></script></head><body></body></html>`,
  );
  return chunks.filter(({ fileName }) => first.includes(fileName)).reduce((sum, { code }) => sum + gzipped(code), 0);
}

const bytes = new Map();
for (const name of FORMS) bytes.set(name, await buildPage(name));
const server = await serve(folder);
const browser = await launch();
let results;
try {
  results = await interleaved(FORMS, rounds, async (name) => {
    // A context of its own: no cache, neither of files nor of compiled code.
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    const errors = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.evaluateOnNewDocument(watch, credentials);
    const session = await page.createCDPSession();
    await session.send('Emulation.setCPUThrottlingRate', { rate });
    await page.goto(`${server.url}/${name}/`);
    await page.waitForFunction('bench.result.answered !== null', { timeout: 60_000 });
    const result = await page.evaluate('bench.result');
    assert.deepEqual(errors, [], name);
    assert.deepEqual({ name: result.arrived.name, password: result.arrived.password }, credentials, `${name}: what was typed arrives`);
    await context.close();
    return result;
  });
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}

const of = (name, figure) => spread(results.get(name).map((result) => result[figure]));
/** Round by round, so that a minute in which the machine was busy with something else counts for both. */
const ratio = (name, figure, other) =>
  spread(results.get(name).map((result, round) => result[figure] / results.get(other)[round][figure])).median;

console.log(`First form: sign-in in a fresh page at ${rate}× CPU slowdown, ${rounds} interleaved rounds, median [min–max]`);
printTable(
  ['form', 'usable: typed and kept, button on, ms', '× limit', 'answered: name and password arrived, ms', '× limit', 'first load gzipped'],
  FORMS.map((name) => [
    name,
    ...['usable', 'answered'].flatMap((figure) => [show(of(name, figure)), ratio(name, figure, LIMIT).toFixed(2)]),
    String(bytes.get(name)),
  ]),
);
judge([
  { name: 'usable to bare Lit and XState', value: ratio(OURS, 'usable', LIMIT), most: 1.15 },
  { name: 'usable to Vaadin login', value: ratio(OURS, 'usable', PEER), most: 0.85 },
]);
