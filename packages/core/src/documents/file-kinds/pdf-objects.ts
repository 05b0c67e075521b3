import { BLOCK, checkPixels, insist, startsWith, type Bytes } from './bytes.ts';
import { inflate, type Inflated } from './inflate.ts';
import { nameAt, readObject, type Effort, type PdfObject } from './pdf-syntax.ts';

/** Names that no object may hold. They are looked for in every byte, because a reader may begin at any. */
const ACTIVE = new Set([
  ...['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'GoToE', 'GoToR', 'Rendition', 'RichMedia', 'Movie', 'Sound'],
  ...['EmbeddedFile', 'EmbeddedFiles', 'RichMediaContent'],
]);
/** The same, but too short to be told from chance in packed data: looked for in objects alone. */
const ACTIVE_KEYS = ['JS', 'XFA', 'EF', '3D'];
/** Behind a name there may be some bytes of the next block. */
const OVERLAP = 256;
/** All streams of a file unpacked, in bytes: a hundred pages scanned at 300 dpi in gray. */
const MOST_UNPACKED = 768 * 1024 * 1024;
const MOST_OBJECTS_TEXT = 16 * 1024 * 1024;
/** An LZW stream cannot be counted without unpacking it; so long it does no harm. */
const MOST_LZW = 64 * 1024;

/**
 * Reads the whole file once. A reader finds objects by cross-references that may point anywhere, or by searching, so names and objects are
 * looked for at every byte, those inside streams and strings included; packed objects are unpacked and looked through, other packed
 * streams are counted.
 */
export async function checkObjects(bytes: Bytes, effort: Effort): Promise<void> {
  let budget = MOST_UNPACKED;
  for (let from = 0; from < bytes.size; from += BLOCK) {
    const block = await bytes.at(from, BLOCK + OVERLAP);
    checkNames(block, BLOCK);
    for (let at = block.indexOf(0x6f); at !== -1 && at < BLOCK; at = block.indexOf(0x6f, at + 1)) {
      // `obj`, and not the end of `endobj`.
      if (block[at + 1] !== 0x62 || block[at + 2] !== 0x6a || block[at - 1] === 0x64) continue;
      const object = await readObject(bytes, from + at + 3, effort);
      if (object !== null) budget -= await checkObject(bytes, object, budget);
    }
  }
}

function checkNames(block: Uint8Array, until: number): void {
  for (let at = block.indexOf(0x2f); at !== -1 && at < until; at = block.indexOf(0x2f, at + 1)) {
    const name = nameAt(block, at + 1);
    insist(!ACTIVE.has(name), 'active-content');
    insist(name !== 'Encrypt', 'encrypted');
  }
}

/** Looks at one object and its stream; answers how many bytes that unpacks to. */
async function checkObject(bytes: Bytes, object: PdfObject, budget: number): Promise<number> {
  const { names, numbers, filters, dataAt } = object;
  insist(!ACTIVE_KEYS.some((key) => names.has(key)), 'active-content');
  if (dataAt === null) return 0;
  const of = (...keys: readonly string[]): number => keys.reduce((sum, key) => sum + (filters.get(key) ?? 0), 0);
  const flate = of('FlateDecode', 'Fl');
  // Packed twice is how a small file becomes a huge one.
  insist(flate + of('LZWDecode', 'LZW') <= 1 && of('RunLengthDecode', 'RL') <= 1, 'too-complex');
  if (names.has('Image')) checkPixels(numbers.get('Width') ?? 1, numbers.get('Height') ?? 1);
  if (of('LZWDecode', 'LZW') > 0) insist(await isShort(bytes, dataAt, numbers.get('Length') ?? 0), 'too-complex');

  // Objects can be packed into streams; nobody packs those otherwise than by Flate alone.
  const holdsObjects = names.has('ObjStm') || names.has('First');
  const isOdd = object.isFilterElsewhere || names.has('DecodeParms') || names.has('DP') || filters.size > flate;
  insist(!holdsObjects || !isOdd, 'too-complex');
  if (flate === 0 && !object.isFilterElsewhere) return 0;
  const { end, size, head } = await unpack(bytes, dataAt, {
    keep: holdsObjects ? MOST_OBJECTS_TEXT : 0,
    most: holdsObjects ? MOST_OBJECTS_TEXT : budget,
    isHex: of('ASCIIHexDecode', 'AHx') > 0,
    is85: of('ASCII85Decode', 'A85') > 0,
  });
  insist(end !== 'over', 'too-complex');
  if (holdsObjects) checkPacked(head);
  return size;
}

function checkPacked(text: Uint8Array): void {
  checkNames(text, text.length);
  for (let at = text.indexOf(0x2f); at !== -1; at = text.indexOf(0x2f, at + 1)) {
    insist(!ACTIVE_KEYS.includes(nameAt(text, at + 1)), 'active-content');
  }
}

/** Whether the data end where their length says, soon. */
async function isShort(bytes: Bytes, dataAt: number, length: number): Promise<boolean> {
  if (length > MOST_LZW) return false;
  const after = await bytes.at(dataAt + length, 12);
  return [0, 1, 2].some((white) => startsWith(after, 'endstream', white));
}

/** Unpacks zlib data of unknown length, behind one of the two text codings if need be. What is no zlib data comes to nothing. */
async function unpack(
  bytes: Bytes,
  from: number,
  { keep, most, isHex, is85 }: { readonly keep: number; readonly most: number; readonly isHex: boolean; readonly is85: boolean },
): Promise<Inflated> {
  let at = from;
  const raw = async (): Promise<Uint8Array> => {
    const part = await bytes.some(at);
    at += part.length;
    return part;
  };
  const pull = is85 ? decoded(raw, ascii85) : isHex ? decoded(raw, asciiHex) : raw;
  let waiting = await pull();
  const isZlib = waiting.length > 2 && (waiting[0]! & 15) === 8 && (waiting[0]! * 256 + waiting[1]!) % 31 === 0 && (waiting[1]! & 32) === 0;
  if (!isZlib) return { end: 'broken', size: 0, head: new Uint8Array(0) };
  waiting = waiting.subarray(2);
  const next = async (): Promise<Uint8Array> => {
    if (waiting.length === 0) return pull();
    const part = waiting;
    waiting = new Uint8Array(0);
    return part;
  };
  return inflate(next, { keep, most });
}

/** Decodes block by block; `step` takes a text and gives bytes, how much of the text it used, and whether the data ended there. */
function decoded(
  raw: () => Promise<Uint8Array>,
  step: (text: Uint8Array) => { readonly bytes: number[]; readonly used: number; readonly isEnd: boolean },
): () => Promise<Uint8Array> {
  let rest: Uint8Array = new Uint8Array(0);
  let isOver = false;
  return async () => {
    while (!isOver) {
      const more = await raw();
      const text = new Uint8Array(rest.length + more.length);
      text.set(rest);
      text.set(more, rest.length);
      const { bytes, used, isEnd } = step(text);
      rest = text.subarray(used);
      isOver = isEnd || more.length === 0;
      if (bytes.length > 0) return Uint8Array.from(bytes);
    }
    return new Uint8Array(0);
  };
}

const HEX = /[\da-f]/i;

function asciiHex(text: Uint8Array): { bytes: number[]; used: number; isEnd: boolean } {
  const bytes: number[] = [];
  let [digits, used] = ['', 0];
  for (const [at, byte] of text.entries()) {
    if (byte === 0x3e) return { bytes, used: at, isEnd: true };
    const char = String.fromCharCode(byte);
    if (HEX.test(char)) digits += char;
    if (digits.length < 2) continue;
    bytes.push(parseInt(digits, 16));
    [digits, used] = ['', at + 1];
  }
  return { bytes, used, isEnd: false };
}

function ascii85(text: Uint8Array): { bytes: number[]; used: number; isEnd: boolean } {
  const bytes: number[] = [];
  let group: number[] = [];
  let used = 0;
  const flush = (): void => {
    const missing = 5 - group.length;
    const value = [...group, 84, 84, 84, 84].slice(0, 5).reduce((sum, digit) => sum * 85 + digit, 0);
    bytes.push(...[value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255].slice(0, 4 - missing));
    group = [];
  };
  for (const [at, byte] of text.entries()) {
    if (byte === 0x7e) {
      if (group.length > 1) flush();
      return { bytes, used: at, isEnd: true };
    }
    if (byte === 0x7a && group.length === 0) bytes.push(0, 0, 0, 0);
    else if (byte >= 0x21 && byte <= 0x75) group.push(byte - 0x21);
    if (group.length === 5) flush();
    if (group.length === 0) used = at + 1;
  }
  return { bytes, used, isEnd: false };
}
