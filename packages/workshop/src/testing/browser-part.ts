import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../paths.mjs';
import { run } from '../process.mjs';
import { tool } from '../tool.ts';
import type { BrowserResult } from './tally-reporter.mjs';
import { askedAgain, failure, nothing, unable, type Tally } from './tally.ts';

/** Options of {@link runBrowserTests}. */
export interface BrowserRunOptions {
  readonly chromium: string;
  readonly cwd?: string;
  /** Only tests whose full title matches this expression. */
  readonly grep?: string;
}

/** Runs test files in Chromium by @web/test-runner, in a process of its own: the runner ends its process where it cannot start. */
export async function runBrowserTests(
  files: readonly string[],
  { chromium, cwd = root, grep }: BrowserRunOptions,
): Promise<readonly BrowserResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'portico-browser-tests-'));
  const report = join(folder, 'report.json');
  try {
    const env = {
      ...process.env,
      CHROMIUM: chromium,
      PORTICO_TEST_FILES: JSON.stringify(files.map((file) => join(cwd, file))),
      PORTICO_TEST_REPORT: report,
      ...(grep === undefined ? {} : { PORTICO_TEST_GREP: grep }),
    };
    const args = [tool('@web/test-runner', 'wtr'), '--config', join(cwd, 'test/web-test-runner.config.mjs')];
    const { text } = await run(process.execPath, args, { cwd, env, output: 'capture' });
    try {
      return JSON.parse(readFileSync(report, 'utf8')) as BrowserResult[];
    } catch {
      throw new Error(`the browser runner gave no report:\n${text.trim()}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The tests of elements, and all that need a real browser but no page. */
export async function browserPart(files: readonly string[], chromium: string | null): Promise<Tally> {
  if (files.length === 0) return nothing;
  if (chromium === null) return unable(`${files.length} browser test files did not run: there is no Chromium`);
  const results = await runBrowserTests(files, { chromium });
  const failing = results.filter((result) => !result.passed);
  const failed = failing.map(({ file, title, error }) => ({
    title,
    told: failure(title, file, [error?.name, error?.message, error?.stack].filter(Boolean).join('\n')),
  }));
  const tally = await askedAgain(failed, async () => {
    const files = [...new Set(failing.map(({ file }) => file))];
    return (await runBrowserTests(files, { chromium })).filter(({ passed }) => !passed).map(({ title }) => title);
  });
  return { passed: results.length - tally.failed, ...tally };
}
