import type { FileSource } from '../kernel/index.ts';
import type { Attachment, AttachmentDetails, RemovedAttachment } from './attachment-uploader.task.ts';
import type { NewDocument } from './document.schema.ts';
import { checkFile } from './file-check.rules.ts';
import { displayName } from './file-name.rules.ts';
import type { DocumentLimits, DocumentsPolicy } from './documents.policy.ts';

type Files = readonly Attachment[];

/** Whether a file cannot be sent as it is: no note takes it along. */
export const isRefused = ({ state }: Attachment): boolean => state === 'refused';

/** Whether a file has a place among those that a note may carry. */
const counts = (file: Attachment): boolean => !isRefused(file);

/** Whether something is still being done for a file. */
export const isUnderWay = ({ state }: Attachment): boolean => state === 'checking' || state === 'waiting' || state === 'uploading';

/** Whether a person has to do something before a note can take this file along. */
export const isStuck = ({ state }: Attachment): boolean => state === 'failed' || state === 'missing';

/** The details that a file begins with: what the policy proposes, or the element's own line. */
export const proposed = ({ types, purposes }: DocumentsPolicy, itemSequence: number | null): AttachmentDetails => ({
  type: types[0] ?? 'other',
  purpose: purposes[0] ?? 'to-submit',
  itemSequence,
});

/** Files were chosen (P4, P13): each gets a place while there is one, by count and by bytes; one that has none leaves the others. */
export function withChosen(
  files: Files,
  chosen: readonly FileSource[],
  { limits, details, id }: { readonly limits: DocumentLimits; readonly details: AttachmentDetails; readonly id: () => string },
): Files {
  const all = [...files];
  for (const source of chosen) {
    // One that was missing since a reload is chosen again: it keeps its place and what was said of it.
    const missing = all.findIndex(
      ({ state, name, size }) => state === 'missing' && name === displayName(source.name) && size === source.size,
    );
    const place = missing < 0 ? all.length : missing;
    const others = all.filter((_, index) => index !== missing);
    const file: Attachment = {
      ...(all[missing] ?? details),
      // A new id, because nobody knows whether it is the same file under its old name.
      ...{
        id: id(),
        name: displayName(source.name),
        size: source.size,
        source,
        sha256: null,
        state: 'checking',
        refusal: null,
        code: null,
      },
    };
    all[place] = { ...file, ...atSight(source, others, limits) };
  }
  return all;
}

/** What can be said of a file before a byte of it is read: its name, its size, and whether there is a place for one more. */
function atSight(source: FileSource, others: Files, limits: DocumentLimits): Partial<Attachment> {
  const refusal = checkFile(source, others.filter(counts), limits);
  return refusal === null ? {} : { state: 'refused', refusal };
}

/** What came of a file; where it is gone, nothing. */
export function withChange(files: Files, id: string, changes: Partial<Attachment>): Files {
  if (!files.some((file) => file.id === id)) return files;
  return files.map((file) => (file.id === id ? { ...file, ...changes } : file));
}

/** Whether these bytes are in the list already. */
export const isListed = (files: Files, id: string, sha256: string): boolean =>
  files.some((file) => file.id !== id && file.sha256 === sha256 && counts(file));

/** Tries a file once more: one that had no place may have one by now. */
export function withRetry(files: Files, id: string, limits: DocumentLimits): Files {
  const file = files.find((one) => one.id === id);
  if (!file?.source || isUnderWay(file) || file.state === 'uploaded') return files;
  const others = files.filter((one) => one.id !== id);
  return withChange(files, id, { state: 'checking', refusal: null, code: null, ...atSight(file.source, others, limits) });
}

/** Files that had no place beside others move up where there is one by now, in their order. */
export const withRoom = (files: Files, limits: DocumentLimits): Files =>
  files
    .filter(({ refusal }) => refusal === 'too-many-files' || refusal === 'total-too-large')
    .reduce((all, { id }) => withRetry(all, id, limits), files);

/** A file up or down by so many places, as far as there are any. */
export function withMove(files: Files, id: string, by: number): Files {
  const from = files.findIndex((file) => file.id === id);
  const to = Math.min(files.length - 1, Math.max(0, from + by));
  if (from < 0 || to === from) return files;
  const moved = files.toSpliced(from, 1);
  return moved.toSpliced(to, 0, files[from]!);
}

/** What is said of one file, or (null) of all. */
export const withDetails = (files: Files, id: string | null, changes: Partial<AttachmentDetails>): Files =>
  files.map((file) => (id === null || file.id === id ? { ...file, ...changes } : file));

/** The list without a file, and the file with its place. */
export function without(files: Files, id: string): { readonly files: Files; readonly removed: RemovedAttachment | null } {
  const index = files.findIndex((file) => file.id === id);
  const file = files[index];
  return file ? { files: files.toSpliced(index, 1), removed: { file, index } } : { files, removed: null };
}

/** The list with a removed file where it stood: again under way if its upload was not through. */
export const withReturned = (files: Files, { file, index }: RemovedAttachment): Files =>
  files.toSpliced(index, 0, isUnderWay(file) ? { ...file, state: 'checking' } : file);

/** What a note takes along: the files that are with the backend, in order. */
export const documentsOf = (files: Files): readonly NewDocument[] =>
  files
    .filter(({ state }) => state === 'uploaded')
    .map(({ id, type, purpose, itemSequence }) => ({ uploadId: id, type, purpose, itemSequence }));
