import { attachmentUploaderMessages, documentMessages } from '@portico/core/documents/note-panel';

/** Texts of everything that takes files, in English. */
export const fileTexts = { ...documentMessages, ...attachmentUploaderMessages };

/** The same in Arabic. */
export async function fileTextsAr() {
  const [common, own] = await Promise.all([
    import('@portico/core/documents/document.messages.ar'),
    import('@portico/core/documents/attachment-uploader.messages.ar'),
  ]);
  return { ...common.documentMessagesAr, ...own.attachmentUploaderMessagesAr };
}
