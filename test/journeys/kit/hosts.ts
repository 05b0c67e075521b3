import { readdirSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import type { OpenOptions } from '../../../packages/workshop/src/testing/page.ts';
import { at } from '../../../packages/workshop/src/paths.mjs';

/** A way to host the demo portal, with the policy line that goes with it. */
export interface Host {
  readonly name: string;
  /** How to open it; `query` is the address's own. */
  readonly open: (query?: string) => Pick<OpenOptions, 'path' | 'files' | 'policy'>;
}

const script = (name: string): string =>
  stripTypeScriptTypes(readFileSync(at('demo', name), 'utf8'))
    .replaceAll("from 'portico'", "from '/portico.js'")
    .replace(/(from |import\()'(\.\/[a-z-]+)\.ts'/g, "$1'$2.js'");

/** The demo without any build: its own pages and scripts, types taken off, over the one-file bundle. */
function overTheBundle(): Readonly<Record<`/${string}`, string>> {
  const names = readdirSync(at('demo'));
  const html = readFileSync(at('demo/index.html'), 'utf8').replace('./start.ts', './start.js');
  return Object.fromEntries([
    ['/host/index.html', html],
    ...names.filter((name) => /\.(css|svg)$/.test(name)).map((name) => [`/host/${name}`, readFileSync(at('demo', name), 'utf8')]),
    ...names.filter((name) => name.endsWith('.ts')).map((name) => [`/host/${name.replace('.ts', '.js')}`, script(name)]),
  ]) as Readonly<Record<`/${string}`, string>>;
}

/** The demo as a customer's bundler builds it from the packages, and as a page that just loads `portico.js`. */
export const hosts: readonly Host[] = [
  { name: 'npm modules', open: (query = '') => ({ path: `/demo/${query}`, policy: 'lit-html' }) },
  { name: 'one file', open: (query = '') => ({ path: `/host/index.html${query}`, files: overTheBundle(), policy: 'portico' }) },
];
