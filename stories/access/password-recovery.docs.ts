import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<password-recovery>`. */
export const docs: ElementDocs = {
  keyboard: [
    ['Tab', 'The field, show password, the button, back to the sign-in'],
    ['Enter in the field', 'Asks for the link, or sets the password'],
  ],
  example: {
    uses: ['createDemoBackend', 'createPortal'],
    setup: [
      'const portal = createPortal({ backend: createDemoBackend() });',
      '// The link of the mail ends in #recover=<secret>.',
      "const secret = new URLSearchParams(location.hash.slice(1)).get('recover') ?? undefined;",
    ],
    root: {
      tag: 'portal-provider',
      properties: { portal: 'portal' },
      children: [
        {
          tag: 'password-recovery',
          properties: { secret: 'secret' },
          on: { 'password-recovered': "() => location.replace('#sign-in')" },
        },
      ],
    },
  },
};
