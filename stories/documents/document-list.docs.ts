import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<document-list>`. */
export const docs: ElementDocs = {
  keyboard: [
    ['Tab', 'Type, purpose, then the buttons of each document'],
    ['Letters in Type or Purpose', 'The choice that begins with them; the list follows at once'],
    ['Enter or Space on Preview', 'Shows the picture, or with `pdf-preview` the PDF, in a dialog'],
    ['Enter or Space on Open', 'Shows the authorization form in the same dialog, as it prints'],
    ['Left and Right arrow on the services of an open form', 'Scroll them where the page is too narrow for them'],
    ['Enter or Space on Print', 'Hands the form to the printer: the form alone, nothing of the page'],
    [
      'Escape in the preview',
      "Closes it; the focus is back on its button. Inside a PDF the keys are the browser viewer's; Shift+Tab leads back to Close",
    ],
  ],
  example: {
    setup: ["const id = location.hash.replace('#claim/', '');"],
    root: {
      tag: 'portal-provider',
      attributes: { demo: true },
      children: [{ tag: 'document-list', properties: { caseId: 'id' } }],
    },
  },
};
