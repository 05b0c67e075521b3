import { catalogue } from '../kernel/index.ts';

/** Sizes of files. */
export const fileSizeMessages = catalogue({
  'document.bytes': '{$n :number} B',
  'document.kilobytes': '{$n :number} KB',
  'document.megabytes': '{$n :number} MB',
});
