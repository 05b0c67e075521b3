import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<modification-queue>`. */
export const docs: ElementDocs = {
  keyboard: [
    ['Tab', 'Refresh, then for each request its case, Apply and Refuse'],
    ['Enter on Apply or Refuse', 'Opens the answer with the focus on the reason; once it is sent the focus goes on to the next request'],
  ],
  example: {
    uses: ['createDemoBackend', 'createPortal'],
    setup: [
      'const backend = createDemoBackend();',
      'await backend.ready;',
      'const portal = createPortal({ backend });',
      "await portal.signIn(backend.demo.accounts.find(({ role }) => role === 'claims-center'));",
    ],
    root: {
      tag: 'portal-provider',
      properties: { portal: 'portal' },
      children: [
        {
          tag: 'modification-queue',
          attributes: { 'claim-href': '#claim/{id}' },
          on: { 'modification-answered': '({ detail }) => console.log(detail.outcome)' },
        },
      ],
    },
  },
};
