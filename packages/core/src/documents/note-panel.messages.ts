import { catalogue } from '../kernel/index.ts';

/** Texts of the form that a note is written with (N13). */
export const notePanelMessages = catalogue({
  'note.title': 'Notes',
  'note.loading': 'Loading the notes…',
  'note.idle': 'Open a case to see its notes here.',
  'note.readOnly': 'You can read the notes of this case, but not write any.',
  'note.label': 'New note',
  'note.hint': 'A note, files, or both. At most {$max :number} characters.',
  'note.post': 'Post Note',
});
