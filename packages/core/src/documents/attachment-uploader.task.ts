import type { FileSource, PortErrorCode } from '../kernel/index.ts';
import type { DocumentPurpose, DocumentType } from './document.schema.ts';
import type { UploadRefusal } from './documents.port.ts';

/**
 * How far a file is. `checking`, `waiting` and `uploading` are under way; `checked` is good and leaves once there is a case to send it to;
 * `refused` cannot be sent as it is; `failed` did not get through and can be tried again; `missing` was chosen before a reload and has to be
 * chosen again.
 */
export type AttachmentState = 'checking' | 'checked' | 'refused' | 'waiting' | 'uploading' | 'uploaded' | 'failed' | 'missing';

/** What a person says of a file. */
export interface AttachmentDetails {
  readonly type: DocumentType;
  readonly purpose: DocumentPurpose;
  /** The service line it belongs to, null for the claim as a whole (N16). */
  readonly itemSequence: number | null;
}

/** A file that was chosen for a case, on its way to be part of a note (N13). How many of its bytes have left is told beside, not here. */
export interface Attachment extends AttachmentDetails {
  /** The upload's id: UUID v7, made when the file was chosen. */
  readonly id: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly state: AttachmentState;
  /** Null when its bytes are not here: after a reload. */
  readonly source: FileSource | null;
  /** SHA-256 of the bytes in lower-case hex, null until they were read or where this page cannot hash. */
  readonly sha256: string | null;
  /** Why it cannot be sent. */
  readonly refusal: UploadRefusal | null;
  /** Why it did not get through; `aborted`: the person stopped it. */
  readonly code: PortErrorCode | null;
}

/** A file that was taken out of the list, and where it stood: so that it can come back. */
export interface RemovedAttachment {
  readonly file: Attachment;
  readonly index: number;
}

/** What a person does with files. */
export type AttachmentEvent =
  | { readonly type: 'files.chosen'; readonly files: readonly FileSource[] }
  | { readonly type: 'file.removed'; readonly id: string }
  | { readonly type: 'removal.undone' }
  /** Stops a check or an upload; the file stays and can be tried again. */
  | { readonly type: 'file.cancelled'; readonly id: string }
  | { readonly type: 'file.retried'; readonly id: string }
  /** Up or down by so many places. */
  | { readonly type: 'file.moved'; readonly id: string; readonly by: number }
  /** With null: for all files, and for those to come. */
  | { readonly type: 'details.changed'; readonly id: string | null; readonly changes: Partial<AttachmentDetails> };

/** Something came of a file. */
export interface FileChanged {
  readonly type: 'file.changed';
  readonly id: string;
  readonly changes: Partial<Attachment>;
}
