import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<activation-queue>`. */
export const docs: ElementDocs = {
  keyboard: [
    ['Tab', 'Refresh, then Activate and Refuse of each person, the oldest first'],
    ['Enter or Space on Activate or Refuse', 'Opens the answer with the focus in it'],
    ['Arrows and Enter in the field of providers', 'Choose one of those that were found'],
    ['Enter in the answer', 'Sends it; what came of it has the focus'],
  ],
  example: {
    uses: ['createDemoBackend', 'createPortal'],
    setup: [
      'const backend = createDemoBackend();',
      'await backend.ready;',
      'const portal = createPortal({ backend });',
      "await portal.signIn(backend.demo.accounts.find(({ role }) => role === 'helpdesk'));",
    ],
    root: {
      tag: 'portal-provider',
      properties: { portal: 'portal' },
      children: [{ tag: 'activation-queue', on: { 'account-activated': '({ detail }) => console.log(detail.accountId)' } }],
    },
  },
};
