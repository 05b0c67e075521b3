import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<info-request-inbox>`. */
export const docs: ElementDocs = {
  keyboard: [
    ['Tab', 'Refresh, then for each authorization its number, where it is a link, and “Open and answer”'],
    ['Enter on “Open and answer”', 'Hands the authorization to the page around, which opens it; the answer is written there'],
  ],
  example: {
    root: {
      tag: 'portal-provider',
      attributes: { demo: true },
      children: [
        {
          tag: 'info-request-inbox',
          attributes: { 'authorization-href': '#authorization/{id}' },
          on: { 'authorization-opened': '({ detail }) => console.log(detail.id)' },
        },
      ],
    },
  },
};
