import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<sign-in>`. */
export const docs: ElementDocs = {
  keyboard: [
    ['Tab', 'User name, password, show password, Sign in, ways back in'],
    ['Enter in a field', 'Signs in'],
    ['Space or Enter on the eye', 'Shows or hides the password; it is hidden again when it is sent'],
  ],
  example: {
    uses: ['createDemoBackend', 'createPortal'],
    setup: ['const portal = createPortal({ backend: createDemoBackend() });'],
    root: {
      tag: 'portal-provider',
      properties: { portal: 'portal' },
      children: [{ tag: 'sign-in', on: { 'signed-in': '({ detail }) => console.log(detail.accountId)' } }],
    },
  },
};
