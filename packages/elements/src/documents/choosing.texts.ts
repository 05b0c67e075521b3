import { attachmentUploaderMessages, fileSizeMessages } from '@portico/core/documents/note-panel';

/** Texts of the form that files are chosen with, in English. */
export const choosingTexts = { ...attachmentUploaderMessages, ...fileSizeMessages };

/** The same in Arabic. */
export async function choosingTextsAr() {
  const [own, sizes] = await Promise.all([
    import('@portico/core/documents/attachment-uploader.messages.ar'),
    import('@portico/core/documents/file-size.messages.ar'),
  ]);
  return { ...own.attachmentUploaderMessagesAr, ...sizes.fileSizeMessagesAr };
}
