import type { documentMessages, fileSizeMessages } from '@portico/core/documents/note-panel';
import type { DocumentFolder, DocumentsPolicy, FileDocument, FileKind } from '@portico/core/documents';
import type { Messages } from '@portico/core/kernel';
import { directionOf } from '../kit/locale.ts';

type SizeText = Messages<typeof fileSizeMessages>['text'];
type Text = Messages<typeof documentMessages & typeof fileSizeMessages>['text'];

const KIB = 1024;

/** A size as people say it, in the largest unit that leaves a whole number before the point. */
export function sizeText(bytes: number, text: SizeText): string {
  if (bytes < KIB) return text('document.bytes', { n: bytes });
  if (bytes < KIB * KIB) return text('document.kilobytes', { n: Math.round(bytes / KIB) });
  return text('document.megabytes', { n: Math.round((bytes / (KIB * KIB)) * 10) / 10 });
}

/** Names of kinds of file, which are the same in every language. */
const names: Readonly<Record<FileKind, string>> = { pdf: 'PDF', jpeg: 'JPEG', png: 'PNG', tiff: 'TIFF', docx: 'DOCX' };

/** The kinds one after the other, in the reading direction of a language: Latin names alone would run from left to right in Arabic too. */
export function kindsText(kinds: readonly FileKind[], locale: string): string {
  const mark = directionOf(locale) === 'rtl' ? '\u200f' : '';
  return mark + kinds.map((kind) => names[kind]).join(`${mark} · ${mark}`);
}

const accepted: Readonly<Record<FileKind, string>> = {
  pdf: '.pdf,application/pdf',
  jpeg: '.jpg,.jpeg,image/jpeg',
  png: '.png,image/png',
  tiff: '.tif,.tiff,image/tiff',
  docx: '.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** What a file dialog is told to offer. */
export const acceptOf = (kinds: readonly FileKind[]): string => kinds.map((kind) => accepted[kind]).join(',');

/** How a service line is called: by its number and, where there is one, its service. */
export const lineText = ({ sequence, text: service }: { readonly sequence: number; readonly text: string }, text: Text): string =>
  service ? text('document.lineService', { n: sequence, service }) : text('document.lineNumber', { n: sequence });

/** What a document is, for what, of which line and how large, in one line. */
export function aboutDocument(
  { type, purpose, itemSequence, size }: FileDocument,
  { text }: { readonly text: Text },
  items: DocumentFolder['items'],
): readonly unknown[] {
  const line = items.find(({ sequence }) => sequence === itemSequence);
  const words = [
    text(`document.type.${type}`),
    text(`document.purpose.${purpose}`),
    ...(itemSequence === null ? [] : [line ? lineText(line, text) : text('document.lineNumber', { n: itemSequence })]),
    sizeText(size, text),
  ];
  return words.flatMap((word, index) => (index === 0 ? [word] : [' · ', word]));
}

/** A payer's limits in words. */
export function limitsOf(
  { maxFileBytes, maxTotalBytes, kinds }: DocumentsPolicy,
  { text, locale }: { readonly text: SizeText; readonly locale: string },
): { readonly each: string; readonly total: string; readonly kinds: string } {
  return { each: sizeText(maxFileBytes, text), total: sizeText(maxTotalBytes, text), kinds: kindsText(kinds, locale) };
}

/** Whether a kind can be shown: pictures in any page, whatever its policy says; PDF where the host gave its word and the browser has a viewer. */
export const canPreview = (kind: FileKind, mayFrame: boolean): boolean =>
  kind === 'jpeg' || kind === 'png' || (kind === 'pdf' && mayFrame && navigator.pdfViewerEnabled);
