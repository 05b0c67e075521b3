import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<authorization-detail>`. */
export const docs: ElementDocs = {
  keyboard: [
    ['Tab', 'Print and Refresh, each question of the payer, what can be done now, the table of items where it is wider than the page'],
    [
      'Enter on “Answer the payer”',
      'Opens the answer with the focus in its text; Escape takes a sent answer back as long as it waits to leave',
    ],
    ['Enter on “Ask for more time” or “Change items”', 'Opens the form with the focus in its first field; Enter in a field sends it'],
    [
      'Enter on “Void”',
      'Opens the dialog with the focus on the reason: a letter chooses it, Tab twice and Enter void it for good: five keys in all',
    ],
    ['Escape in that dialog', 'Closes it with nothing done; Undo brings back what was typed'],
  ],
  example: {
    setup: ["const id = location.hash.replace('#authorization/', '');"],
    root: {
      tag: 'portal-provider',
      attributes: { demo: true },
      children: [
        {
          tag: 'authorization-detail',
          properties: { authorizationId: 'id' },
          on: { 'authorization-voided': '({ detail }) => console.log(detail.id)' },
        },
      ],
    },
  },
};
