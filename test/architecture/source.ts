/** One source file: its path from the root of the repository, and its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** One import or re-export of a file. `type`: nothing of it is left at run time (`{ type A }` alone still loads the file). `lazy`: an `import()`. */
export interface Import {
  readonly from: string;
  readonly kind: 'type' | 'value' | 'lazy';
}

/** A broken rule: where, what, and how to cure it. */
export interface Finding {
  readonly rule: string;
  readonly path: string;
  readonly what: string;
  readonly cure: string;
}

/** A rule looks at one file and reports what breaks it. */
export type Rule = (source: Source) => readonly Finding[];

const stringOrComment = /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/.*$/gm;

/** The text without comments; what looks like one inside a string stays. */
export const withoutComments = (text: string): string => text.replace(stringOrComment, (_, string: string | undefined) => string ?? '');

const statement = /\b(?:import|export)\s+(type\s+)?([\w\s{},*$]+?)\s+from\s*['"]([^'"]+)['"]/g;
const sideEffect = /\bimport\s*['"]([^'"]+)['"]/g;
const dynamic = /(typeof\s+)?\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Every import and re-export of a source. */
export function importsOf({ text }: Source): readonly Import[] {
  const code = withoutComments(text);
  return [
    ...[...code.matchAll(statement)].map(([, type, , from = '']): Import => ({
      from,
      kind: type ? 'type' : 'value',
    })),
    ...[...code.matchAll(sideEffect)].map(([, from = '']): Import => ({ from, kind: 'value' })),
    ...[...code.matchAll(dynamic)].map(([, type, from = '']): Import => ({ from, kind: type ? 'type' : 'lazy' })),
  ];
}

/** Where a relative import points, as a path from the root; a package's name as it is. */
export function targetOf(source: Source, from: string): string {
  if (!from.startsWith('.')) return from;
  const parts = source.path.split('/').slice(0, -1);
  for (const part of from.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** Package, area and role that a path speaks of. An area is a folder under `src`; a role is what stands before `.ts`. */
export function placeOf(path: string): { readonly package: string | null; readonly area: string | null; readonly role: string | null } {
  const [, name = null, area = null] = /^packages\/([^/]+)\/(?:src\/)?(?:([^/]+)\/)?/.exec(path) ?? [];
  const [, role = null] = /\.([a-z]+)\.ts$/.exec(path.replace(/\.ar\.ts$/, '.ts')) ?? [];
  return { package: name, area: /\/src\/[^/]+\//.test(path) ? area : null, role };
}

/** Whether a file is a test: it may put together what products keep apart. */
export const isTest = (path: string): boolean => /\.test\.ts$/.test(path) || path.startsWith('test/');
