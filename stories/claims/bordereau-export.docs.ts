import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<bordereau-export>`. */
export const docs: ElementDocs = {
  keyboard: [
    ['Tab', 'Payer, provider, days of the period, Issue, then the formats'],
    ['Enter or Space on a button', 'Issues, writes the file, cancels or closes'],
  ],
  example: {
    setup: [
      "const period = { dateMode: 'service', from: '2026-10-01', to: '2026-10-31' };",
      "const people = { memberName: '', memberNumber: '', payerId: null, providerId: null, physician: '' };",
      "const criteria = { ...period, ...people, kinds: [], decisions: [], notUsedOnly: false, identifier: '', amount: null };",
    ],
    root: {
      tag: 'portal-provider',
      attributes: { demo: true },
      children: [
        {
          tag: 'bordereau-export',
          properties: { criteria: 'criteria' },
          on: { 'bordereau-issued': '({ detail }) => console.log(detail.number)' },
        },
      ],
    },
  },
};
