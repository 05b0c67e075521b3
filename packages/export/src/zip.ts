import { utf8 } from './byte-writer.ts';
import type { Bytes } from './byte-writer.ts';
import { deflate } from './gzip.ts';

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
export type ZipPart = readonly [name: string, chunks: AsyncIterable<Bytes> | Iterable<Bytes>];

/**
 * A zip archive, written front to back without holding a part in memory; a part is asked for when the one before it is written.
 * @throws RangeError past 4 GiB, where zip64 would begin
 */
export async function* zip(parts: Iterable<ZipPart>): AsyncGenerator<Bytes, void> {
  const directory: number[] = [];
  let count = 0;
  let offset = 0;
  for (const [name, chunks] of parts) {
    const letters = utf8(name);
    const entry = (...lengths: number[]) => [VERSION, FLAGS, DEFLATED, 0, FIRST_DAY, ...lengths, letters.length, 0];
    const head = [...bytesOf(...long(LOCAL), ...entry(0, 0, 0, 0, 0, 0)), ...letters];
    yield Uint8Array.from(head);
    const { crc, packed, size } = yield* deflate(chunks);
    const lengths = [...long(crc), ...long(packed), ...long(size)];
    const tail = bytesOf(...long(DESCRIPTOR), ...lengths);
    yield Uint8Array.from(tail);
    directory.push(...bytesOf(...long(DIRECTORY), VERSION, ...entry(...lengths), 0, 0, 0, 0, 0, ...long(offset)), ...letters);
    count += 1;
    offset += head.length + packed + tail.length;
    if (Math.max(offset, size) > LIMIT)
      throw new RangeError('[portico/export] the file would pass 4 GiB: export fewer rows, or write CSV.');
  }
  const end = bytesOf(...long(END), 0, 0, count, count, ...long(directory.length), ...long(offset), 0);
  yield Uint8Array.from([...directory, ...end]);
}

/** Words of 16 bits as little-endian bytes. */
const bytesOf = (...words: number[]): number[] => words.flatMap((word) => [word & 0xff, word >>> 8]);

/** A number of 32 bits as two words. */
const long = (value: number): number[] => [value & 0xffff, value >>> 16];
