import { BLOCK, insist, latin1, startsWith, uint16, uint32, type Bytes } from './bytes.ts';
import { findArchive } from './foreign.ts';
import { inflate, type Inflated } from './inflate.ts';

const MOST_ENTRIES = 4_096;
/** Everything of an archive unpacked, in bytes. */
const MOST_UNPACKED = 200 * 1024 * 1024;
/** An archive that unpacks to more than `RATIO_FROM` bytes may not be packed tighter than this: texts of an office reach 20 to 60. */
const MOST_RATIO = 200;
const RATIO_FROM = 10 * 1024 * 1024;
const DIRECTORY_HEAD = 46;
const LOCAL_HEAD = 30;

/** One file in an archive. */
export interface Entry {
  readonly name: string;
  readonly isPacked: boolean;
  /** In bytes, in the archive. */
  readonly packed: number;
  /** In bytes, as the directory says. */
  readonly size: number;
  /** Where its data stand. */
  readonly at: number;
}

/**
 * The entries of a ZIP, once its directory and its local headers say the same: no gap, no overlap, nothing before, between or behind, no
 * encryption, no ZIP64, no links, no path that leaves the folder, no name twice.
 */
export async function readZip(bytes: Bytes): Promise<readonly Entry[]> {
  const end = await findArchive(bytes);
  insist(end !== null);
  const record = (await bytes.exactly(end, 22)).slice();
  insist(end + 22 === bytes.size && uint16(record, 20, true) === 0, 'trailing-data');
  const [count, length, directory] = [uint16(record, 10, true), uint32(record, 12, true), uint32(record, 16, true)];
  insist(uint16(record, 4, true) === 0 && uint16(record, 6, true) === 0 && uint16(record, 8, true) === count);
  insist(count > 0 && directory + length === end);
  insist(count <= MOST_ENTRIES && length <= MOST_ENTRIES * 512, 'too-complex');

  const table = (await bytes.exactly(directory, length)).slice();
  const entries: (Entry & { readonly local: number })[] = [];
  const names = new Set<string>();
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    insist(at + DIRECTORY_HEAD <= length && startsWith(table, 'PK\x01\x02', at));
    const [flags, method] = [uint16(table, at + 8, true), uint16(table, at + 10, true)];
    const [packed, size, local] = [uint32(table, at + 20, true), uint32(table, at + 24, true), uint32(table, at + 42, true)];
    const nameEnd = at + DIRECTORY_HEAD + uint16(table, at + 28, true);
    const name = latin1(table.subarray(at + DIRECTORY_HEAD, nameEnd));
    insist((flags & 0x2041) === 0, 'encrypted');
    insist(packed !== 0xffffffff && size !== 0xffffffff && local !== 0xffffffff, 'too-complex');
    insist((method === 0 && packed === size) || method === 8);
    // The upper half is the mode of a file on Unix; A000 is a link.
    insist((uint16(table, at + 40, true) & 0xf000) !== 0xa000 && isInside(name) && !names.has(name.toLowerCase()));
    names.add(name.toLowerCase());
    entries.push({ name, isPacked: method === 8, packed, size, local, at: 0 });
    at = nameEnd + uint16(table, at + 30, true) + uint16(table, at + 32, true);
  }
  insist(at === length);
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0);
  insist(unpacked <= MOST_UNPACKED && (unpacked <= RATIO_FROM || unpacked <= MOST_RATIO * bytes.size), 'too-complex');
  return besideEachOther(bytes, entries, directory);
}

/** A plain path below the archive's root. */
const isInside = (name: string): boolean => /^[^/\\:\0]/.test(name) && !/\\|\0|(?:^|\/)\.\.?(?:\/|$)|\/\//.test(name);

/** The entries with the places of their data, once each begins where the one before ends. */
async function besideEachOther(
  bytes: Bytes,
  entries: readonly (Entry & { readonly local: number })[],
  directory: number,
): Promise<readonly Entry[]> {
  const placed: Entry[] = [];
  let free = 0;
  for (const { local, ...entry } of [...entries].sort((a, b) => a.local - b.local)) {
    const head = await bytes.exactly(local, LOCAL_HEAD + entry.name.length);
    insist(startsWith(head, 'PK\x03\x04') && startsWith(head, entry.name, LOCAL_HEAD) && uint16(head, 26, true) === entry.name.length);
    const flags = uint16(head, 6, true);
    insist((flags & 0x2041) === 0 && (uint16(head, 8, true) === 8) === entry.isPacked);
    // With bit 3 the sizes follow the data, in 12 bytes or in 16 with a signature.
    const isLater = (flags & 8) !== 0;
    insist(isLater || (uint32(head, 18, true) === entry.packed && uint32(head, 22, true) === entry.size));
    const gap = local - free;
    insist(gap === 0 || gap === 12 || gap === 16);
    const at = local + LOCAL_HEAD + entry.name.length + uint16(head, 28, true);
    free = at + entry.packed;
    placed.push({ ...entry, at });
  }
  const gap = directory - free;
  insist(placed[0] !== undefined && (gap === 0 || gap === 12 || gap === 16));
  return placed;
}

/** Unpacks an entry to count it, keeping its first bytes; the directory must have told its size. */
export async function unpack(bytes: Bytes, { isPacked, at, packed, size }: Entry, keep: number): Promise<Uint8Array> {
  if (!isPacked) return bytes.exactly(at, Math.min(keep, size));
  let next = at;
  const pull = async (): Promise<Uint8Array> => {
    const part = await bytes.exactly(next, Math.min(BLOCK, at + packed - next));
    next += part.length;
    return part;
  };
  const found: Inflated = await inflate(pull, { keep, most: size });
  insist(found.end !== 'over', 'too-complex');
  insist(found.end === 'done' && found.size === size);
  return found.head;
}
