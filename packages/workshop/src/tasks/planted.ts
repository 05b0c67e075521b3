import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium } from '../chromium.mjs';
import { filesOf } from '../files.ts';
import { at, say } from '../paths.mjs';
import { copyTree } from '../planted/copy.ts';
import { isAssertion, parsePatch, type Patch, type Runner } from '../planted/patch.ts';
import { run } from '../process.mjs';
import { runBrowserTests } from '../testing/browser-part.ts';
import { runNodeTests } from '../testing/node-part.ts';
import { tool } from '../tool.ts';

/** A test that ran: its full title, and the error where it failed. */
interface Ran {
  readonly title: string;
  readonly passed: boolean;
  readonly error?: unknown;
}

/** Builds what a page test opens, inside the copy. */
async function buildPages(folder: string): Promise<void> {
  const env = { ...process.env, PORTICO_SETUP: 'skip' };
  const { code, text } = await run(process.execPath, [join(folder, 'packages/workshop/run.mjs'), 'build', 'bundle', 'demo'], {
    cwd: folder,
    env,
    output: 'capture',
  });
  if (code !== 0) throw new Error(`the demo does not build: ${text.trim()}`);
}

async function runTests(folder: string, runner: Runner, files: readonly string[]): Promise<readonly Ran[]> {
  if (files.length === 0) return [];
  if (runner === 'web') {
    const chromium = await ensureChromium();
    if (chromium === null) throw new Error('there is no Chromium');
    return (await runBrowserTests(files, { chromium, cwd: folder })).map(({ title, passed, error }) => ({ title, passed, error }));
  }
  if (runner === 'page') await buildPages(folder);
  const { passed, failed } = await runNodeTests(files, { cwd: folder, concurrency: runner === 'page' ? 1 : 2 });
  return [...passed.map((title) => ({ title, passed: true })), ...failed.map(({ title, error }) => ({ title, passed: false, error }))];
}

/** The compiler's complaints about the copy, one a line. */
async function complaints(folder: string): Promise<ReadonlySet<string>> {
  const args = [
    tool('@typescript/native', 'tsc'),
    '-p',
    'tsconfig.tests.json',
    '--pretty',
    'false',
    '--incremental',
    '--tsBuildInfoFile',
    '.cache/planted.tsbuildinfo',
  ];
  const { text } = await run(process.execPath, args, { cwd: folder, output: 'capture' });
  // Line numbers move with the patch.
  return new Set(
    text
      .split('\n')
      .map((line) => line.trim().replace(/\(\d+,\d+\)/, ''))
      .filter((line) => /error TS/.test(line)),
  );
}

const apply = (folder: string, patch: Patch, ...more: string[]) =>
  run('git', ['apply', '--whitespace=nowarn', ...more, at(patch.file)], { cwd: folder, output: 'capture' });

/** What keeps a patch from counting before it is even planted: its test is missing, or fails anyway. */
function unfit({ title, test }: Patch, ran: readonly Ran[]): string | null {
  const named = ran.filter((one) => title.test(one.title));
  if (named.length === 0) return `${test} has no test ${String(title)}`;
  return named.every(({ passed }) => passed) ? null : 'its test fails without the bug';
}

/** Plants one bug and runs its test: null when the test fails by assertion, else what happened instead. */
async function plant(folder: string, patch: Patch, before: ReadonlySet<string>): Promise<string | null> {
  const applied = await apply(folder, patch);
  if (applied.code !== 0) return `does not apply: ${applied.text.trim()}`;
  try {
    const fresh = [...(await complaints(folder))].filter((line) => !before.has(line));
    if (fresh.length > 0) return `does not compile: ${fresh.join('; ')}`;
    const failed = (await runTests(folder, patch.runner, [patch.test])).filter(({ title, passed }) => !passed && patch.title.test(title));
    if (failed.length === 0) return 'no test noticed it';
    return failed.some(({ error }) => isAssertion(error))
      ? null
      : `its test fails, but not by assertion: ${String((failed[0]?.error as Error | undefined)?.message ?? failed[0]?.error)}`;
  } finally {
    await apply(folder, patch, '--reverse');
  }
}

/** `npm run planted`: every bug of test/planted, or those whose name holds an argument, must be caught by the test it names. */
export async function main(args: string[]): Promise<number> {
  const patches = filesOf('test/planted/*.patch')
    .map((file) => parsePatch(file, readFileSync(at(file), 'utf8')))
    .filter(({ name }) => args.length === 0 || args.some((part) => name.includes(part)));
  const { folder, remove } = copyTree();
  let caught = 0;
  try {
    say(`running the tests of ${patches.length} planted bugs without them …`);
    const unpatched: Ran[] = [];
    for (const runner of ['node', 'web', 'page'] as const) {
      const files = [...new Set(patches.filter((patch) => patch.runner === runner).map(({ test }) => test))];
      unpatched.push(...(await runTests(folder, runner, files)));
    }
    const before = await complaints(folder);
    for (const patch of patches) {
      const problem = unfit(patch, unpatched) ?? (await plant(folder, patch, before).catch((error: unknown) => String(error)));
      if (problem === null) caught += 1;
      console.log(`${problem === null ? '✓' : '✗'} ${patch.area.padEnd(12)} ${patch.name}${problem === null ? '' : `\n    ${problem}`}`);
    }
  } finally {
    remove();
  }
  console.log(`caught ${caught}/${patches.length}`);
  return caught === patches.length && patches.length > 0 ? 0 : 1;
}
