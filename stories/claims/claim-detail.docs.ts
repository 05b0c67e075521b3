import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<claim-detail>`. */
export const docs: ElementDocs = {
  keyboard: [
    ['Tab', 'Refresh, then the request for a modification where it is offered, then the table of services where it is wider than the page'],
    [
      'Enter on “Request a modification”',
      'Opens the form with the focus in its first field; sending moves the focus to what comes next, or to the first error',
    ],
    ['Arrow keys in that table', 'Scroll it'],
  ],
  example: {
    setup: ["const id = location.hash.replace('#claim/', '');"],
    root: {
      tag: 'portal-provider',
      attributes: { demo: true },
      children: [{ tag: 'claim-detail', properties: { claimId: 'id' }, on: { 'claim-shown': '({ detail }) => console.log(detail.id)' } }],
    },
  },
};
