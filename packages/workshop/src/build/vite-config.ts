import type { InlineConfig } from 'vite';
import { at } from '../paths.mjs';

/**
 * What every Vite run of the repository shares: sources as sources, no config file, its cache out of the way.
 * `module` must be named: without it XState resolves to its CommonJS build, a third larger, with no warning.
 */
export const shared = {
  configFile: false,
  logLevel: 'warn',
  cacheDir: at('.cache/vite'),
  resolve: { conditions: ['portico-source', 'module', 'browser'] },
} satisfies InlineConfig;

/** {@link shared} for a production build. Vite follows `NODE_ENV` before its mode: a stray `development` would ship Lit's development build. */
export function production(): InlineConfig {
  process.env.NODE_ENV = 'production';
  return {
    ...shared,
    mode: 'production',
    resolve: { conditions: [...shared.resolve.conditions, 'production'] },
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  };
}
