import { join, relative } from 'node:path';
import { run } from 'node:test';
import { inspect } from 'node:util';
import { root } from '../paths.mjs';
import { failure, nothing, type Tally } from './tally.ts';

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
  /** What the tests print is shown also when they pass, as the counts of keys in journeys are. @default false */
  readonly isHeard?: boolean;
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

/** Test files that run in Node: those that need no browser, and those that drive one themselves. */
export async function nodePart(files: readonly string[], options?: NodeRunOptions): Promise<Tally> {
  if (files.length === 0) return nothing;
  const { passed, failed, output } = await runNodeTests(files, options);
  const lines = failed.map(({ title, place, error }) => failure(title, place, errorText(error)));
  return {
    passed: passed.length,
    failed: failed.length,
    lines: (options?.isHeard || failed.length > 0) && output.length > 0 ? [...lines, output.join('').trim()] : lines,
  };
}
