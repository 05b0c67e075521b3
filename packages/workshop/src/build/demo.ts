import { build } from 'vite';
import { filesOf } from '../files.ts';
import { at } from '../paths.mjs';
import { copyIntranet } from './intranet.ts';
import { production } from './vite-config.ts';

/** Builds the host pages of `demo/` into `dist/demo`, as a customer's bundler would: from the packages, styles linked, nothing inline. The intranet has none. */
export async function buildDemo(): Promise<boolean> {
  const pages = filesOf('demo/**/*.html').filter((page) => !page.startsWith('demo/intranet/'));
  if (pages.length === 0) return false;
  await build({
    ...production(),
    root: at('demo'),
    base: './',
    build: {
      outDir: at('dist/demo'),
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: { input: pages.map((page) => at(page)) },
    },
  });
  copyIntranet();
  return true;
}
