import type { Preview } from '@storybook/web-components-vite';
import { applyGlobals, globalTypes, initialGlobals } from './toolbar.ts';

const preview: Preview = {
  globalTypes,
  initialGlobals,
  decorators: [
    (story, { globals }) => {
      applyGlobals(document.documentElement, globals);
      return story();
    },
  ],
  parameters: {
    layout: 'padded',
    // Every finding fails the story's test; no rule is switched off.
    a11y: { test: 'error' },
  },
};
export default preview;
