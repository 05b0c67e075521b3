import type { FileSource } from '@portico/core/kernel';

/** A browser's file as core sees it. */
export const fileSourceOf = (file: File): FileSource => ({
  name: file.name,
  type: file.type,
  size: file.size,
  read: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
});
