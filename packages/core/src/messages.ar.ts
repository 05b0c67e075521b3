// Every Arabic catalogue of core, loaded when Arabic is first spoken: one line an area.
export { contactDirectoryMessagesAr } from './directory/contact-directory.messages.ar.ts';
export { attachmentUploaderMessagesAr } from './documents/attachment-uploader.messages.ar.ts';
export { documentListMessagesAr } from './documents/document-list.messages.ar.ts';
export { documentMessagesAr } from './documents/document.messages.ar.ts';
export { notePanelMessagesAr } from './documents/note-panel.messages.ar.ts';
export { accountDeskMessagesAr } from './access/account-desk.messages.ar.ts';
export { passwordRecoveryMessagesAr } from './access/password-recovery.messages.ar.ts';
export { signInMessagesAr } from './access/sign-in.messages.ar.ts';
export { bordereauExportMessagesAr } from './claims/bordereau-export.messages.ar.ts';
export { caseMessagesAr } from './claims/case.messages.ar.ts';
export { claimDetailMessagesAr } from './claims/claim-detail.messages.ar.ts';
export { claimQueryMessagesAr } from './claims/claim-query.messages.ar.ts';
export { modificationMessagesAr } from './claims/modification.messages.ar.ts';
export { modificationRequestMessagesAr } from './claims/modification-request.messages.ar.ts';
export { claimQueryMoreMessagesAr } from './claims/claim-query-more.messages.ar.ts';
