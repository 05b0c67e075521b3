import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<code-picker>`. */
export const docs: ElementDocs = {
  keyboard: [
    ['Letters and digits', 'Search; dots may be left out, Arabic digits and spellings count alike'],
    ['Enter', 'Takes the marked choice: the exact code is the first. With no choice under the field, sends the form round it'],
    ['Arrows up and down, Home, End', 'Another choice; the last one is “Not in the list…”'],
    ['Escape', 'Closes the choices and keeps what was typed'],
    ['Tab', 'Leaves the field and takes nothing'],
  ],
  example: {
    root: {
      tag: 'portal-provider',
      attributes: { demo: true },
      children: [
        {
          tag: 'code-picker',
          attributes: { list: 'services', currency: 'AED', required: true },
          on: { 'code-picked': '({ detail }) => console.log(detail.code)' },
        },
      ],
    },
  },
};
