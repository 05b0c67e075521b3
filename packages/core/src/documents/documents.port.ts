import type { AuthorizationForm } from '../authorizations/authorization-form.schema.ts';
import type { CommandAnswer, CommandMeta, FieldGroup, FileSource, Page, PageRequest } from '../kernel/index.ts';
import type { CaseDocument, FileKind, FormDocument, NewNote, Note } from './document.schema.ts';
import type { FileRefusal } from './file-refusal.ts';

/** What a case lets this person do with documents, and what they can be attached to. */
export interface DocumentFolder {
  readonly caseId: string;
  /** Whose policy counts. */
  readonly payerId: string;
  /** Service lines that a document can be attached to (N16): tracing number and the text of the service, which may be empty. */
  readonly items: readonly { readonly sequence: number; readonly text: string }[];
  /** Whether this person may post here. */
  readonly mayPost: boolean;
}

/** A file that the backend has taken and checked, waiting for its note. */
export interface Upload {
  readonly uploadId: string;
  /** Safe name, as it will be listed. */
  readonly name: string;
  readonly kind: FileKind;
  /** In bytes, as received. */
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** What goes with an upload. */
export interface UploadMeta {
  /** UUID v7, made once when the file was chosen: uploading again under it goes on or answers the same. */
  readonly uploadId: string;
  readonly signal?: AbortSignal;
  /** Bytes that have arrived so far; called often, so keep it cheap. */
  readonly onProgress?: (received: number) => void;
}

/** A form opened for reading: its values as they were frozen, without the groups that this person may not see. */
export interface OpenedForm {
  readonly document: FormDocument;
  readonly values: AuthorizationForm;
  /** Absent from the values: null or empty there. */
  readonly hidden: readonly FieldGroup[];
}

/** Why an upload is refused: the file itself, or the case. */
export type UploadRefusal = FileRefusal | 'denied' | 'no-such-case' | 'too-many-waiting';

/** Why a note is refused. */
export type NoteRefusal =
  | 'denied'
  | 'no-such-case'
  | 'nothing-to-post'
  | 'text-too-long'
  | 'too-many-files'
  | 'total-too-large'
  /** With the detail `uploadId`: the first whose content is on the case already, or in the note twice. */
  | 'duplicate'
  | 'upload-missing'
  | 'no-such-item'
  | 'not-offered'
  | 'invalid';

/**
 * Documents and notes of a case (N13, N14, N16, N17). Absent port: the elements say that this backend keeps no documents. Absent `post` or
 * `upload`: they list only. Empty: a page without rows. Failed: a PortError. A case of somebody else is answered like one that does not
 * exist; what is internal to the other side is absent from lists, counts and content.
 */
export interface DocumentsPort {
  /** Null when there is no such case for this person. */
  folder(caseId: string, options?: { readonly signal?: AbortSignal }): Promise<DocumentFolder | null>;
  /** Notes with their documents, newest first; PortError `not-found` when there is no such case for this person. */
  notes(caseId: string, request: PageRequest): Promise<Page<Note>>;
  /** Documents, newest first; with `itemSequence` those of that line, null those of the claim as a whole, left out all. */
  documents(caseId: string, request: PageRequest & { readonly itemSequence?: number | null }): Promise<Page<CaseDocument>>;
  /** The bytes of a file, under its safe name; PortError `not-found`, also for a form, which has none. */
  content(documentId: string, options?: { readonly signal?: AbortSignal }): Promise<FileSource>;
  /**
   * A form of whatever this person may read (N28); PortError `not-found`, `denied`. What is there is answered alike each time: the values of a
   * form that is there never change. Left out where the backend makes no forms.
   */
  form?(documentId: string, options?: { readonly signal?: AbortSignal }): Promise<OpenedForm>;
  /** Checks and keeps one file of a case until its note is posted; it is seen by nobody before. */
  upload?(caseId: string, file: FileSource, meta: UploadMeta): Promise<CommandAnswer<Upload, UploadRefusal>>;
  /** Forgets a file that waits; fine when there is none. */
  discard?(uploadId: string): Promise<void>;
  /** Files that this person has uploaded to the case and not posted, oldest first: what a reload finds again. */
  waiting?(caseId: string, options?: { readonly signal?: AbortSignal }): Promise<readonly Upload[]>;
  /** Commits text and files together (N14). */
  post?(note: NewNote, meta: CommandMeta): Promise<CommandAnswer<Note, NoteRefusal>>;
}
