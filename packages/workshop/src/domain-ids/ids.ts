import { importsOf, targetOf, withoutComments } from '../imports.ts';

/** What a test stands on: a port (contract, backend, portal, adapter, or a machine with a port), the DOM, or pure functions alone. */
export type Drive = 'port' | 'dom' | 'rule';

/** One test title that cites an id of the domain. */
export interface Citation {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly drives: Drive;
}

/** Reads a file of the repository by its path from the root; null where there is none. */
export type ReadFile = (path: string) => string | null;

const dom =
  /^lit$|^lit\/|^@open-wc\/testing$|^@portico\/elements|^storybook\/test$|^@storybook\/|puppeteer|testing\/page\.ts$|^packages\/elements\/src\/.*\.(?:element|parts)\.ts$/;
const port =
  /^@portico\/(?:backend|adapter-|core\/portal|testing\/(?:contract|faults))|^portico$|\.(?:machine|port|contract|service)\.ts$|^packages\/(?:backend|adapter-[a-z]+)\/src\/|^packages\/core\/src\/portal\//;

const titles = [/\b(?:test|it|describe|suite)\(\s*(['"`])(.*?)\1/g, /\b(?:title|name):\s*(['"`])(.*?)\1/g, /^\s*(['"`])(.*?)\1\s*:/gm];
const cited = /\b([NMEP])(\d{1,2})(?:\s*[–-]\s*\1?(\d{1,2}))?\b/g;

/** The ids that a title begins with: `N4 …`, `N1, N2 and N6 …`, `N1–N3 …`. Later mentions are talk. */
export function idsOf(title: string): readonly string[] {
  const head = /^(?:[NMEP]\d{1,2}|[\s,–-]|and\b|\d{1,2}\b)+/.exec(title)?.[0] ?? '';
  return [...head.matchAll(cited)].flatMap(([, letter = '', from = '', to = from]) =>
    Array.from({ length: Math.max(1, Number(to) - Number(from) + 1) }, (_, i) => `${letter}${Number(from) + i}`),
  );
}

/** Everything a test file imports, also through its own helpers; products are not looked into. */
function reach(path: string, read: ReadFile, seen = new Set<string>()): Set<string> {
  for (const { from } of importsOf(read(path) ?? '')) {
    const target = targetOf(path, from);
    if (seen.has(target)) continue;
    seen.add(target);
    if (/\.test\.ts$|^test\//.test(target)) reach(target, read, seen);
  }
  return seen;
}

/** What a test file drives, by its imports. The DOM is the more telling of the two. */
export function drivesOf(path: string, read: ReadFile): Drive {
  const targets = [...reach(path, read)];
  if (targets.some((target) => dom.test(target))) return 'dom';
  return path.endsWith('.contract.ts') || targets.some((target) => port.test(target)) ? 'port' : 'rule';
}

/** Contract suites that some test runs: by the file itself, or through the entry of `testing`. */
export function contractsInUse(contracts: readonly string[], tests: readonly string[], read: ReadFile): readonly string[] {
  const imported = new Set(tests.flatMap((path) => [...reach(path, read)]));
  return contracts.filter(
    (path) =>
      imported.has(path) ||
      (path.startsWith('packages/testing/src/contract/') &&
        (imported.has('@portico/testing/contract') || imported.has('packages/testing/src/contract/index.ts'))),
  );
}

/** Every citation in a file's titles. */
export function citationsIn(file: string, read: ReadFile): readonly Citation[] {
  const text = withoutComments(read(file) ?? '');
  const drives = drivesOf(file, read);
  return titles.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(([, , title = '']) => idsOf(title).map((id) => ({ id, title, file, drives }))),
  );
}
