import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<physician-search>`. */
export const docs: ElementDocs = {
  keyboard: [
    ['Letters and digits', 'Words of the name, or a whole licence number of any kind'],
    ['Enter', 'Takes the marked physician'],
    ['Arrows up and down, Home, End', 'Another one; the last choice is “Not in the list…”'],
    ['Escape', 'Closes the choices and keeps what was typed'],
    ['Tab after “Not in the list…”', 'Licence, its number, the name, the helpdesk’s numbers, back to the list'],
  ],
  example: {
    root: {
      tag: 'portal-provider',
      attributes: { demo: true },
      children: [
        {
          tag: 'physician-search',
          attributes: { 'brand-id': 'gulf-shield', required: true },
          on: { 'physician-picked': '({ detail }) => console.log(detail.id)' },
        },
      ],
    },
  },
};
