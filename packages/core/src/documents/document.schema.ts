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

/** What every document on a case has, whatever it is made of. */
const filedSchema = z.strictObject({
  id: z.string(),
  caseId: z.string(),
  purpose: documentPurposeSchema,
  postedAt: instantSchema,
  /** Display name. */
  postedBy: z.string(),
  side: sideSchema,
});

/** A file on a case (N13, N16). Its bytes are read by `DocumentsPort.content`; they never change. */
export const fileDocumentSchema = z.extend(filedSchema, {
  kind: fileKindSchema,
  /** The service line it belongs to (its tracing number), null for the claim as a whole. */
  itemSequence: z.nullable(z.int()),
  noteId: z.string(),
  /** A safe file name, as `safeFileName` made it. */
  name: z.string(),
  /** In bytes. */
  size: z.int(),
  /** SHA-256 of the bytes, lower-case hex. */
  sha256: z.string().check(z.length(64)),
  type: documentTypeSchema,
});

/** How a form stands now: in force, replaced by a later one, of something voided (N29), or of something that ended otherwise. */
export const formStandingSchema = z.enum(['in-force', 'superseded', 'not-used', 'ended']);

/** A form that the system made (N28): no bytes, but frozen values, read by `DocumentsPort.form` and shown by a view of its template. */
export const formDocumentSchema = z.extend(filedSchema, {
  kind: z.literal('form'),
  itemSequence: z.null(),
  noteId: z.null(),
  template: z.literal('authorization-form'),
  templateVersion: z.int(),
  /** The number that it is known by. */
  name: z.string(),
  type: z.literal('authorization-form'),
  standing: formStandingSchema,
});

/** A document on a case, told apart by its `kind`: a file, or a form. */
export const caseDocumentSchema = z.discriminatedUnion('kind', [fileDocumentSchema, formDocumentSchema]);

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
  documents: z.readonly(z.array(fileDocumentSchema)),
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
export type FileDocument = z.infer<typeof fileDocumentSchema>;
export type FormDocument = z.infer<typeof formDocumentSchema>;
export type FormStanding = z.infer<typeof formStandingSchema>;
export type CaseDocument = z.infer<typeof caseDocumentSchema>;
export type Note = z.infer<typeof noteSchema>;
export type NewDocument = z.infer<typeof newDocumentSchema>;
export type NewNote = z.infer<typeof newNoteSchema>;
