import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { at, root } from '../paths.mjs';

/** A copy of the working tree in which bugs can be planted. */
export interface TreeCopy {
  readonly folder: string;
  remove(): void;
}

const left = new Set(['.git', '.cache', 'dist', 'node_modules', 'coverage']);

/** Links every installed package into the copy, but the workspaces' own names to the copy's sources. */
function linkPackages(folder: string): void {
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '@portico'), { recursive: true });
  for (const name of readdirSync(at('node_modules'))) {
    if (name !== '@portico' && name !== 'portico') symlinkSync(at('node_modules', name), join(modules, name));
  }
  for (const name of readdirSync(at('packages'))) {
    const link = name === 'portico' ? join(modules, name) : join(modules, '@portico', name);
    symlinkSync(join(folder, 'packages', name), link, 'junction');
  }
}

/** Copies the working tree, as it stands and not as it was committed, into a temporary folder. */
export function copyTree(): TreeCopy {
  const folder = mkdtempSync(join(tmpdir(), 'portico-planted-'));
  for (const name of readdirSync(root)) {
    if (left.has(name)) continue;
    cpSync(at(name), join(folder, name), { recursive: true, filter: (source) => !left.has(basename(source)) });
  }
  linkPackages(folder);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
