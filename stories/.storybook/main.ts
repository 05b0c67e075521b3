import type { StorybookConfig } from '@storybook/web-components-vite';
import { buildManifest } from '../../packages/workshop/src/build/manifest.ts';
import { say } from '../../packages/workshop/src/paths.mjs';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../**/*.stories.ts', '../*.mdx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: async (vite) => {
    // Pages of documentation are made from it; stories work without.
    await buildManifest().catch((error: unknown) => say(`no manifest: ${String(error)}`));
    return {
      ...vite,
      resolve: {
        ...vite.resolve,
        conditions: ['portico-source', 'module', 'browser', process.env.NODE_ENV === 'production' ? 'production' : 'development'],
      },
    };
  },
};
export default config;
