import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<__stem__>`. */
export const docs: ElementDocs = {
  keyboard: [['Tab', 'What can be used, in the order in which it is read']],
  example: {
    root: { tag: 'portal-provider', attributes: { demo: true }, children: [{ tag: '__stem__' }] },
  },
};
