import { BLOCK, checkPixels, insist, latin1, startsWith, uint16, uint32, type Bytes } from './bytes.ts';
import { refuseMarkup } from './foreign.ts';

/** A picture in more scans than this is made to keep a decoder busy. */
const MOST_SCANS = 100;
/** A phone keeps a depth map, a gain map or a preview behind the picture. */
const MOST_PICTURES = 8;
const MOST_TRAILER = 64 * 1024;

/** JPEG: marker after marker to its end, one frame of a size that fits into memory; behind it only what phones write there. */
export async function checkJpeg(bytes: Bytes): Promise<void> {
  const first = await walk(bytes, 0);
  let { end } = first;
  for (let pictures = 1; first.hasMore && pictures < MOST_PICTURES; pictures += 1) {
    const next = await skipZeros(bytes, end);
    if (!startsWith(await bytes.at(next, 3), '\xff\xd8\xff')) break;
    ({ end } = await walk(bytes, next));
  }
  end = await skipZeros(bytes, end);
  insist(end === bytes.size || (await isPhoneTrailer(bytes, end)), 'trailing-data');
}

/** One picture from its start to its end; `hasMore` when it says that others follow (MPF, or a gain map's container). */
async function walk(bytes: Bytes, from: number): Promise<{ end: number; hasMore: boolean }> {
  let [at, frames, scans, hasMore] = [from + 2, 0, 0, false];
  for (;;) {
    const [fill, marker = 0] = await bytes.exactly(at, 2);
    insist(fill === 0xff);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) {
      insist(frames === 1 && scans > 0);
      return { end: at + 2, hasMore };
    }
    insist(marker >= 0xc0 && !(marker >= 0xd0 && marker <= 0xd8) && marker !== 0xdc);
    const length = uint16(await bytes.exactly(at + 2, 2), 0);
    insist(length >= 2);
    const body = await bytes.exactly(at + 4, length - 2);
    at += 2 + length;
    if (marker >= 0xe0) {
      refuseMarkup(body);
      hasMore ||= startsWith(body, 'MPF\0') || latin1(body).includes('Container:Directory');
    }
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xcc) {
      // Baseline, extended and progressive are what browsers draw.
      insist(marker <= 0xc2, 'kind-not-accepted');
      frames += 1;
      insist(frames === 1 && body.length >= 6 + 3 * body[5]! && body[5]! >= 1 && body[5]! <= 4);
      checkPixels(uint16(body, 3), uint16(body, 1));
    }
    if (marker === 0xda) {
      scans += 1;
      insist(frames === 1);
      insist(scans <= MOST_SCANS, 'too-complex');
      at = await skipScan(bytes, at);
    }
  }
}

/** The place of the next marker behind coded data: FF that is neither stuffed nor a restart. */
async function skipScan(bytes: Bytes, from: number): Promise<number> {
  for (let start = from; start < bytes.size; start += BLOCK - 1) {
    const block = await bytes.at(start, BLOCK);
    for (let at = block.indexOf(0xff); at >= 0 && at + 1 < block.length; at = block.indexOf(0xff, at + 1)) {
      const next = block[at + 1]!;
      if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return start + at;
    }
  }
  return bytes.size;
}

/** Cameras fill the last sector with zeros. */
async function skipZeros(bytes: Bytes, from: number): Promise<number> {
  const tail = await bytes.at(from, MOST_TRAILER);
  const zeros = tail.findIndex((byte) => byte !== 0);
  return from + (zeros === -1 ? tail.length : zeros);
}

/** The trailer of Samsung phones: blocks, a directory `SEFH` that spans them all, its length, `SEFT`. */
async function isPhoneTrailer(bytes: Bytes, from: number): Promise<boolean> {
  if (bytes.size - from > MOST_TRAILER) return false;
  const trailer = await bytes.exactly(from, bytes.size - from);
  if (trailer.length < 20 || !startsWith(trailer, 'SEFT', trailer.length - 4)) return false;
  const directory = trailer.length - 8 - uint32(trailer, trailer.length - 8, true);
  if (directory < 0 || !startsWith(trailer, 'SEFH', directory)) return false;
  const entries = uint32(trailer, directory + 8, true);
  if (directory + 12 + 12 * entries !== trailer.length - 8) return false;
  refuseMarkup(trailer);
  const offsets = Array.from({ length: entries }, (_, entry) => uint32(trailer, directory + 16 + 12 * entry, true));
  return Math.max(0, ...offsets) === directory;
}
