// Loaded when somebody looks at the notes of a case or attaches to it.
export { notePanelMachine, notePanelPlace } from './note-panel.machine.ts';
export type { NotePanelEvent, NotePanelInput, NotePlace, NotePosted } from './note-panel.task.ts';
export { notePanelView, type NotePanelView } from './note-panel.view.ts';
export { notePanelMessages } from './note-panel.messages.ts';
export { notePostingMessages } from './note-posting.messages.ts';
export { noteThreadMessages } from './note-thread.messages.ts';
export { attachmentFilesMessages } from './attachment-files.messages.ts';
export { fileSizeMessages } from './file-size.messages.ts';
export { attachmentUploaderMessages } from './attachment-uploader.messages.ts';
export type { Attachment, AttachmentDetails, AttachmentEvent, AttachmentState } from './attachment-uploader.task.ts';
export { casePagesMachine, casePagesView, type CasePagesEvent, type CasePagesView } from './case-pages.machine.ts';
export { documentMessages } from './document.messages.ts';
