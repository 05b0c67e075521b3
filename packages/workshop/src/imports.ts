/** One import or re-export of a file. `type`: nothing of it is left at run time (`{ type A }` alone still loads the file). `lazy`: an `import()`. */
export interface Import {
  readonly from: string;
  readonly kind: 'type' | 'value' | 'lazy';
}

const stringOrComment = /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/.*$/gm;
const statement = /\b(?:import|export)\s+(type\s+)?([\w\s{},*$]+?)\s+from\s*['"]([^'"]+)['"]/g;
const sideEffect = /\bimport\s*['"]([^'"]+)['"]/g;
const dynamic = /(typeof\s+)?\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** A source's text without comments; what looks like one inside a string stays. */
export const withoutComments = (text: string): string => text.replace(stringOrComment, (_, string: string | undefined) => string ?? '');

/** Every import and re-export in the text of a source. */
export function importsOf(text: string): readonly Import[] {
  const code = withoutComments(text);
  return [
    ...[...code.matchAll(statement)].map(([, type, , from = '']): Import => ({ from, kind: type ? 'type' : 'value' })),
    ...[...code.matchAll(sideEffect)].map(([, from = '']): Import => ({ from, kind: 'value' })),
    ...[...code.matchAll(dynamic)].map(([, type, from = '']): Import => ({ from, kind: type ? 'type' : 'lazy' })),
  ];
}

/** Where an import points, as a path from the root of the repository; a package's name as it is. */
export function targetOf(path: string, from: string): string {
  if (!from.startsWith('.')) return from;
  const parts = path.split('/').slice(0, -1);
  for (const part of from.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}
