import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<attachment-uploader>`. */
export const docs: ElementDocs = {
  keyboard: [
    ['Tab', 'Choose files; then each file with its type, its purpose and what can be done about it; then Attach'],
    ['Enter or Space on "Choose files"', 'Opens the file dialog'],
    ['Ctrl+V', 'Takes files from the clipboard while the focus is inside'],
    ['Enter or Space on ↑ or ↓ of a file', 'Moves it; the focus goes with it'],
    ['Escape', 'Takes the files back as long as they wait to leave'],
  ],
  example: {
    setup: ["const id = location.hash.replace('#claim/', '');"],
    root: {
      tag: 'portal-provider',
      attributes: { demo: true },
      children: [
        { tag: 'attachment-uploader', properties: { caseId: 'id' }, on: { 'note-posted': '({ detail }) => console.log(detail.noteId)' } },
      ],
    },
  },
};
