import type { Clock, DraftsPort, Ids, PortErrorCode, SubmitCommand } from '../kernel/index.ts';
import type { FileQueue, FileQueueInput } from './attachment-uploader.queue.ts';
import type { Attachment, AttachmentDetails, AttachmentEvent, FileChanged, RemovedAttachment } from './attachment-uploader.task.ts';
import type { NewNote, Note } from './document.schema.ts';
import type { DocumentsPolicy } from './documents.policy.ts';
import type { DocumentFolder, DocumentsPort, NoteRefusal, Upload } from './documents.port.ts';
import type { NoteDraft } from './note-panel-draft.schema.ts';
import type { NoteTextRefusal } from './note.rules.ts';

/** What writing a note, or attaching files without one, needs. */
export interface NotePanelInput extends Pick<FileQueueInput, 'digest' | 'progress'> {
  readonly documents: Pick<DocumentsPort, 'folder' | 'upload' | 'post' | 'discard' | 'waiting'>;
  /** The policy of a payer. */
  readonly policy: (payerId: string) => Promise<DocumentsPolicy>;
  readonly submit: SubmitCommand;
  readonly ids: Pick<Ids, 'uuid'>;
  /** Keeps what was written and chosen; null where the backend keeps none: say so before anybody types. */
  readonly drafts: DraftsPort | null;
  readonly taskId: string;
  readonly clock: Clock;
  /** The case; null shows none. */
  readonly caseId: string | null;
  /** The service line that files are proposed for, null for the claim as a whole (N16). */
  readonly itemSequence: number | null;
  /** What was left in this page when the element went, files and all. */
  readonly place?: NotePlace | undefined;
}

/** What is left in the page when an element goes: its case, text and files. */
export interface NotePlace {
  readonly caseId: string | null;
  readonly text: string;
  readonly files: readonly Attachment[];
  readonly pending: PendingNote | null;
}

/** A note that is on its way, under the id it was given when the person posted it. */
export interface PendingNote {
  readonly commandId: string;
  readonly note: NewNote;
}

/** Why a note does not leave: what the backend would say, or files that are not with it yet. */
export type NoteNotice = NoteRefusal | NoteTextRefusal | 'files-stuck';

/** What a person does with a note (N13, N14). */
export type NotePanelEvent =
  | AttachmentEvent
  | { readonly type: 'text.changed'; readonly text: string }
  | { readonly type: 'post.requested' }
  /** Back to writing, while nothing has left. */
  | { readonly type: 'post.undone' }
  | { readonly type: 'task.retried' };

/** What happens by itself. */
export type NotePanelChange = FileChanged | { readonly type: 'second.passed' };

/** What the machine tells whoever runs it. */
export interface NotePosted {
  readonly type: 'note.posted';
  readonly note: Note;
}

/** What was found of a case before anything is written. */
export interface NoteOpening {
  readonly folder: DocumentFolder | null;
  readonly policy: DocumentsPolicy | null;
  readonly draft: NoteDraft | null;
  readonly commandId: string | null;
  readonly uploads: readonly Upload[];
}

/** What the machine of a note remembers. */
export interface NotePanelContext {
  readonly ports: NotePanelInput;
  readonly folder: DocumentFolder | null;
  readonly policy: DocumentsPolicy | null;
  readonly queue: FileQueue | null;
  readonly text: string;
  readonly files: readonly Attachment[];
  readonly details: AttachmentDetails;
  readonly removed: RemovedAttachment | null;
  /** The refused files that the note was posted without. */
  readonly behind: readonly Attachment[];
  readonly pending: PendingNote | null;
  readonly secondsLeft: number;
  readonly notice: NoteNotice | null;
  /** The note that went last; null again when the next is begun. */
  readonly posted: Note | null;
  /** Nobody knows whether the note that failed was taken. */
  readonly isUnsure: boolean;
  readonly isDirty: boolean;
  /** False when a draft could not be kept. */
  readonly isKept: boolean;
  readonly code: PortErrorCode | null;
}
