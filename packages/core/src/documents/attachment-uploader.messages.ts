import { catalogue } from '../kernel/index.ts';

/** Texts of the form that files are chosen with, and of its limits (N16, P4, P13). */
export const attachmentUploaderMessages = catalogue({
  'attachment.title': 'Attach documents',
  'attachment.loading': 'One moment…',
  'attachment.idle': 'Open a case to attach documents to it.',
  'attachment.readOnly': 'You can see this case, but not attach anything to it.',
  'attachment.limits': {
    on: 'files',
    one: '{$files :number} file of at most {$each}. Accepted: {$kinds}.',
    other: 'Up to {$files :number} files of at most {$each} each, {$total} together. Accepted: {$kinds}.',
  },
  'attachment.choose': 'Choose files',
  'attachment.photo': 'Take a photo',
  'attachment.dropHint': 'or drop or paste them here',
  'attachment.attach': 'Attach',
  'attachment.nothing': 'Choose a file first; there is nothing to attach yet.',
  'attachment.attached': { on: 'n', one: '{$n :number} document was attached.', other: '{$n :number} documents were attached.' },
});
