// Loaded when the first file was chosen: `@portico/core/documents/file-check`.
import type { FileSource } from '../kernel/index.ts';
import type { FileKind } from './document.schema.ts';
import type { DocumentLimits } from './documents.policy.ts';
import { checkFile, isDuplicate, type AttachedFile } from './file-check.rules.ts';
import { kindOf } from './file-name.rules.ts';
import type { FileRefusal } from './file-refusal.ts';
import { bytesOf, insist, Refused, startsWith, type Bytes } from './file-kinds/bytes.ts';
import { checkDocx } from './file-kinds/docx.ts';
import { refuseArchive } from './file-kinds/foreign.ts';
import { checkJpeg } from './file-kinds/jpeg.ts';
import { checkPdf } from './file-kinds/pdf.ts';
import { checkPng } from './file-kinds/png.ts';
import { checkTiff } from './file-kinds/tiff.ts';

export { checkFile, checkSelection, isDuplicate, type AttachedFile, type ChosenFile } from './file-check.rules.ts';
export { checkName, displayName, kindOf, safeFileName, type NameRefusal } from './file-name.rules.ts';

/** SHA-256 as the host has it: `(bytes) => crypto.subtle.digest('SHA-256', bytes)`. */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>;

/** The answer to a file: its kind, and its hash where a digest was given; or why not. */
export type Admission =
  | { readonly status: 'accepted'; readonly kind: FileKind; readonly sha256: string | null }
  | { readonly status: 'refused'; readonly code: FileRefusal };

/** How a file of a kind begins, what else its sender may call it, and who looks at the rest. */
const KINDS: Readonly<
  Record<FileKind, { readonly begins: readonly string[]; readonly types: RegExp; readonly check: (bytes: Bytes) => Promise<void> }>
> = {
  pdf: { begins: ['%PDF-'], types: /^application\/(?:x-)?pdf$/, check: checkPdf },
  jpeg: { begins: ['\xff\xd8\xff'], types: /^image\/p?jpe?g$/, check: checkJpeg },
  png: { begins: ['\x89PNG\r\n\x1a\n'], types: /^image\/(?:x-)?png$/, check: checkPng },
  tiff: { begins: ['II*\0', 'MM\0*'], types: /^image\/(?:x-)?tiff?$/, check: checkTiff },
  docx: {
    begins: ['PK\x03\x04', '\xd0\xcf\x11\xe0'],
    types: /^application\/(?:vnd\.openxmlformats-officedocument\.wordprocessingml\.document|(?:x-)?zip(?:-compressed)?)$/,
    check: checkDocx,
  },
};
/** What a system says when it does not know. */
const UNTOLD = /^(?:|application\/octet-stream)$/;

/**
 * Why the bytes of a file are not what its kind asks, or null. Name, told type, first bytes and structure must agree (T6); what would unpack,
 * unfold or loop without end is `too-complex` (T7). Reads ranges, of a TIFF or DOCX only those needed; rejects only with the signal's reason.
 */
export async function checkContent(
  source: FileSource,
  kind: FileKind,
  options: { readonly signal?: AbortSignal } = {},
): Promise<FileRefusal | null> {
  const { signal } = options;
  const { begins, types, check } = KINDS[kind];
  const type = source.type.split(';', 1)[0]!.trim().toLowerCase();
  if (!UNTOLD.test(type) && !types.test(type)) return 'kind-mismatch';
  try {
    const bytes = bytesOf(source, signal);
    const head = await bytes.at(0, 8);
    insist(
      begins.some((begin) => startsWith(head, begin)),
      'kind-mismatch',
    );
    await check(bytes);
    if (kind !== 'docx') await refuseArchive(bytes);
    return null;
  } catch (error) {
    signal?.throwIfAborted();
    return error instanceof Refused ? error.code : 'unreadable';
  }
}

/** SHA-256 of a whole file, lower-case hex; null when it could not be read whole. Hash one file at a time: it is in memory meanwhile. */
export async function sha256Of(source: FileSource, digest: Digest): Promise<string | null> {
  const bytes = await source.read(0, source.size);
  if (bytes.length !== source.size) return null;
  const hash = new Uint8Array(await digest(bytes as Uint8Array<ArrayBuffer>));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The one gate for a file, in the page and in a backend (T9): name, size, count and total beside what is attached `already`, content, and,
 * where a digest is given, whether the same bytes are there. Cheap checks first: no byte is read of what name or size refuses.
 */
export async function admit(
  source: FileSource,
  limits: DocumentLimits,
  options: { readonly already?: readonly AttachedFile[]; readonly digest?: Digest; readonly signal?: AbortSignal } = {},
): Promise<Admission> {
  const { already = [], digest, signal } = options;
  const refused = (code: FileRefusal): Admission => ({ status: 'refused', code });
  const atSight = checkFile(source, already, limits);
  if (atSight !== null) return refused(atSight);
  const kind = kindOf(source.name)!;
  const inside = await checkContent(source, kind, signal === undefined ? {} : { signal });
  if (inside !== null) return refused(inside);
  if (digest === undefined) return { status: 'accepted', kind, sha256: null };
  const sha256 = await sha256Of(source, digest).catch(() => null);
  signal?.throwIfAborted();
  if (sha256 === null) return refused('unreadable');
  return isDuplicate(sha256, already) ? refused('duplicate') : { status: 'accepted', kind, sha256 };
}
