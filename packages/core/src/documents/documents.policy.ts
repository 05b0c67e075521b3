import type { DocumentPurpose, DocumentType, FileKind } from './document.schema.ts';

/** How much one note may carry, and of which kinds. */
export interface DocumentLimits {
  /** In bytes; 25 MB is 25 × 1024 × 1024 (P4). */
  readonly maxFileBytes: number;
  /** Documents with one note (P13). */
  readonly maxFiles: number;
  /** All documents of one note together, in bytes. */
  readonly maxTotalBytes: number;
  readonly kinds: readonly FileKind[];
}

/** The keys of this area: what a payer may want otherwise. */
export interface DocumentsPolicy extends DocumentLimits {
  /** The types offered, in this order; the first is proposed. */
  readonly types: readonly DocumentType[];
  /** The purposes offered, in this order; the first is proposed. */
  readonly purposes: readonly DocumentPurpose[];
  /** Longest text of a note, in characters. */
  readonly maxNoteLength: number;
  /** How long a posted note waits before it leaves, in seconds; 0 sends at once. */
  readonly undoSeconds: number;
  /** How long an uploaded file waits for its note before it is removed, in hours. */
  readonly orphanHours: number;
}

const MEBIBYTE = 1024 * 1024;

/** What holds when a pack says nothing else. */
export const documentsPolicyDefaults: DocumentsPolicy = {
  maxFileBytes: 25 * MEBIBYTE,
  maxFiles: 5,
  maxTotalBytes: 125 * MEBIBYTE,
  kinds: ['pdf', 'jpeg', 'png', 'tiff', 'docx'],
  types: [
    'medical-report',
    'lab-result',
    'imaging',
    'prescription',
    'discharge-summary',
    'operative-report',
    'invoice',
    'receipt',
    'identity',
    'other',
  ],
  purposes: ['to-submit', 'correspondence', 'internal'],
  maxNoteLength: 4_000,
  undoSeconds: 10,
  orphanHours: 24,
};
