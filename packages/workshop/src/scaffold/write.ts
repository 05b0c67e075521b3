import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { at } from '../paths.mjs';
import { filled, homes, withElement, withEntries, withExports, type SliceNames } from './slice.ts';

/** Changes a file of a tree; a file that is not there counts as empty. */
function change(root: string, path: string, edit: (text: string) => string): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, edit(existsSync(file) ? readFileSync(file, 'utf8') : ''));
  return path;
}

/** Writes the slice into a tree and joins it to its area; answers the paths that were written. Throws before writing when a file is there already. */
export function writeSlice(root: string, names: SliceNames): readonly string[] {
  const files = Object.entries(homes).flatMap(([kind, home]) =>
    readdirSync(at('packages/workshop/templates', kind)).map((name) => ({
      path: filled(`${home}/${name}`, names),
      text: filled(readFileSync(at('packages/workshop/templates', kind, name), 'utf8'), names),
    })),
  );
  const taken = files.find(({ path }) => existsSync(join(root, path)));
  if (taken !== undefined) throw new Error(`${taken.path} is there already`);
  return [
    ...files.map(({ path, text }) => change(root, path, () => text)),
    change(root, `packages/core/src/${names.area}/index.ts`, (text) => withExports(text, names)),
    change(root, 'packages/core/package.json', (text) => withEntries(text, names)),
    change(root, 'packages/elements/src/define/define-elements.ts', (text) => withElement(text, names)),
  ];
}
