import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32, inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { streamOf } from './streams.ts';
import type { Bytes } from './byte-writer.ts';
import { zip } from './zip.ts';

/** Reads an archive by its directory alone, checking every length and CRC and that the parts lie where it says. */
function unzip(archive: Uint8Array): Map<string, Buffer> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.length - 22;
  assert.equal(view.getUint32(end, true), 0x06054b50);
  const parts = new Map<string, Buffer>();
  let at = view.getUint32(end + 16, true);
  assert.equal(at + view.getUint32(end + 12, true), end);
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    assert.equal(view.getUint32(at, true), 0x02014b50);
    assert.equal(view.getUint16(at + 8, true) & 0x0808, 0x0808, 'lengths after the data, names in UTF-8');
    const [crc, packed, size] = [16, 20, 24].map((field) => view.getUint32(at + field, true));
    const name = Buffer.from(archive.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))).toString();
    const local = view.getUint32(at + 42, true);
    assert.equal(view.getUint32(local, true), 0x04034b50);
    const data = local + 30 + view.getUint16(local + 26, true);
    const content = inflateRawSync(archive.subarray(data, data + packed!));
    assert.deepEqual([content.length, crc32(content)], [size, crc], name);
    const descriptor = [0, 4, 8, 12].map((field) => view.getUint32(data + packed! + field, true));
    assert.deepEqual(descriptor, [0x08074b50, crc, packed, size], name);
    parts.set(name, content);
    at += 46 + view.getUint16(at + 28, true);
  }
  return parts;
}

const archiveOf = (parts: readonly (readonly [string, readonly Bytes[]])[]): Promise<Uint8Array> =>
  new Response(streamOf(zip(parts))).bytes();

const chunks = fc.array(
  fc.uint8Array({ maxLength: 3_000 }).map((bytes) => Uint8Array.from(bytes)),
  { maxLength: 6 },
);

test('every part comes back, of any content and in any number of chunks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(chunks, { minLength: 1, maxLength: 4 }), async (contents) => {
      const named = contents.map((content, index) => [`folder/part${index}.xml`, content] as const);
      const parts = unzip(await archiveOf(named));
      assert.deepEqual(
        [...parts],
        named.map(([name, content]) => [name, Buffer.concat(content)]),
      );
    }),
    { numRuns: 50 },
  );
});

test('the same parts make the same archive', async () => {
  const parts = [['a.txt', [new TextEncoder().encode('same')]]] as const;
  assert.deepEqual(await archiveOf(parts), await archiveOf(parts));
});

test('where a browser has no CompressionStream, fflate packs the same content', async () => {
  const content = Array.from({ length: 40 }, (_, i) => new TextEncoder().encode(`row ${i} `.repeat(2_000)));
  const native = Object.getOwnPropertyDescriptor(globalThis, 'CompressionStream')!;
  Reflect.deleteProperty(globalThis, 'CompressionStream');
  try {
    assert.deepEqual(unzip(await archiveOf([['rows.txt', content]])).get('rows.txt'), Buffer.concat(content));
  } finally {
    Object.defineProperty(globalThis, 'CompressionStream', native);
  }
});
