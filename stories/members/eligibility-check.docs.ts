import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<eligibility-check>`. */
export const docs: ElementDocs = {
  keyboard: [
    ['Tab', 'One member or several, payer, service date, how to find, what to find by, Check'],
    ['Arrows in “Ask about”', 'One member, or several'],
    ['Enter in a field', 'Asks; the focus stays in the field for the next member'],
    ['Tab after an answer', 'The number to call, the benefits, or the members to choose from'],
  ],
  example: {
    root: {
      tag: 'portal-provider',
      attributes: { demo: true },
      children: [{ tag: 'eligibility-check', on: { 'eligibility-answered': '({ detail }) => console.log(detail.status)' } }],
    },
  },
};
