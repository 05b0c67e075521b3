import { parseArgs } from 'node:util';
import { cure, ensureChromium } from '../chromium.mjs';
import { isInGroup, testFiles } from '../files.ts';
import { at, say } from '../paths.mjs';
import { run } from '../process.mjs';
import { browserPart } from '../testing/browser-part.ts';
import { nodePart, pagesPart } from '../testing/node-part.ts';
import { storiesPart } from '../testing/stories-part.ts';
import { nothing, sum, unable, type Tally } from '../testing/tally.ts';

/** Runs one part; what it throws is one failure of its own, so that no part hides another. */
async function part(name: string, body: () => Promise<Tally>): Promise<Tally> {
  const started = performance.now();
  const tally = await body().catch((error: unknown) => unable(error instanceof Error ? error.message : String(error)));
  for (const line of tally.lines) console.log(line);
  console.log(`${name}: ${tally.passed} passed, ${tally.failed} failed (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  return tally;
}

/** A build in a process of its own: Vite takes the environment of its process into the output. */
async function built(...parts: string[]): Promise<void> {
  const { code, text } = await run(process.execPath, [at('packages/workshop/run.mjs'), 'build', ...parts], { output: 'capture' });
  if (code !== 0) throw new Error(`${parts.join(' and ')} could not be built:\n${text.trim()}`);
}

/** `npm test`: every test, or those of one group of files, with `--slow 6` in a browser six times slower; the last line is the count of all. */
export async function main(args: string[]): Promise<number> {
  const { group, slow } = parseArgs({ args, options: { group: { type: 'string' }, slow: { type: 'string' } } }).values;
  if (slow !== undefined) process.env.PORTICO_SLOW = slow;
  const [node, browser, stories, pages] = [testFiles.node(), testFiles.browser(), testFiles.stories(), testFiles.pages()].map((files) =>
    files.filter((file) => isInGroup(file, group)),
  ) as [string[], string[], string[], string[]];
  const needsBrowser = browser.length + stories.length + pages.length > 0;
  const chromium = needsBrowser ? await ensureChromium() : null;
  if (needsBrowser && chromium === null) say(`no Chromium: ${cure}`);
  if (chromium !== null) process.env.CHROMIUM = chromium;

  const page = async () => {
    if (pages.length === 0) return nothing;
    if (chromium === null) return unable(`${pages.length} page test files did not run: there is no Chromium`);
    await built('bundle', 'demo');
    return pagesPart(pages);
  };
  const story = async () => {
    if (stories.length === 0) return nothing;
    await built('storybook');
    return storiesPart(chromium, group);
  };
  const total = sum([
    await part('node', () => nodePart(node)),
    await part('browser', () => browserPart(browser, chromium)),
    await part('stories', story),
    await part('pages', page),
  ]);
  if (total.passed + total.failed === 0) say(`no test${group === undefined ? '' : ` in the group '${group}'`}`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}
