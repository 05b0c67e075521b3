import { join, relative } from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { root } from '../paths.mjs';
import { askedAgain, failure, nothing, type Tally } from './tally.ts';

/** A failed test as the runner reports it. */
export interface NodeFailure {
  readonly title: string;
  readonly place: string;
  readonly error: unknown;
}

/** What a run of test files in Node came to. */
export interface NodeRun {
  readonly passed: readonly string[];
  readonly failed: readonly NodeFailure[];
  readonly output: readonly string[];
}

/** Options of {@link runNodeTests}. */
export interface NodeRunOptions {
  readonly cwd?: string;
  readonly concurrency?: number;
}

/** Runs test files in Node, one process each, sources as sources. Titles carry the names of the suites around them. */
export async function runNodeTests(files: readonly string[], { cwd = root, concurrency = 2 }: NodeRunOptions = {}): Promise<NodeRun> {
  const passed: string[] = [];
  const failed: NodeFailure[] = [];
  const output: string[] = [];
  const open = new Map<string, string[]>();
  const stream = run({
    cwd,
    concurrency,
    files: files.map((file) => join(cwd, file)),
    execArgv: ['--conditions=portico-source', '--disable-warning=ExperimentalWarning'],
  });
  const titleOf = (file: string | undefined, nesting: number, name: string) =>
    [...(open.get(file ?? '') ?? []).slice(0, nesting), name].join(' › ');

  stream.on('test:start', ({ file, nesting, name }) => {
    const names = open.get(file ?? '') ?? [];
    open.set(file ?? '', [...names.slice(0, nesting), name]);
  });
  stream.on('test:pass', ({ file, nesting, name, details, skip, todo }) => {
    if (details.type === 'suite' || skip !== undefined || todo !== undefined) return;
    // A file without a test passes under its own path: a check that cannot fail.
    if (name === file) failed.push({ title: name, place: relative(cwd, name), error: new Error('there is no test in this file') });
    else passed.push(titleOf(file, nesting, name));
  });
  stream.on('test:fail', ({ file, line, nesting, name, details }) => {
    const { failureType, cause } = details.error as Error & { failureType?: string };
    // A parent fails when a child does; only the child says why.
    if (failureType === 'subtestsFailed') return;
    failed.push({ title: titleOf(file, nesting, name), place: `${relative(cwd, file ?? '')}:${line ?? 1}`, error: cause ?? details.error });
  });
  stream.on('test:stdout', ({ message }) => output.push(message));
  stream.on('test:stderr', ({ message }) => output.push(message));
  for await (const _ of stream);
  return { passed, failed, output };
}

/** The error of a failed test as text. */
export const errorText = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : inspect(error));

/** What is printed of a run: what failed, and all that the tests said where somebody wants to hear it. */
const told = (lines: readonly string[], output: readonly string[], isHeard: boolean): readonly string[] =>
  (isHeard || lines.length > 0) && output.length > 0 ? [...lines, output.join('').trim()] : lines;

const toldOf = ({ title, place, error }: NodeFailure): string => failure(title, place, errorText(error));

/** Test files that need no browser. */
export async function nodePart(files: readonly string[]): Promise<Tally> {
  if (files.length === 0) return nothing;
  const { passed, failed, output } = await runNodeTests(files);
  return { passed: passed.length, failed: failed.length, lines: told(failed.map(toldOf), output, false) };
}

/** Test files that drive a browser themselves, one after the other; what they print, as the counts of keys, is shown also when they pass. */
export async function pagesPart(files: readonly string[]): Promise<Tally> {
  if (files.length === 0) return nothing;
  const alone = { concurrency: 1 };
  const { passed, failed, output } = await runNodeTests(files, alone);
  const failures = failed.map((one) => ({ title: one.title, told: toldOf(one) }));
  const { failed: stillFailed, lines } = await askedAgain(failures, async () => {
    const failing = new Set(failed.map(({ place }) => place.replace(/:\d+$/, '')));
    return (await runNodeTests([...failing], alone)).failed.map(({ title }) => title);
  });
  return { passed: passed.length + failed.length - stillFailed, failed: stillFailed, lines: told(lines, output, true) };
}
