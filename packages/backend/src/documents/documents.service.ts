import { sideOf, visibleNote, type CaseDocument, type DocumentFolder, type DocumentsPort, type Note } from '@portico/core/documents';
import { can, PortError, type Page, type PageRequest, type Subject } from '@portico/core/kernel';
import type { Sessions } from '../access/sessions.ts';
import { formsOf, openForm } from '../authorizations/forms.ts';
import { pageLimit } from '../claims/bordereau.ts';
import type { Tx } from '../collections.ts';
import { cursorText, readCursor } from '../cursor.ts';
import type { Office } from '../office.ts';
import { orPortError } from '../port-errors.ts';
import { eq } from '../store.ts';
import { caseFor, demandCase } from './case-access.ts';
import { createPosting } from './posting.ts';
import { createUploads } from './uploads.ts';

const PAGE_SIZE = 50;

/** Documents and notes of a case, for whoever may see the case, each side without what is internal to the other. */
export function createDocumentsService(office: Office, sessions: Sessions): Required<DocumentsPort> {
  return {
    folder: (caseId, options) =>
      sessions.reading(async (tx, { subject }): Promise<DocumentFolder | null> => {
        if (!can(subject, 'documents.read').allow) throw new PortError('denied');
        const found = await caseFor(tx, subject, 'documents.read', caseId);
        if (found === null) return null;
        const { payer, provider, items } = found.record;
        return {
          caseId,
          payerId: payer.id,
          items: items.map(({ sequence, service }) => ({ sequence, text: service?.text ?? service?.code ?? '' })),
          mayPost: can(subject, 'documents.post', { providerId: provider.id, payerId: payer.id }).allow,
        };
      }, options?.signal),

    notes: (caseId, request) =>
      sessions.reading(async (tx, { subject }) => {
        await demandCase(tx, subject, 'documents.read', caseId);
        return pageOf(await notesOf(tx, subject, caseId), { caseId }, request);
      }, request.signal),

    documents: (caseId, request) =>
      sessions.reading(async (tx, { subject }) => {
        await demandCase(tx, subject, 'documents.read', caseId);
        const all = await documentsOf(office, tx, subject, caseId);
        const { itemSequence } = request;
        const asked = itemSequence === undefined ? all : all.filter((document) => document.itemSequence === itemSequence);
        return pageOf(asked, { caseId, itemSequence: itemSequence ?? 'all' }, request);
      }, request.signal),

    async content(documentId, options) {
      const { document, fileId } = await sessions.reading(async (tx, { subject }) => {
        const found = await tx.get('documents', documentId);
        if (found === null) throw new PortError('not-found');
        await demandCase(tx, subject, 'documents.read', found.caseId);
        const note = await tx.get('notes', found.noteId);
        const shown = note && visibleNote(note.note, sideOf(subject));
        const document = shown?.documents.find(({ id }) => id === documentId);
        if (document === undefined) throw new PortError('not-found');
        return { document, fileId: found.fileId };
      }, options?.signal);
      const file = await office.files.get(fileId);
      // A record is written after its bytes, so without them the store has lost something.
      if (file === null) throw new PortError('internal');
      return {
        name: document.name,
        type: MIME[document.kind],
        size: file.size,
        read: (from, to) => orPortError(() => file.read(from, to)),
      };
    },

    form: (documentId, options) => openForm(office, sessions, documentId, options?.signal),

    ...createUploads(office, sessions),
    post: createPosting(office, sessions),
  };
}

const MIME = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  tiff: 'image/tiff',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** The notes that this subject's side sees, newest first. */
async function notesOf(tx: Tx, subject: Subject, caseId: string): Promise<readonly Note[]> {
  const records = await tx.query('notes', { where: eq('caseId', caseId) });
  return records
    .flatMap(({ note }) => visibleNote(note, sideOf(subject)) ?? [])
    .sort((a, b) => b.postedAt - a.postedAt || (a.id < b.id ? 1 : -1));
}

/** The files that this subject's side sees, with the forms of the case (N28), newest first. */
async function documentsOf(office: Office, tx: Tx, subject: Subject, caseId: string): Promise<readonly CaseDocument[]> {
  const files = (await notesOf(tx, subject, caseId)).flatMap(({ documents }) => documents);
  const found = await tx.get('authorizations', caseId);
  if (found === null) return files;
  const forms = (await formsOf(office, tx, found.record)).map(({ document }) => document);
  return [...forms, ...files].sort((a, b) => b.postedAt - a.postedAt);
}

/** A case has few notes, so a page is cut from all of them; the cursor names the last row of the page before. */
function pageOf<Row extends { readonly id: string }>(rows: readonly Row[], query: unknown, { cursor, limit }: PageRequest): Page<Row> {
  const last = cursor == null ? null : readCursor(cursor, query);
  const from = last === null ? 0 : rows.findIndex(({ id }) => id === last) + 1;
  if (last !== null && from === 0) throw new PortError('expired-cursor');
  const page = rows.slice(from, from + pageLimit(limit, PAGE_SIZE));
  const end = from + page.length;
  return { rows: page, next: end < rows.length ? cursorText(query, rows[end - 1]!.id) : null, total: { kind: 'exact', n: rows.length } };
}
