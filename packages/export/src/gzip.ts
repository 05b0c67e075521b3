import type { Bytes } from './byte-writer.ts';
import { chunksOf, streamOf } from './streams.ts';

const HEADER_BYTES = 10;
const TRAILER_BYTES = 8;

/** What a zip directory says of one part: its CRC-32 and its length in bytes before and after compression. */
export type PackedPart = { readonly crc: number; readonly size: number; readonly packed: number };

/**
 * Deflates chunks, yielding raw deflate data, and returns CRC-32 and lengths.
 * It is gzip with its header and trailer taken off: the trailer holds the CRC that zip asks for, computed natively.
 */
export async function* deflate(chunks: AsyncIterable<Bytes> | Iterable<Bytes>): AsyncGenerator<Bytes, PackedPart> {
  let skip = HEADER_BYTES;
  let packed = 0;
  let size = 0;
  const counted = async function* () {
    for await (const chunk of chunks) {
      size += chunk.length;
      yield chunk;
    }
  };
  let held: Bytes = new Uint8Array();
  for await (const chunk of chunksOf(streamOf(counted()).pipeThrough(await gzip()))) {
    const joined = new Uint8Array(held.length + chunk.length);
    joined.set(held);
    joined.set(chunk, held.length);
    const end = joined.length - TRAILER_BYTES;
    if (end > skip) {
      yield joined.subarray(skip, end);
      packed += end - skip;
      skip = 0;
      held = joined.slice(end);
    } else held = joined;
  }
  return { crc: new DataView(held.buffer, held.length - TRAILER_BYTES).getUint32(0, true), size, packed };
}

/** The browser's own compressor, or fflate where it has none. */
async function gzip(): Promise<ReadableWritablePair<Bytes, Bytes>> {
  if ('CompressionStream' in globalThis) return new CompressionStream('gzip');
  const { Gzip } = await import('fflate');
  let compressor: InstanceType<typeof Gzip>;
  return new TransformStream<Bytes, Bytes>({
    start: (controller) => {
      compressor = new Gzip({ level: 1 }, (bytes) => controller.enqueue(bytes));
    },
    transform: (bytes) => compressor.push(bytes),
    flush: () => compressor.push(new Uint8Array(), true),
  });
}
