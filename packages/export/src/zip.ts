import type { Bytes } from './byte-writer.ts';
import { deflate } from './gzip.ts';
import type { PackedPart } from './gzip.ts';

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const DIRECTORY = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Lengths follow the data (bit 3), names are UTF-8 (bit 11). */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** 1980-01-01, the first day zip knows: the same rows make the same file. */
const FIRST_DAY = 0x21;
const LIMIT = 0xffffffff;

/** A file inside the archive. Its name is ASCII. */
export type ZipPart = { readonly name: string; readonly chunks: AsyncGenerator<Bytes, void> };

/**
 * A zip archive, written front to back without holding a part in memory; a part is asked for when the one before it is written.
 * @throws RangeError past 4 GiB, where zip64 would begin
 */
export async function* zip(parts: Iterable<ZipPart>): AsyncGenerator<Bytes, void> {
  const directory: Bytes[] = [];
  let offset = 0;
  for (const { name, chunks } of parts) {
    const head = joined(record([4, LOCAL], ...entry({ crc: 0, size: 0, packed: 0 }, name), [2, 0]), ascii(name));
    yield head;
    const part = yield* deflate(chunks);
    const tail = record([4, DESCRIPTOR], [4, part.crc], [4, part.packed], [4, part.size]);
    yield tail;
    directory.push(
      joined(record([4, DIRECTORY], [2, VERSION], ...entry(part, name), [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), ascii(name)),
    );
    offset += head.length + part.packed + tail.length;
    if (Math.max(offset, part.size) > LIMIT)
      throw new RangeError('[portico/export] the file would pass 4 GiB: split the rows over several files, or write CSV.');
  }
  const listing = joined(...directory);
  yield listing;
  const count = directory.length;
  yield record([4, END], [2, 0], [2, 0], [2, count], [2, count], [4, listing.length], [4, offset], [2, 0]);
}

/** The fields that a part's own header and the directory have in common. */
function entry({ crc, packed, size }: PackedPart, name: string): [number, number][] {
  return [
    [2, VERSION],
    [2, FLAGS],
    [2, DEFLATED],
    [2, 0],
    [2, FIRST_DAY],
    [4, crc],
    [4, packed],
    [4, size],
    [2, name.length],
  ];
}

/** Little-endian fields, each given as its width in bytes and its value. */
function record(...fields: [width: number, value: number][]): Bytes {
  const bytes = new Uint8Array(fields.reduce((length, [width]) => length + width, 0));
  let at = 0;
  for (const [width, value] of fields) for (let i = 0; i < width; i += 1) bytes[at++] = value >>> (8 * i);
  return bytes;
}

const ascii = (text: string): Bytes => new TextEncoder().encode(text);

function joined(...chunks: Bytes[]): Bytes {
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
