import type { AttachedFile } from '@portico/core/documents/file-check';
import type { DocumentLimits, FileRefusal } from '@portico/core/documents';
import type { FileSource } from '@portico/core/kernel';
import { bombs, loops } from './hostile/bombs.ts';
import { active, encrypted, macros } from './hostile/active.ts';
import { disguises, polyglots } from './hostile/disguises.ts';
import { overLimits } from './hostile/limits.ts';
import { badNames } from './hostile/names.ts';

/** A file that must not pass, and what is said of it. */
export interface HostileFile {
  readonly what: string;
  readonly file: FileSource;
  readonly code: FileRefusal;
  /** What is attached before it. */
  readonly already?: readonly AttachedFile[];
  readonly limits?: Partial<DocumentLimits>;
}

/** Every class of hostile files by its name; the ids are those of the threat list. */
export const hostileFiles: Readonly<Record<string, readonly HostileFile[]>> = {
  'T2 names': badNames,
  'T6 polyglots': polyglots,
  'T6 disguises and SVG': disguises,
  'T6 macros and objects': macros,
  'T6 active PDF': active,
  'T6 encrypted': encrypted,
  'T7 bombs': bombs,
  'T7 parser loops': loops,
  'T9 limits': overLimits,
};
