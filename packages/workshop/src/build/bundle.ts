import { build, type Plugin } from 'vite';
import { at } from '../paths.mjs';
import { renamePolicy } from './rename-policy.ts';
import { production } from './vite-config.ts';

/** Builds `portico.js`, by default in `dist`: the whole kit as one self-contained ES module. Not in lib mode, which neither minifies it nor replaces NODE_ENV. */
export async function buildBundle(outDir = at('dist'), ...plugins: Plugin[]): Promise<void> {
  await build({
    ...production(),
    root: at('packages/portico'),
    plugins: [renamePolicy('portico'), ...plugins],
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      minify: true,
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: {
        input: at('packages/portico/src/portico.ts'),
        preserveEntrySignatures: 'strict',
        output: { format: 'es', codeSplitting: false, entryFileNames: 'portico.js' },
      },
    },
  });
}
