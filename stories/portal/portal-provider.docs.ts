import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<portal-provider>`. */
export const docs: ElementDocs = {
  keyboard: [['Tab', 'The ribbon of a demo, then the page']],
  example: {
    root: {
      tag: 'portal-provider',
      attributes: { demo: true },
      on: { 'portal-failed': '({ detail }) => console.error(detail.code)' },
      children: [{ tag: 'claim-query' }],
    },
  },
};
