export type {
  CaseDocument,
  DocumentPurpose,
  DocumentType,
  FileDocument,
  FileKind,
  FormDocument,
  FormStanding,
  NewDocument,
  NewNote,
  Note,
  Side,
} from './document.schema.ts';
export { documentsPolicyDefaults, type DocumentLimits, type DocumentsPolicy } from './documents.policy.ts';
export type { DocumentFolder, DocumentsPort, NoteRefusal, OpenedForm, Upload, UploadMeta, UploadRefusal } from './documents.port.ts';
export type { FileRefusal } from './file-refusal.ts';
export { checkNote, isShown, sideOf, visibleNote, type NoteTextRefusal } from './note.rules.ts';
export { FileQueue, type FileQueueInput } from './attachment-uploader.queue.ts';
export {
  documentsOf,
  isRefused,
  isUnderWay,
  proposed,
  withChange,
  withChosen,
  withDetails,
  withMove,
  withRetry,
  withReturned,
  without,
} from './attachment-uploader.rules.ts';
export type {
  Attachment,
  AttachmentDetails,
  AttachmentEvent,
  AttachmentState,
  FileChanged,
  RemovedAttachment,
} from './attachment-uploader.task.ts';
