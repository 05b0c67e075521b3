import type { FileSource } from '../../kernel/index.ts';
import type { FileRefusal } from '../file-refusal.ts';

/** Most pixels of one picture: twice an A3 page at 400 dpi; decoded it takes 400 MB. */
export const MOST_PIXELS = 100_000_000;

/** So much is read at once, so that a page stays at ease between two reads. */
export const BLOCK = 512 * 1024;

/** Thrown inside the checks only: it ends them with a code. */
export class Refused extends Error {
  readonly code: FileRefusal;
  constructor(code: FileRefusal) {
    super(code);
    this.code = code;
  }
}

/** Refuses unless the fact holds. */
export function insist(fact: boolean, code: FileRefusal = 'damaged'): asserts fact {
  if (!fact) throw new Refused(code);
}

/** Ranges of a file, read in blocks. What a check reads altogether is bounded, so that no structure can keep it reading for ever. */
export interface Bytes {
  readonly size: number;
  /** `length` bytes from `from` on, fewer at the end of the file. */
  at(from: number, length: number): Promise<Uint8Array>;
  /** Exactly that many, or the file is damaged. */
  exactly(from: number, length: number): Promise<Uint8Array>;
  /** The bytes from a place on that are at hand, else a block of them; none at the end of the file. */
  some(from: number): Promise<Uint8Array>;
}

/** Reads a source by ranges; a source that gives less than it said is `unreadable`. */
export function bytesOf(source: FileSource, signal?: AbortSignal): Bytes {
  const { size } = source;
  const most = 16 * size + 64 * BLOCK;
  let spent = 0;
  let start = 0;
  let block = new Uint8Array(0);

  async function at(from: number, length: number): Promise<Uint8Array> {
    const to = Math.min(size, from + length);
    if (from >= to) return new Uint8Array(0);
    if (from < start || to > start + block.length) {
      const end = Math.min(size, Math.max(to, from + BLOCK));
      spent += end - from;
      insist(spent <= most, 'too-complex');
      signal?.throwIfAborted();
      block = (await source.read(from, end)) as Uint8Array<ArrayBuffer>;
      start = from;
      insist(block.length === end - from, 'unreadable');
    }
    return block.subarray(from - start, to - start);
  }

  return {
    ...{ size, at },
    async exactly(from, length) {
      const found = await at(from, length);
      insist(found.length === length);
      return found;
    },
    some: (from) => at(from, from >= start && from < start + block.length ? start + block.length - from : BLOCK),
  };
}

/** A number of two bytes. */
export const uint16 = (bytes: Uint8Array, at: number, isLittle = false): number =>
  isLittle ? bytes[at]! | (bytes[at + 1]! << 8) : (bytes[at]! << 8) | bytes[at + 1]!;

/** A number of four bytes. */
export const uint32 = (bytes: Uint8Array, at: number, isLittle = false): number =>
  isLittle ? uint16(bytes, at, true) + uint16(bytes, at + 2, true) * 65_536 : uint16(bytes, at) * 65_536 + uint16(bytes, at + 2);

/** One character a byte. */
export function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += 8192) text += String.fromCharCode(...bytes.subarray(from, from + 8192));
  return text;
}

/** Whether a text stands at a place, byte for byte. */
export function startsWith(bytes: Uint8Array, text: string, from = 0): boolean {
  for (let index = 0; index < text.length; index += 1) if (bytes[from + index] !== text.charCodeAt(index)) return false;
  return true;
}

/** Refuses a picture that would not fit into memory. */
export function checkPixels(width: number, height: number): void {
  insist(width > 0 && height > 0);
  insist(width <= 65_535 && height <= 65_535 && width * height <= MOST_PIXELS, 'too-complex');
}
