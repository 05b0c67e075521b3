import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<notice-inbox>`. */
export const docs: ElementDocs = {
  keyboard: [
    ['Tab', 'Mark all as read, Refresh, the filter, then each notice, the newest first'],
    ['Enter or Space on a notice', 'Opens it, and marks it as read'],
    ['Enter on Mark all as read', 'Marks all, with the focus on Undo'],
    ['Enter on Show it', 'Shows what came meanwhile, with the focus on the newest'],
  ],
  example: {
    uses: ['createDemoBackend', 'createPortal'],
    setup: [
      'const backend = createDemoBackend();',
      'await backend.ready;',
      'const portal = createPortal({ backend });',
      'await portal.signIn(backend.demo.accounts[0]);',
    ],
    root: {
      tag: 'portal-provider',
      properties: { portal: 'portal' },
      children: [
        {
          tag: 'notice-inbox',
          on: {
            'notice-opened': '({ detail }) => console.log(detail.topic, detail.recordId)',
            'unread-changed': '({ detail }) => console.log(detail.count)',
          },
        },
      ],
    },
  },
};
