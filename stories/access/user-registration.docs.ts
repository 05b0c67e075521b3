import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<user-registration>`. */
export const docs: ElementDocs = {
  keyboard: [
    ['Tab', 'The fields in their order, the button that shows the password, Register, the way back to the sign-in'],
    ['Enter in a field', 'Registers; the first field that is wrong, or what came of it, has the focus'],
  ],
  example: {
    uses: ['createDemoBackend', 'createPortal'],
    setup: ['const backend = createDemoBackend();', 'const portal = createPortal({ backend });'],
    root: {
      tag: 'portal-provider',
      properties: { portal: 'portal' },
      children: [{ tag: 'user-registration', on: { 'sign-in-chosen': "() => console.log('show the sign-in')" } }],
    },
  },
};
