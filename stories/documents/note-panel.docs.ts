import type { ElementDocs } from '../../packages/workshop/src/build/docs/element-docs.ts';

/** Keys and example of `<note-panel>`. */
export const docs: ElementDocs = {
  keyboard: [
    ['Tab', 'The note, Choose files, each file with its type and purpose, Post note; then the notes that were posted'],
    ['Enter in the note', 'A new line; a note is posted by its button'],
    ['Ctrl+V', 'Takes files from the clipboard while the focus is inside'],
    ['Enter or Space on ↑ or ↓ of a file', 'Moves it; the focus goes with it'],
    ['Escape', 'Takes the note back as long as it waits to leave; text and files are there again'],
  ],
  example: {
    setup: ["const id = location.hash.replace('#claim/', '');"],
    root: {
      tag: 'portal-provider',
      attributes: { demo: true },
      children: [{ tag: 'note-panel', properties: { caseId: 'id' }, on: { 'note-posted': '({ detail }) => console.log(detail.noteId)' } }],
    },
  },
};
