import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<recovery-settings>`. */
export const docs: ElementDocs = {
  keyboard: [
    ['Tab', 'The one button: make a code, say that it was noted, or try again'],
    ['Enter or Space on it', 'Does it; the code, or why there is none, has the focus'],
  ],
  example: {
    root: {
      tag: 'portal-provider',
      attributes: { demo: true },
      children: [{ tag: 'recovery-settings', on: { 'recovery-code-issued': "() => console.log('a new code')" } }],
    },
  },
};
