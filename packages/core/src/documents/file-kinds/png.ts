import { BLOCK, checkPixels, insist, latin1, startsWith, uint32, type Bytes } from './bytes.ts';
import { refuseMarkup } from './foreign.ts';
import { inflate } from './inflate.ts';

const MOST_CHUNKS = 65_536;
/** Most bytes of text or of a colour profile in a picture, unpacked. */
const MOST_EXTRA = 4 * 1024 * 1024;
const CRITICAL = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND']);
const PACKED = new Set(['zTXt', 'iCCP', 'iTXt']);
/** Bit depths that go with a colour type. */
const DEPTHS: Readonly<Record<number, readonly number[]>> = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] };

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** PNG: chunk after chunk to IEND, which ends the file; checksums of what is drawn; a size that fits into memory; no animation. */
export async function checkPng(bytes: Bytes): Promise<void> {
  const first = await bytes.exactly(8, 8 + 13);
  insist(uint32(first, 0) === 13 && startsWith(first, 'IHDR', 4));
  checkPixels(uint32(first, 8), uint32(first, 12));
  insist(DEPTHS[first[17]!]?.includes(first[16]!) === true && first[18] === 0 && first[19] === 0 && first[20]! <= 1);

  let [at, chunks, data] = [8, 0, 0];
  for (let type = ''; type !== 'IEND'; chunks += 1) {
    insist(chunks < MOST_CHUNKS, 'too-complex');
    const head = await bytes.exactly(at, 8);
    const length = uint32(head, 0);
    const before = type;
    type = latin1(head.subarray(4));
    insist(/^[A-Za-z]{4}$/.test(type) && at + 12 + length <= bytes.size);
    insist((type === 'IHDR') === (chunks === 0));
    // A critical chunk that nobody knows is not drawn by anybody either.
    insist(CRITICAL.has(type) || type[0]! >= 'a');
    insist(type !== 'acTL' && type !== 'fcTL', 'kind-not-accepted');
    if (type === 'IDAT') {
      insist(data === 0 || before === 'IDAT');
      data += length;
    }
    if (CRITICAL.has(type)) insist((await crc(bytes, at + 4, length + 4)) === uint32(await bytes.exactly(at + 8 + length, 4), 0));
    else await checkExtra(bytes, type, at + 8, length);
    at += 12 + length;
    if (type === 'IEND') insist(length === 0 && data > 0);
  }
  insist(at === bytes.size, 'trailing-data');
}

async function crc(bytes: Bytes, from: number, length: number): Promise<number> {
  let value = 0xffffffff;
  for (let at = from; at < from + length; at += BLOCK) {
    for (const byte of await bytes.exactly(at, Math.min(BLOCK, from + length - at))) value = CRC[(value ^ byte) & 255]! ^ (value >>> 8);
  }
  return ~value >>> 0;
}

/** Texts and profiles: no markup that a server might run, nothing that unpacks without end. */
async function checkExtra(bytes: Bytes, type: string, from: number, length: number): Promise<void> {
  insist(length <= MOST_EXTRA, 'too-complex');
  const body = await bytes.exactly(from, length);
  refuseMarkup(body);
  if (!PACKED.has(type)) return;
  // Keyword, then (of iTXt) a flag, a method, a language and a translated keyword, then the method byte of the others.
  const name = body.indexOf(0);
  insist(name > 0);
  if (type === 'iTXt' && body[name + 1] !== 1) return;
  const start = type === 'iTXt' ? body.indexOf(0, body.indexOf(0, name + 3) + 1) + 1 : name + 2;
  const parts = [body.subarray(start + 2)];
  const { end, head } = await inflate(async () => parts.pop() ?? new Uint8Array(0), { keep: MOST_EXTRA, most: MOST_EXTRA });
  insist(end !== 'over', 'too-complex');
  refuseMarkup(head);
}
