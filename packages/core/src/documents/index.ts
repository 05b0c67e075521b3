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
