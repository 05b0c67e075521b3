import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<account-desk>`. */
export const docs: ElementDocs = {
  keyboard: [
    ['Tab', 'Name or e-mail address, Search, then the acts on each account that was found'],
    ['Enter in the field', 'Searches'],
    ['Enter or Space on an act', 'Does it; what came of it has the focus'],
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
      children: [{ tag: 'account-desk', on: { 'account-unlocked': '({ detail }) => console.log(detail.accountId)' } }],
    },
  },
};
