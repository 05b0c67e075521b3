import { insist, type Bytes } from './bytes.ts';

/** What a dictionary, or an array, says; nested ones count as their owner's. */
export interface PdfObject {
  readonly isDictionary: boolean;
  readonly names: ReadonlySet<string>;
  /** Whole numbers right behind a name; of several the largest. */
  readonly numbers: ReadonlyMap<string, number>;
  /** How often each filter is named. */
  readonly filters: ReadonlyMap<string, number>;
  /** Whether its filter is named elsewhere. */
  readonly isFilterElsewhere: boolean;
  /** Where its stream begins, or null. */
  readonly dataAt: number | null;
}

const MOST_DEPTH = 100;
const FIRST_WINDOW = 8 * 1024;
const MOST_WINDOW = 4 * 1024 * 1024;
const FILTERS = /^(?:FlateDecode|Fl|LZWDecode|LZW|ASCII85Decode|A85|ASCIIHexDecode|AHx|RunLengthDecode|RL|Crypt)$/;
const WHITE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITERS = new Set([...WHITE, ...Array.from('()<>[]{}/%', (char) => char.charCodeAt(0))]);

/** A name from behind its slash, its `#xx` decoded; at most 64 characters of it. */
export function nameAt(bytes: Uint8Array, from: number): string {
  let name = '';
  for (let at = from; at < bytes.length && name.length < 64; at += 1) {
    const byte = bytes[at]!;
    if (DELIMITERS.has(byte)) break;
    const code = byte === 0x23 ? parseInt(String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0), 16) : NaN;
    if (Number.isNaN(code)) name += String.fromCharCode(byte);
    else {
      name += String.fromCharCode(code);
      at += 2;
    }
  }
  return name;
}

/** How many bytes may still be parsed in one file: objects that begin inside one another are parsed again and again. */
export interface Effort {
  left: number;
}

/** Reads the dictionary or array at a place; null when neither stands there or it does not end. Too deep or too long is `too-complex`. */
export async function readObject(bytes: Bytes, at: number, effort: Effort): Promise<PdfObject | null> {
  for (let length = FIRST_WINDOW; ; length *= 8) {
    const window = await bytes.at(at, length);
    const found = parse(window, at, effort);
    insist(effort.left >= 0, 'too-complex');
    if (found !== 'more') return found;
    if (window.length < length) return null;
    insist(length < MOST_WINDOW, 'too-complex');
  }
}

function parse(bytes: Uint8Array, from: number, effort: Effort): PdfObject | null | 'more' {
  const names = new Set<string>();
  const numbers = new Map<string, number>();
  const filters = new Map<string, number>();
  let isFilterElsewhere = false;
  let isDictionary = false;
  let isClosed = false;
  let depth = 0;
  let key = '';
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at]!;
    const next = bytes[at + 1];
    if (WHITE.has(byte)) at += 1;
    else if (byte === 0x25) at = lineEnd(bytes, at);
    else if (byte === 0x3c && next === 0x3c) {
      if (depth === 0) isDictionary = true;
      depth += 1;
      at += 2;
    } else if (byte === 0x5b) {
      depth += 1;
      at += 1;
    } else if (depth === 0) break;
    else if ((byte === 0x3e && next === 0x3e) || byte === 0x5d) {
      depth -= 1;
      at += byte === 0x5d ? 1 : 2;
      isClosed = depth === 0;
      if (isClosed) break;
    } else if (byte === 0x28) at = stringEnd(bytes, at);
    else if (byte === 0x3c) at = bytes.indexOf(0x3e, at) + 1 || bytes.length;
    else if (byte === 0x2f) {
      key = nameAt(bytes, at + 1);
      names.add(key);
      if (FILTERS.test(key)) filters.set(key, (filters.get(key) ?? 0) + 1);
      at = tokenEnd(bytes, at + 1);
    } else {
      const end = Math.max(at + 1, tokenEnd(bytes, at));
      const word = String.fromCharCode(...bytes.subarray(at, Math.min(end, at + 12)));
      if (/^\d+$/.test(word) && key !== '') {
        numbers.set(key, Math.max(numbers.get(key) ?? 0, Number(word)));
        if (key === 'Filter' || key === 'F') isFilterElsewhere = true;
      }
      key = '';
      at = end;
    }
    insist(depth <= MOST_DEPTH, 'too-complex');
  }
  effort.left -= at;
  if (depth > 0 || at >= bytes.length) return 'more';
  if (!isClosed) return null;
  const dataAt = isDictionary ? streamAt(bytes, at) : null;
  if (dataAt === 'more') return 'more';
  return { isDictionary, names, numbers, filters, isFilterElsewhere, dataAt: dataAt === null ? null : from + dataAt };
}

/** Where the data begin when the word `stream` and the end of its line follow. */
function streamAt(bytes: Uint8Array, from: number): number | null | 'more' {
  let at = from;
  while (at < bytes.length && (WHITE.has(bytes[at]!) || bytes[at] === 0x25)) at = bytes[at] === 0x25 ? lineEnd(bytes, at) : at + 1;
  if (at + 8 > bytes.length) return 'more';
  if (String.fromCharCode(...bytes.subarray(at, at + 6)) !== 'stream') return null;
  at += 6;
  if (bytes[at] === 0x0d) at += 1;
  return bytes[at] === 0x0a ? at + 1 : at;
}

function lineEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 0x0a && bytes[at] !== 0x0d) at += 1;
  return at;
}

function tokenEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && !DELIMITERS.has(bytes[at]!)) at += 1;
  return at;
}

/** Behind the closing parenthesis; parentheses nest, a backslash takes the next character out. */
function stringEnd(bytes: Uint8Array, from: number): number {
  let [at, depth] = [from, 0];
  do {
    const byte = bytes[at];
    if (byte === 0x5c) at += 1;
    else if (byte === 0x28) depth += 1;
    else if (byte === 0x29) depth -= 1;
    at += 1;
  } while (depth > 0 && at < bytes.length);
  return at;
}
