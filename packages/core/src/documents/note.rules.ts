import type { Subject } from '../kernel/index.ts';
import type { CaseDocument, NewNote, Note, Side } from './document.schema.ts';
import type { DocumentsPolicy } from './documents.policy.ts';

/** Why a note is refused before anything of the case is looked at. */
export type NoteTextRefusal = 'nothing-to-post' | 'text-too-long' | 'too-many-files' | 'not-offered';

/** N13: text alone, files alone or both; neither is refused. Null when nothing is wrong. */
export function checkNote({ text, documents }: Pick<NewNote, 'text' | 'documents'>, policy: DocumentsPolicy): NoteTextRefusal | null {
  if (text.trim() === '' && documents.length === 0) return 'nothing-to-post';
  if (text.length > policy.maxNoteLength) return 'text-too-long';
  if (documents.length > policy.maxFiles) return 'too-many-files';
  const isOffered = documents.every(({ type, purpose }) => policy.types.includes(type) && policy.purposes.includes(purpose));
  return isOffered ? null : 'not-offered';
}

/** The side a person posts on: the payer's people on theirs, everybody else on the provider's. */
export function sideOf({ roles }: Pick<Subject, 'roles'>): Side {
  return roles.includes('claims-center') ? 'payer' : 'provider';
}

/** Whether a document is there for a side: what is internal stays where it was posted. */
export function isShown({ purpose, side }: Pick<CaseDocument, 'purpose' | 'side'>, to: Side): boolean {
  return purpose !== 'internal' || side === to;
}

/** The note as a side sees it, or null where nothing of it is left: text goes where its documents go. */
export function visibleNote(note: Note, to: Side): Note | null {
  const documents = note.documents.filter((document) => isShown(document, to));
  if (documents.length === note.documents.length) return note;
  return documents.length === 0 ? null : { ...note, documents };
}
