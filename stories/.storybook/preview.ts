/// <reference types="vite/client" />
import '@portico/elements/define/portal-provider';
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { configure } from 'storybook/test';
import { worldOf, type StoryWorld, type WorldParameters } from '../kit/story-world.ts';
import { docsPage } from './docs-page.ts';
import { applyGlobals, globalTypes, initialGlobals, type StoryGlobals } from './toolbar.ts';

const [manifest] = Object.values(import.meta.glob('../../dist/custom-elements.json', { eager: true, import: 'default' }));
if (manifest) setCustomElementsManifest(manifest);

// A step waits as long as a busy machine may take, in milliseconds; what never comes still fails the story.
configure({ asyncUtilTimeout: 20_000 });

const preview: Preview = {
  globalTypes,
  initialGlobals,
  tags: ['autodocs'],
  loaders: [
    async ({ id, globals, parameters }) => {
      const { network } = globals as unknown as StoryGlobals;
      return { world: await worldOf(id, (parameters as { world?: WorldParameters | null }).world, network) };
    },
  ],
  decorators: [
    (story, { globals, loaded, parameters }) => {
      applyGlobals(document.documentElement, globals);
      const { portal } = (loaded as { world: StoryWorld | null }).world ?? {};
      const body = portal ? html`<portal-provider .portal=${portal}>${story()}</portal-provider>` : story();
      // An element stands in the main part of some page, unless it brings the page.
      return (parameters as { isPage?: boolean }).isPage ? body : html`<main>${body}</main>`;
    },
  ],
  parameters: {
    layout: 'padded',
    options: { storySort: { order: ['Access', 'Directory', 'Documents', 'Claims', 'Portal', 'Table', 'Lifecycles'] } },
    // Every finding fails the story's test; no rule is switched off, and one that Storybook leaves out is on.
    a11y: { test: 'error', config: { rules: [{ id: 'region', enabled: true }] } },
    controls: { expanded: true },
    docs: { page: docsPage },
  },
};
export default preview;
