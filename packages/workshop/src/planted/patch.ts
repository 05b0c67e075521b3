import { basename } from 'node:path';

/** What runs the named test: Node, @web/test-runner, or Node driving a page of the built demo. */
export type Runner = 'node' | 'web' | 'page';

/** A planted bug: a patch, and the test that must notice it. */
export interface Patch {
  readonly name: string;
  readonly file: string;
  /** The test file, as a path from the root. */
  readonly test: string;
  /** Matches the full title of the test, suites included. */
  readonly title: RegExp;
  readonly runner: Runner;
  readonly area: string;
  readonly touches: readonly string[];
}

const runners: readonly string[] = ['node', 'web', 'page'] satisfies Runner[];
const header = (text: string, name: string): string | undefined => new RegExp(`^# ${name}: *(.+?) *$`, 'm').exec(text)?.[1];

/** Reads a patch's header. Throws with what is missing from it, or when it changes anything but the sources of a package. */
export function parsePatch(file: string, text: string): Patch {
  const wrong = (what: string): never => {
    throw new Error(`${file}: ${what}; test/planted/README.md has the format`);
  };
  const [test, title] = (header(text, 'test') ?? '').split(/ -- (.*)/);
  const runner = header(text, 'runner') ?? 'node';
  const area = header(text, 'area');
  const touches = [...text.matchAll(/^\+\+\+ b\/(.+)$/gm)].map(([, path = '']) => path.trim());
  if (!test || !title) return wrong("no line '# test: <file> -- <title>'");
  if (!runners.includes(runner)) return wrong(`no runner '${runner}'`);
  if (area === undefined) return wrong("no line '# area: …'");
  const strange = touches.filter((path) => !/^packages\/[^/]+\/src\//.test(path) || /\.test\.ts$/.test(path));
  if (touches.length === 0 || strange.length > 0)
    return wrong(`it must change sources of packages, and changes ${strange.join(', ') || 'nothing'}`);
  return { name: basename(file, '.patch'), file, test, title: new RegExp(title), runner: runner as Runner, area, touches };
}

interface ErrorLike {
  readonly name?: string;
  readonly code?: string;
  readonly message?: string;
  readonly cause?: unknown;
}

/** Whether a test failed because it compared and found a difference, directly or inside a property; a crash proves less. */
export function isAssertion(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, code, message, cause } = error as ErrorLike;
  if (
    code === 'ERR_ASSERTION' ||
    name === 'AssertionError' ||
    name === 'CheckFailure' ||
    /^Property failed by returning false/.test(message ?? '')
  )
    return true;
  return isAssertion(cause);
}
