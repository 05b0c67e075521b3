import type { DocumentLimits } from './documents.policy.ts';
import { checkName } from './file-name.rules.ts';
import type { FileRefusal } from './file-refusal.ts';

/** What can be known of a file before a byte of it is read. */
export interface ChosenFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
}

/** A file that is attached already. */
export interface AttachedFile {
  /** In bytes. */
  readonly size: number;
  /** Lower-case hex; left out while it is not known. */
  readonly sha256?: string;
}

/** Why one file is not taken, for itself or beside those that are there; null when nothing is wrong. */
export function checkFile(file: ChosenFile, already: readonly Pick<AttachedFile, 'size'>[], limits: DocumentLimits): FileRefusal | null {
  const { maxFileBytes, maxFiles, maxTotalBytes, kinds } = limits;
  const name = checkName(file.name, kinds);
  if (name !== null) return name;
  // A size that is no number of bytes is one that nobody counted.
  if (!Number.isSafeInteger(file.size) || file.size < 0) return 'unreadable';
  if (file.size === 0) return 'empty';
  if (file.size > maxFileBytes) return 'too-large';
  if (already.length >= maxFiles) return 'too-many-files';
  return already.reduce((sum, { size }) => sum + size, file.size) > maxTotalBytes ? 'total-too-large' : null;
}

/** The answer for each of some files chosen at once, in their order: a refused one takes no place, so it leaves the good ones. */
export function checkSelection(
  chosen: readonly ChosenFile[],
  already: readonly Pick<AttachedFile, 'size'>[],
  limits: DocumentLimits,
): readonly (FileRefusal | null)[] {
  const taken = [...already];
  return chosen.map((file) => {
    const refusal = checkFile(file, taken, limits);
    if (refusal === null) taken.push(file);
    return refusal;
  });
}

/** Whether the same bytes are attached already. */
export const isDuplicate = (sha256: string, already: readonly AttachedFile[]): boolean => already.some((file) => file.sha256 === sha256);
