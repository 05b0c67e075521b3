import * as z from 'zod/mini';
import { instantSchema } from '../kernel/kernel.schema.ts';

/** The kinds of file that can be checked through and through; whatever is none of them is refused. */
export const fileKindSchema = z.enum(['pdf', 'jpeg', 'png', 'tiff', 'docx']);

/** What documents are (N17): the person says it, because a file cannot. */
export const documentTypeSchema = z.enum([
  'medical-report',
  'lab-result',
  'imaging',
  'prescription',
  'discharge-summary',
  'operative-report',
  'invoice',
  'receipt',
  'identity',
  'other',
]);

/** What a document is for: to be judged with the case, to be read with a note, or to stay on the side that posted it. */
export const documentPurposeSchema = z.enum(['to-submit', 'correspondence', 'internal']);

/** The side of the trade a person stands on; what is internal stays on its side. */
export const sideSchema = z.enum(['provider', 'payer']);

/** A document on a case (N13, N16). Its bytes are read by `DocumentsPort.content`; they never change. */
export const caseDocumentSchema = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  /** The service line it belongs to (its tracing number), null for the claim as a whole. */
  itemSequence: z.nullable(z.int()),
  noteId: z.string(),
  /** A safe file name, as `safeFileName` made it. */
  name: z.string(),
  kind: fileKindSchema,
  /** In bytes. */
  size: z.int(),
  /** SHA-256 of the bytes, lower-case hex. */
  sha256: z.string().check(z.length(64)),
  type: documentTypeSchema,
  purpose: documentPurposeSchema,
  postedAt: instantSchema,
  /** Display name. */
  postedBy: z.string(),
  side: sideSchema,
});

/** A note with the documents that came with it (N13, N14): text, documents or both. */
export const noteSchema = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  /** Empty where the documents speak for themselves. */
  text: z.string(),
  postedAt: instantSchema,
  /** Display name. */
  postedBy: z.string(),
  side: sideSchema,
  documents: z.readonly(z.array(caseDocumentSchema)),
});

/** One uploaded file, as the person wants it attached. */
export const newDocumentSchema = z.strictObject({
  uploadId: z.string().check(z.minLength(1), z.maxLength(64)),
  itemSequence: z.nullable(z.int()),
  type: documentTypeSchema,
  purpose: documentPurposeSchema,
});

/** What **Post Note** sends (N14). Strict: an unknown key is refused. Lengths and counts are rules, not schema. */
export const newNoteSchema = z.strictObject({
  caseId: z.string().check(z.minLength(1), z.maxLength(256)),
  text: z.string(),
  documents: z.readonly(z.array(newDocumentSchema)),
});

export type FileKind = z.infer<typeof fileKindSchema>;
export type DocumentType = z.infer<typeof documentTypeSchema>;
export type DocumentPurpose = z.infer<typeof documentPurposeSchema>;
export type Side = z.infer<typeof sideSchema>;
export type CaseDocument = z.infer<typeof caseDocumentSchema>;
export type Note = z.infer<typeof noteSchema>;
export type NewDocument = z.infer<typeof newDocumentSchema>;
export type NewNote = z.infer<typeof newNoteSchema>;
