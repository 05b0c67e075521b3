/** The names of a new slice, and what stands for them in a template. */
export interface SliceNames {
  readonly area: string;
  readonly stem: string;
}

const pascal = (kebab: string): string => kebab.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const sentence = (kebab: string): string => (kebab.charAt(0).toUpperCase() + kebab.slice(1)).replaceAll('-', ' ');

/** Fills a template's text or path. */
export function filled(text: string, { area, stem }: SliceNames): string {
  const name = pascal(stem);
  return text
    .replaceAll('__stem__', stem)
    .replaceAll('__Stem__', name)
    .replaceAll('__camel__', name.charAt(0).toLowerCase() + name.slice(1))
    .replaceAll('__Title__', sentence(stem))
    .replaceAll('__title__', stem.replaceAll('-', ' '))
    .replaceAll('__area__', area)
    .replaceAll('__Area__', sentence(area));
}

/** What is wrong with the names; null when nothing is. A tag of the platform needs a hyphen. */
export function wrongNames(areas: readonly string[], { area, stem }: SliceNames): string | null {
  if (!areas.includes(area)) return `'${area}' is not an area; there are: ${areas.join(', ')}`;
  return /^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(stem) ? null : `'${stem}' must be two words or more in kebab-case: it becomes a tag`;
}

/** Where each folder of templates goes. */
export const homes = {
  core: 'packages/core/src/__area__',
  elements: 'packages/elements/src/__area__',
  define: 'packages/elements/src/define',
  stories: 'stories/__area__',
} as const;

/** The index of the area with the slice's exports at its end. */
export const withExports = (index: string, names: SliceNames): string =>
  index +
  filled(
    `export { __camel__Machine, type __Stem__Event, type __Stem__Input, type __Stem__Row } from './__stem__.machine.ts';
export { __camel__View, type __Stem__View } from './__stem__.view.ts';
export { __camel__Messages } from './__stem__.messages.ts';
`,
    names,
  );

/** `define-elements.ts` with the new element among the others, in the order of their tags. Throws when it no longer looks as it did. */
export function withElement(source: string, names: SliceNames): string {
  const line = filled("import { __Stem__Element } from '../__area__/__stem__.element.ts';", names);
  const entry = filled("  '__stem__': __Stem__Element,", names);
  const [, head, imports, between, entries, rest] =
    /^((?:\/\*[\s\S]*?\*\/\n)?)((?:import \{ \w+Element \} from .*\n)+)([\s\S]*?export const elements = \{\n)((?: {2}'[a-z-]+': \w+,\n)+)([\s\S]*)$/.exec(
      source,
    ) ?? [];
  if (imports === undefined || entries === undefined)
    throw new Error('packages/elements/src/define/define-elements.ts has changed its shape: add the element by hand');
  const added = (lines: string, one: string): string => `${[...lines.trimEnd().split('\n'), one].sort(byPath).join('\n')}\n`;
  return `${head}${added(imports, line)}${between}${added(entries, entry)}${rest}`;
}

const key = (line: string): string => /from '(.*)'/.exec(line)?.[1] ?? line;
const byPath = (a: string, b: string): number => (key(a) < key(b) ? -1 : 1);

/** Core's package.json with entries for the area and its Arabic texts, where they are missing. */
export function withEntries(manifest: string, { area }: SliceNames): string {
  const pkg = JSON.parse(manifest) as { exports: Record<string, Record<string, string>> };
  const entry = (path: string) => ({
    'portico-source': `./src/${path}.ts`,
    types: `./dist/${path}.d.ts`,
    default: `./dist/${path}.js`,
  });
  pkg.exports[`./${area}`] ??= entry(`${area}/index`);
  pkg.exports[`./${area}/*.messages.ar`] ??= entry(`${area}/*.messages.ar`);
  return `${JSON.stringify(pkg, null, 2)}\n`;
}
