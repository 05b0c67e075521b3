import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { at } from './paths.mjs';

interface Manifest {
  readonly name: string;
  readonly bin?: string | Readonly<Record<string, string>>;
}

/** The JavaScript file behind a command of an installed package, so that no shell and no `.cmd` wrapper stands between. */
export function tool(packageName: string, command = packageName): string {
  const manifestFile = at('node_modules', packageName, 'package.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest;
  const bin = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin?.[command];
  if (bin === undefined) throw new Error(`${packageName} has no command '${command}'`);
  return join(dirname(manifestFile), bin);
}
