import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<claim-intake>`. */
export const docs: ElementDocs = {
  keyboard: [
    ['Enter or Space on "Choose files"', 'Opens the file dialog'],
    ['Tab', 'Choose files, then what the reading of each file says'],
  ],
  example: {
    uses: ['fhirReader'],
    root: {
      tag: 'portal-provider',
      attributes: { demo: true },
      children: [
        {
          tag: 'claim-intake',
          properties: { reader: 'fhirReader' },
          on: { 'claims-taken-in': '({ detail }) => console.log(detail.taken, detail.refused)' },
        },
      ],
    },
  },
};
