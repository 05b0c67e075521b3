import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<portal-shell>`. */
export const docs: ElementDocs = {
  keyboard: [
    ['Tab, first', 'Skip to content'],
    ['Enter on a page of the menu', 'Opens it; the focus goes to its beginning'],
    ['Any key or press in a page', 'Keeps the session alive'],
  ],
  example: {
    root: {
      tag: 'portal-provider',
      attributes: { demo: true },
      children: [
        {
          tag: 'portal-shell',
          on: { 'page-opened': '({ detail }) => console.log(detail.page)' },
          children: [
            { tag: 'span', attributes: { slot: 'brand' }, children: ['Gulf Shield'] },
            { tag: 'sign-in', attributes: { slot: 'signed-out' } },
            { tag: 'claim-query', attributes: { slot: 'claims' } },
            { tag: 'contact-directory', attributes: { slot: 'contacts' } },
          ],
        },
      ],
    },
  },
};
