import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<recovery-settings>`. */
export const docs: ElementDocs = {
  keyboard: [
    ['Tab', 'The one button of the code (make one, say that it was noted, try again); the fields of the question'],
    ['Enter or Space on the button', 'Does it; the code, or why there is none, has the focus'],
    ['Enter in a field', 'Sets question and answer; the first field that is wrong, or what came of it, has the focus'],
  ],
  example: {
    root: {
      tag: 'portal-provider',
      attributes: { demo: true },
      children: [
        {
          tag: 'recovery-settings',
          on: { 'recovery-code-issued': "() => console.log('a new code')", 'secret-question-set': "() => console.log('a new question')" },
        },
      ],
    },
  },
};
