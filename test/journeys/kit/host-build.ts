import { build, type Plugin, type Rolldown } from 'vite';
import { production } from '../../../packages/workshop/src/build/vite-config.ts';
import { staticChunks } from '../../../packages/workshop/src/checks/size.ts';
import { at } from '../../../packages/workshop/src/paths.mjs';

/** A host page as its own bundler builds it. */
export interface HostBuild {
  /** Path of its page inside `dist`. */
  readonly path: `/${string}`;
  readonly html: string;
  /** What the page imports statically, itself included: paths inside `dist`. */
  readonly first: readonly string[];
  /** What it may import later. */
  readonly later: readonly string[];
}

/** A build that says to be of another version, with a Lit of its own. */
export const otherVersion = (version: string): Plugin => ({
  name: 'portico:other-version',
  transform: (_code, id) => (/elements[/\\]src[/\\]kit[/\\]version\.ts$/.test(id) ? `export const version = '${version}';` : undefined),
});

/** Builds a page of a host that depends on the kit's packages: a script of its own, and markup. */
export async function buildHost(name: string, script: string, markup: string, ...plugins: Plugin[]): Promise<HostBuild> {
  const entry = at('packages/portico/src/journey-entry.js');
  const folder = `first-input/${name}`;
  const result = await build({
    ...production(),
    // Resolved as a host would, from a folder that depends on the whole kit.
    root: at('packages/portico'),
    publicDir: false,
    base: './',
    plugins: [
      ...plugins,
      {
        name: 'portico:journey',
        enforce: 'pre',
        resolveId: (id) => (id === 'virtual:journey' ? entry : null),
        load: (id) => (id === entry ? script : null),
      },
    ],
    build: {
      outDir: at('dist', folder),
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: { input: 'virtual:journey', output: { entryFileNames: 'page.js', chunkFileNames: '[name]-[hash].js' } },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  const chunks = output.filter((file) => file.type === 'chunk');
  const first = staticChunks(chunks);
  const inDist = (file: string): string => `/${folder}/${file}`;
  return {
    path: `/${folder}/index.html`,
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8" /><title>Host</title><script type="module" src="page.js"></script></head><body>${markup}</body></html>`,
    first: first.map(inDist),
    later: chunks
      .map(({ fileName }) => fileName)
      .filter((file) => !first.includes(file))
      .map(inDist),
  };
}
