import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<claim-worklist>`. */
export const docs: ElementDocs = {
  keyboard: [
    ['Tab', 'Refresh, the filter, Show Data, Show All, the saved filters, then the list'],
    ['Enter in the Reference ID', 'Show Data: the number is found among all, in three strokes and the number'],
    ['Enter on Show All', 'Leaves every filter aside'],
    ['Arrows, PageUp, PageDown, Home, End in the list', 'Go by cells and rows; more rows come as they are reached'],
    [
      'Opening what waits',
      'Eight keys from the first field to the first case open, then two for each further one: an arrow and Enter. The source portal: Show Data, find the row, double click the name',
    ],
    ['Enter in the list', 'Opens the row, as a double click or the link of its name does; the next row is one arrow and one Enter away'],
  ],
  example: {
    uses: ['createDemoBackend', 'createPortal'],
    setup: [
      'const backend = createDemoBackend();',
      'await backend.ready;',
      'const portal = createPortal({ backend });',
      'await portal.signIn(backend.demo.accounts[0]);',
    ],
    root: {
      tag: 'portal-provider',
      properties: { portal: 'portal' },
      children: [{ tag: 'claim-worklist', on: { 'authorization-opened': '({ detail }) => console.log(detail.id)' } }],
    },
  },
};
