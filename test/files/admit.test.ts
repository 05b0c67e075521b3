import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentsPolicyDefaults } from '@portico/core/documents';
import { admit, checkContent, kindOf, type Digest } from '@portico/core/documents/file-check';
import type { FileSource } from '@portico/core/kernel';
import fc from 'fast-check';
import { docx } from './archive.ts';
import { fileOf, join, longFile, u32 } from './bytes.ts';
import { packed, pdf, stream } from './pdf.ts';
import { chunk, jpeg, png, segment, tiff, tiffFields } from './pictures.ts';

const limits = documentsPolicyDefaults;
const MEBIBYTE = 1024 * 1024;
const digest: Digest = (bytes) => crypto.subtle.digest('SHA-256', bytes);
const samples: Readonly<Record<string, Uint8Array>> = {
  ...{ 'a.pdf': pdf({ objects: [packed(['<< /A 1 >>']), stream('/Filter /FlateDecode', 'x')] }), 'a.png': png(), 'a.jpg': jpeg() },
  ...{ 'a.tif': tiff([tiffFields(), tiffFields()]), 'a.docx': docx() },
};
/** A source that counts what is read of it. */
function counted(source: FileSource): FileSource & { bytes: number } {
  const found = {
    ...{ name: source.name, type: source.type, size: source.size, bytes: 0 },
    async read(from: number, to: number) {
      const part = await source.read(from, to);
      found.bytes += part.length;
      return part;
    },
  };
  return found;
}

test('no byte is read of what its name, its size, or the files beside it refuse', async () => {
  const unread: FileSource = { ...fileOf('a.pdf', pdf()), read: () => assert.fail('it was read') };
  const answers = [
    admit({ ...unread, name: 'a.exe' }, limits),
    admit({ ...unread, name: 'a.js.pdf' }, limits),
    admit({ ...unread, size: 25 * MEBIBYTE + 1 }, limits),
    admit({ ...unread, size: 0 }, limits),
    admit(unread, limits, { already: Array.from({ length: 5 }, () => ({ size: 1 })) }),
    admit({ ...unread, type: 'text/html' }, limits),
  ];
  assert.deepEqual(
    (await Promise.all(answers)).map((answer) => (answer.status === 'refused' ? answer.code : answer.status)),
    ['kind-not-accepted', 'name-double-extension', 'too-large', 'empty', 'too-many-files', 'kind-mismatch'],
  );
});

test('T9 a file of just 25 MB is taken, with its hash and its kind', async () => {
  const whole = Buffer.from(pdf());
  const at = whole.lastIndexOf('xref\n0 ');
  const size = 25 * MEBIBYTE;
  // Blanks before the cross-references, which then stand at another place.
  const tail = whole
    .subarray(at)
    .toString('latin1')
    .replace(/startxref\n\d+/, `startxref\n${size - (whole.length - at) - 6}`);
  const file = longFile('a.pdf', size, whole.subarray(0, at), join(tail));
  const answer = await admit(file, limits, { digest });
  assert.equal(answer.status, 'accepted');
  const hash = Buffer.from(await digest((await file.read(0, size)) as Uint8Array<ArrayBuffer>)).toString('hex');
  assert.deepEqual(answer, { status: 'accepted', kind: 'pdf', sha256: hash });
});

test('the same bytes under another name are a duplicate', async () => {
  const first = await admit(fileOf('a.png', png()), limits, { digest });
  assert.ok(first.status === 'accepted' && first.sha256 !== null);
  const already = [{ size: png().length, sha256: first.sha256 }];
  assert.deepEqual(await admit(fileOf('b.png', png()), limits, { already, digest }), { status: 'refused', code: 'duplicate' });
  assert.equal((await admit(fileOf('a.jpg', jpeg()), limits, { already, digest })).status, 'accepted');
});

test('a TIFF of 20 MB is judged by its directories, not by its strips', async () => {
  const strip = 20 * MEBIBYTE;
  const fields = tiffFields({ 256: 4_096, 257: 5_120, 279: strip });
  // The directory first, the strip behind it.
  const body = Buffer.from(tiff([fields.map(([tag, type, count, value]) => [tag, type, count, tag === 273 ? 200 : value])]));
  const head = join(body, new Uint8Array(200 - body.length));
  const file = counted(longFile('a.tif', 200 + strip, head, new Uint8Array(0)));
  assert.equal(await checkContent(file, 'tiff'), null);
  assert.ok(file.bytes < 2 * MEBIBYTE, `${file.bytes} bytes were read`);
});

test('what phones write behind a picture is fine: other pictures that are announced, zeros, the trailer of one maker', async () => {
  const trailer = join('Image_UTC_Data1234', 'SEFH', u32(106), u32(1), [0, 0, 1, 10], u32(18), u32(18), u32(24), 'SEFT');
  const fine = [
    join(jpeg([segment(0xe2, 'MPF\0II*\0')]), jpeg()),
    join(jpeg([segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><Container:Directory>')]), jpeg()),
    join(jpeg([segment(0xe2, 'MPF\0')]), new Uint8Array(64), jpeg(), new Uint8Array(64)),
    join(jpeg(), new Uint8Array(2_000)),
    join(jpeg([segment(0xe1, 'Exif\0\0MM\0*'), segment(0xe2, 'ICC_PROFILE\0\x01\x01')]), trailer),
  ];
  for (const bytes of fine) assert.equal(await checkContent(fileOf('a.jpg', bytes), 'jpeg'), null);
});

test('PDFs in the ways of their makers are fine: blanks behind the end, packed text in base 85, links, forms, chance bytes like names', async () => {
  const fine = [
    pdf({ tail: '\r\n\0\0  ' }),
    pdf({ page: '/Annots [<< /Subtype /Link /A << /S /URI /URI (https://example.test) >> >>]', catalog: '/OpenAction [3 0 R /Fit]' }),
    pdf({ catalog: '/AcroForm << /Fields [] /NeedAppearances true >>' }),
    pdf({ objects: [stream('/Subtype /Image /Filter /DCTDecode', '\x01/JS \x02/EF<</3D>')] }),
    pdf({ objects: ['(he said obj, then obj again)', '<< /Title (JavaScript) >>', '[ 1 [ 2 ] ]'] }),
  ];
  for (const bytes of fine) assert.equal(await checkContent(fileOf('a.pdf', bytes), 'pdf'), null);
});

test('a PNG with a profile, a physical size and a text is fine', async () => {
  const idat = Buffer.from(png()).subarray(33, -12);
  const bytes = png([chunk('pHYs', new Uint8Array(9)), chunk('tEXt', 'Title\0<x:xmpmeta>'), idat]);
  assert.equal(await checkContent(fileOf('a.png', bytes), 'png'), null);
});

test('T7 whatever is done to a file, its check ends with an answer, and in reading bounded by its size', async () => {
  const change = fc.record({
    name: fc.constantFrom(...Object.keys(samples)),
    cut: fc.double({ min: 0.1, max: 1, noNaN: true }),
    edits: fc.array(fc.tuple(fc.nat(1_000_000), fc.uint8Array({ minLength: 1, maxLength: 4 })), { maxLength: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(change, async ({ name, cut, edits }) => {
      const whole = samples[name]!;
      const bytes = whole.slice(0, Math.ceil(whole.length * cut));
      for (const [place, values] of edits) bytes.set(values.subarray(0, bytes.length - (place % bytes.length)), place % bytes.length);
      const file = counted(fileOf(name, bytes));
      const answer = await checkContent(file, kindOf(name)!);
      assert.ok(answer !== 'unreadable', 'the check broke');
      assert.ok(file.bytes <= 16 * bytes.length + 40 * MEBIBYTE);
      // A PDF is whole without the end of its last line.
      const least = name.endsWith('.pdf') ? Buffer.from(whole).toString('latin1').trimEnd().length : whole.length;
      if (bytes.length < least) assert.notEqual(answer, null, 'a part is no whole');
    }),
    { numRuns: 3_000 },
  );
});

test('a check that is given up rejects with its reason', async () => {
  const job = new AbortController();
  const reason = new Error('gone');
  const file: FileSource = {
    ...fileOf('a.png', png()),
    read: async (from, to) => {
      job.abort(reason);
      return png().subarray(from, to);
    },
  };
  await assert.rejects(admit(file, limits, { signal: job.signal, digest }), reason);
});
