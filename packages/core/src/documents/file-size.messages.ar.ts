import type { Translation } from '../kernel/index.ts';
import type { fileSizeMessages } from './file-size.messages.ts';

/** Arabic. */
export const fileSizeMessagesAr: Translation<typeof fileSizeMessages> = {
  'document.bytes': '{$n :number} بايت',
  'document.kilobytes': '{$n :number} كيلوبايت',
  'document.megabytes': '{$n :number} ميغابايت',
};
