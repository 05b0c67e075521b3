import {
  checkNote,
  sideOf,
  type DocumentsPolicy,
  type DocumentsPort,
  type FileDocument,
  type NewNote,
  type Note,
  type NoteRefusal,
} from '@portico/core/documents';
import { accepted, can, refused } from '@portico/core/kernel';
import type { Asker, Sessions } from '../access/sessions.ts';
import type { Tx, UploadRecord } from '../collections.ts';
import { runCommand, type Outcome } from '../command-pipeline.ts';
import type { Office } from '../office.ts';
import { eq } from '../store.ts';
import { caseFor } from './case-access.ts';
import { uploadKey } from './uploads.ts';

/** Why a note is not taken, once its case is known: what came with it, or what is on the case already. */
type Refused = Exclude<NoteRefusal, 'invalid' | 'no-such-case' | 'denied'>;

/** Commits text and files together (N14): the uploads become documents in the transaction that writes the note. */
export function createPosting(office: Office, sessions: Sessions): Required<DocumentsPort>['post'] {
  return async (note, meta) => {
    const { newNoteSchema } = await import('@portico/core/schemas');
    const parsed = newNoteSchema.safeParse(note);
    return runCommand<Note, NoteRefusal>(office, sessions, meta, {
      type: 'documents.post',
      payload: note,
      right: { action: 'documents.post' },
      async work(tx, asker): Promise<Outcome<Note, NoteRefusal>> {
        if (!parsed.success) return { answer: refused('invalid') };
        const { subject } = asker;
        const found = await caseFor(tx, subject, 'documents.read', parsed.data.caseId);
        if (found === null) return { answer: refused('no-such-case') };
        const { provider, payer, items } = found.record;
        const target = found.id;
        if (!can(subject, 'documents.post', { providerId: provider.id, payerId: payer.id }).allow)
          return { answer: refused('denied'), target };
        const policy = office.policyFor({ payerId: payer.id }).documents;
        const uploads = await uploadsOf(tx, asker, parsed.data);
        const code = checkNote(parsed.data, policy) ?? checkFiles(parsed.data, uploads, items, policy);
        if (code !== null) return { answer: refused(code), target };
        const known = uploads as readonly UploadRecord[];
        const uploadId = await duplicateOf(tx, parsed.data, known);
        if (uploadId !== null) return { answer: refused('duplicate', { uploadId }), target };
        const posted = await write(office, tx, asker, parsed.data, known);
        return { answer: accepted(posted), target, changes: [{ topic: 'documents', id: found.id, version: posted.postedAt }] };
      },
    });
  };
}

/** The uploads in the order of the note; null where one is not this person's, not of this case, or gone. */
async function uploadsOf(tx: Tx, { subject }: Asker, { caseId, documents }: NewNote): Promise<readonly (UploadRecord | null)[]> {
  const found: (UploadRecord | null)[] = [];
  for (const { uploadId } of documents) {
    const upload = await tx.get('uploads', uploadKey(subject.accountId, uploadId));
    found.push(upload?.caseId === caseId ? upload : null);
  }
  return found;
}

function checkFiles(
  { documents }: NewNote,
  uploads: readonly (UploadRecord | null)[],
  items: readonly { readonly sequence: number }[],
  policy: DocumentsPolicy,
): Refused | null {
  const known = uploads.filter((upload) => upload !== null);
  if (known.length < uploads.length) return 'upload-missing';
  if (known.reduce((total, { upload }) => total + upload.size, 0) > policy.maxTotalBytes) return 'total-too-large';
  if (!documents.every(({ itemSequence }) => itemSequence === null || items.some(({ sequence }) => sequence === itemSequence)))
    return 'no-such-item';
  return null;
}

/** The first of the uploads whose content is on the case already, or in the note twice; null where each is new. */
async function duplicateOf(tx: Tx, { caseId, documents }: NewNote, uploads: readonly UploadRecord[]): Promise<string | null> {
  const notes = await tx.query('notes', { where: eq('caseId', caseId) });
  const hashes = new Set(notes.flatMap(({ note }) => note.documents.map(({ sha256 }) => sha256)));
  for (const [index, { upload }] of uploads.entries()) {
    if (hashes.has(upload.sha256)) return documents[index]!.uploadId;
    hashes.add(upload.sha256);
  }
  return null;
}

async function write(office: Office, tx: Tx, { subject }: Asker, note: NewNote, uploads: readonly UploadRecord[]): Promise<Note> {
  const [id, postedAt, side] = [office.ids.uuid(), office.clock.now(), sideOf(subject)];
  const common = { caseId: note.caseId, postedAt, postedBy: subject.displayName, side };
  const documents: FileDocument[] = [];
  for (const [index, { id: key, upload, fileId }] of uploads.entries()) {
    const { itemSequence, type, purpose } = note.documents[index]!;
    const { name, kind, size, sha256 } = upload;
    const documentId = office.ids.uuid();
    documents.push({ id: documentId, noteId: id, itemSequence, name, kind, size, sha256, type, purpose, ...common });
    await tx.put('documents', { id: documentId, version: 1, caseId: note.caseId, noteId: id, fileId }, 0);
    await tx.delete('uploads', key);
  }
  const posted: Note = { id, text: note.text.trim(), documents, ...common };
  await tx.put('notes', { id, version: 1, caseId: note.caseId, note: posted }, 0);
  return posted;
}
