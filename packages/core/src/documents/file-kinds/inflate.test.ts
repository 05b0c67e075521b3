import assert from 'node:assert/strict';
import { test } from 'node:test';
import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { inflate, type Pull } from './inflate.ts';

/** Gives the data in parts of a length. */
function parts(data: Uint8Array, length: number): Pull {
  let at = 0;
  return async () => data.subarray(at, (at += length));
}

/** Bytes as files have them: chance, runs, texts, and one after the other. */
const bytes = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 3_000 }),
      fc
        .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 1, max: 70_000 }))
        .map(([byte, length]) => new Uint8Array(length).fill(byte)),
      fc.string({ maxLength: 400 }).map((text) => Buffer.from(text.repeat(20))),
    ),
    { maxLength: 6 },
  )
  .map((all) => new Uint8Array(Buffer.concat(all)));
const levels = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  strategy: fc.constantFrom(
    constants.Z_DEFAULT_STRATEGY,
    constants.Z_FIXED,
    constants.Z_HUFFMAN_ONLY,
    constants.Z_RLE,
    constants.Z_FILTERED,
  ),
  memLevel: fc.integer({ min: 1, max: 9 }),
});

test('what zlib packs comes out again, in parts of any length', async () => {
  await fc.assert(
    fc.asyncProperty(
      bytes,
      levels,
      fc.integer({ min: 1, max: 5_000 }),
      fc.integer({ min: 0, max: 100_000 }),
      async (plain, options, length, keep) => {
        const found = await inflate(parts(deflateRawSync(plain, options), length), { keep, most: plain.length });
        assert.deepEqual([found.end, found.size], ['done', plain.length]);
        assert.deepEqual(Buffer.compare(found.head, plain.subarray(0, keep)), 0);
      },
    ),
    { numRuns: 200 },
  );
});

test('codes of fifteen bits with all their extra bits behind them', async () => {
  // Pairs of a length and a distance, each rarer than the one before, so that some get the longest codes.
  const block: number[] = [];
  for (let round = 1; round <= 1 << 14; round += 1) {
    const rarity = 31 - Math.clz32(round & -round);
    const length = [3, 8, 13, 19, 27, 35, 51, 67, 99, 131, 163, 195, 227, 250, 258][rarity]!;
    const from = Math.max(0, block.length - (17 << rarity) - (round % 7));
    for (let n = 0; n < length; n += 1) block.push(block[from + n] ?? round & 255);
    block.push((round * 31) & 255, rarity);
  }
  const plain = Uint8Array.from(block);
  const found = await inflate(parts(deflateRawSync(plain, { level: 9, memLevel: 9 }), 1_000), { keep: plain.length, most: plain.length });
  assert.deepEqual([found.end, found.size], ['done', plain.length]);
  assert.equal(Buffer.compare(found.head, plain), 0);
});

test('data cut off anywhere are broken, and what came before is told', async () => {
  const plain = Buffer.from('A line of a report. '.repeat(500));
  const data = deflateRawSync(plain);
  for (let length = 0; length < data.length; length += 1) {
    const found = await inflate(parts(data.subarray(0, length), 7), { keep: plain.length, most: plain.length });
    assert.equal(found.end, 'broken', `${length} of ${data.length} bytes`);
    assert.equal(Buffer.compare(found.head, plain.subarray(0, found.size)), 0);
  }
});

test('any bytes end, and nothing more is made than asked for', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 4_000 }), async (data) => {
      const { size, head } = await inflate(parts(data, 100), { keep: 1_000, most: 50_000 });
      assert.ok(head.length <= 1_000 && size <= 50_000 + 65_535);
    }),
    { numRuns: 1_000 },
  );
});

test('T7 a bomb is over as soon as it is larger than allowed, and nothing of it is kept', async () => {
  const bomb = deflateRawSync(Buffer.alloc(20_000_000));
  let pulled = 0;
  const found = await inflate(async () => bomb.subarray(pulled, (pulled += 256)), { most: 1_000_000 });
  assert.equal(found.end, 'over');
  assert.ok(found.size < 1_001_000 && pulled < bomb.length && found.head.length === 0);
});
