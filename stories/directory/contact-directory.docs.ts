import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<contact-directory>`. */
export const docs: ElementDocs = {
  keyboard: [
    ['Tab', 'Country, then each number and address'],
    ['Letters in Country', 'The country that begins with them; the list follows at once'],
    ['Enter on a number or address', 'Calls or writes'],
  ],
  example: {
    root: {
      tag: 'portal-provider',
      attributes: { demo: true },
      children: [{ tag: 'contact-directory', attributes: { 'brand-id': 'gulf-shield' } }],
    },
  },
};
