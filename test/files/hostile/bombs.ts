import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import type { FileRefusal } from '@portico/core/documents';
import { docx, docxFiles, zip, type Packed } from '../archive.ts';
import { fileOf, join, u32 } from '../bytes.ts';
import type { HostileFile } from '../hostile.ts';
import { packed, pdf, stream } from '../pdf.ts';
import { chunk, frame, header, jpeg, png, scan, tiff, tiffFields } from '../pictures.ts';

const MEBIBYTE = 1024 * 1024;
const entry = (what: string, name: string, bytes: Uint8Array, code: FileRefusal = 'too-complex'): HostileFile => ({
  ...{ what, code },
  file: fileOf(name, bytes),
});
const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * MEBIBYTE);
const withPart = (part: Packed): Uint8Array => zip([...docxFiles(), part]);
const part = (data: string | Uint8Array, more: Partial<Packed> = {}): Packed => ({ name: 'word/media/a.png', data, ...more });
/** Text that packs ten to one: a quarter of chance, each letter of it some times. */
function tenfold(megabytes: number): Buffer {
  const text = Buffer.alloc(megabytes * MEBIBYTE);
  for (let at = 0, seed = 1; at < text.length; at += 64) {
    seed = (seed * 1_103_515_245 + 12_345) >>> 0;
    text.fill(seed.toString(16), at, at + 64);
  }
  return text;
}
const idat = chunk('IDAT', deflateSync(new Uint8Array(20)));
const eight = deflateRawSync(zeros(8), { finishFlush: constants.Z_FULL_FLUSH });
/** 800 MB of zeros as zlib data: the same 8 MB a hundred times, none of which looks back on another. */
const huge = join('\x78\x9c', ...Array.from({ length: 100 }, () => eight), [3, 0]);
const packedZeros = deflateSync(zeros(64));
const twice = deflateSync(packedZeros);
const hundred = zeros(100);
const packedHundred = deflateSync(hundred);
const square = 20_000;

/** Small files that would fill a memory. */
export const bombs: readonly HostileFile[] = [
  entry('DOCX of one file, a thousand to one', 'a.docx', withPart(part(zeros(64)))),
  entry(
    'DOCX of three files, a thousand to one',
    'a.docx',
    zip([...docxFiles(), part(hundred), part(hundred, { name: 'word/b.xml' }), part(hundred, { name: 'word/c.xml' })]),
  ),
  entry('DOCX, ten to one, 220 MB', 'a.docx', withPart(part(tenfold(220)))),
  entry('DOCX that tells less than comes out', 'a.docx', withPart(part(zeros(64), { size: 1_000 }))),
  entry('DOCX that tells nothing and unpacks a million to one', 'a.docx', withPart(part(packedZeros, { size: 10 })), 'too-complex'),
  entry('DOCX whose text is the bomb', 'a.docx', docx({ main: zeros(64).fill(' ').toString() })),
  entry('DOCX whose relations are the bomb', 'a.docx', docx({ rels: ' '.repeat(8 * MEBIBYTE) })),
  entry('DOCX whose parts share their data', 'a.docx', withPart(part('x', { local: 0 })), 'damaged'),
  entry('DOCX that tells four gigabytes', 'a.docx', withPart(part('x', { size: 0xfffffffe }))),
  entry('DOCX with sizes of ZIP64', 'a.docx', withPart(part('x', { size: 0xffffffff }))),
  entry('DOCX in an archive in an archive', 'a.docx', docx({ more: [{ name: 'word/media/a.zip', data: docx() }] }), 'active-content'),
  entry(
    'DOCX of five thousand parts',
    'a.docx',
    docx({ more: Array.from({ length: 5_000 }, (_, n) => ({ name: `word/p${n}.xml`, data: '' })) }),
  ),
  entry('PNG of 60,000 × 60,000', 'a.png', png([idat], header(60_000, 60_000))),
  entry('PNG of a line of two thousand million', 'a.png', png([idat], header(2_147_483_647, 1))),
  entry('PNG whose text unpacks to 64 MB', 'a.png', png([chunk('zTXt', join('a\0\0', packedZeros)), idat])),
  entry('PNG whose profile unpacks to 64 MB', 'a.png', png([chunk('iCCP', join('a\0\0', packedZeros)), idat])),
  entry('JPEG of 65,535 × 65,535', 'a.jpg', jpeg([], { size: frame(65_535, 65_535) })),
  entry(
    'JPEG of a thousand scans',
    'a.jpg',
    jpeg([], { size: frame(8_000, 8_000, 0xc2), scans: Array.from({ length: 1_000 }, () => scan) }),
  ),
  entry('TIFF of 60,000 × 60,000', 'a.tif', tiff([tiffFields({ 256: 60_000, 257: 60_000 })])),
  entry('TIFF whose second page is the bomb', 'a.tif', tiff([tiffFields(), tiffFields({ 256: 65_000, 257: 65_000 })])),
  entry('TIFF of 60,000 samples a pixel', 'a.tif', tiff([tiffFields({ 277: 60_000 })])),
  entry('PDF of one stream of 800 MB', 'a.pdf', pdf({ objects: [stream('/Filter /FlateDecode', huge)] })),
  entry(
    'PDF of ten streams of 100 MB',
    'a.pdf',
    pdf({ objects: Array.from({ length: 10 }, () => stream('/Filter /FlateDecode', packedHundred)) }),
  ),
  entry('PDF packed twice', 'a.pdf', pdf({ objects: [stream('/Filter [/FlateDecode /FlateDecode]', twice)] })),
  entry('PDF packed twice by the short names', 'a.pdf', pdf({ objects: [stream('/Filter [/Fl /Fl]', twice)] })),
  entry('PDF packed twice by two filters', 'a.pdf', pdf({ objects: [stream('/Filter [/LZWDecode /FlateDecode]', twice)] })),
  entry('PDF of a hidden filter', 'a.pdf', pdf({ objects: [stream('/Filter 6 0 R', huge), '/FlateDecode'] })),
  entry('PDF of a long LZW stream', 'a.pdf', pdf({ objects: [stream('/Filter /LZWDecode', new Uint8Array(100_000))] })),
  entry(
    'PDF of an LZW stream that tells a small length',
    'a.pdf',
    pdf({ objects: [join('<< /Filter /LZW /Length 10 >>\nstream\n', new Uint8Array(100_000), '\nendstream')] }),
  ),
  entry('PDF in base 85, 800 MB', 'a.pdf', pdf({ objects: [stream('/Filter [/ASCII85Decode /FlateDecode]', ascii85(huge))] })),
  entry('PDF in hex, 800 MB', 'a.pdf', pdf({ objects: [stream('/Filter [/AHx /Fl]', `${Buffer.from(huge).toString('hex')}>`)] })),
  entry('PDF whose objects unpack to 64 MB', 'a.pdf', pdf({ objects: [packed([' '.repeat(64 * MEBIBYTE)])] })),
  entry(
    'PDF with a picture of 400 million pixels',
    'a.pdf',
    pdf({ objects: [stream(`/Subtype /Image /Width ${square} /Height ${square} /Filter /CCITTFaxDecode`, 'x')] }),
  ),
];

function ascii85(bytes: Uint8Array): string {
  const padded = join(bytes, new Uint8Array((4 - (bytes.length % 4)) % 4));
  let text = '';
  for (let at = 0; at < padded.length; at += 4) {
    let value = ((padded[at]! << 24) | (padded[at + 1]! << 16) | (padded[at + 2]! << 8) | padded[at + 3]!) >>> 0;
    let group = '';
    for (let digit = 0; digit < 5; digit += 1) {
      group = String.fromCharCode(33 + (value % 85)) + group;
      value = Math.floor(value / 85);
    }
    text += group;
  }
  return `${text}~>`;
}

const nested = (open: string, close: string): string => `${open.repeat(100_000)} 1 ${close.repeat(100_000)}`;

/** Files that send a reader round in circles, or deeper and deeper. */
export const loops: readonly HostileFile[] = [
  entry('TIFF whose directory follows itself', 'a.tif', tiff([tiffFields()], { next: 24 }), 'damaged'),
  entry('TIFF whose second directory leads to the first', 'a.tif', tiff([tiffFields(), tiffFields()], { next: 24 }), 'damaged'),
  entry('TIFF whose part is itself', 'a.tif', tiff([[...tiffFields(), [34_665, 4, 1, 24]]]), 'damaged'),
  entry('TIFF of three thousand pages', 'a.tif', tiff(Array.from({ length: 3_000 }, () => tiffFields()))),
  entry('TIFF whose directory lies outside', 'a.tif', tiff([tiffFields()], { first: 99_999 }), 'damaged'),
  entry('TIFF whose strip lies outside', 'a.tif', tiff([tiffFields({ 273: 99_999 })]), 'damaged'),
  entry('TIFF whose strip has no end', 'a.tif', tiff([tiffFields({ 279: 0xffffffff })]), 'damaged'),
  entry(
    'TIFF of four thousand million values',
    'a.tif',
    tiff([tiffFields().map((field) => (field[0] === 273 ? [273, 4, 0xffffffff, 8] : field))]),
    'damaged',
  ),
  entry('TIFF with a directory of no fields', 'a.tif', tiff([[]]), 'damaged'),
  entry('PDF whose references follow themselves', 'a.pdf', selfReferring(), 'damaged'),
  entry('PDF whose references lead backwards for ever', 'a.pdf', pdf({ trailer: '/Prev 1' }), 'damaged'),
  entry(
    'PDF with a table of ten thousand million rows',
    'a.pdf',
    Buffer.from(Buffer.from(pdf()).toString('latin1').replace('xref\n0 5\n', 'xref\n0 9999999999\n'), 'latin1'),
  ),
  entry('PDF that tells two thousand million objects', 'a.pdf', pdf({ trailer: '/Size 2147483647' })),
  entry('PDF of lists in lists', 'a.pdf', pdf({ objects: [nested('[', ']')] })),
  entry('PDF of dictionaries in dictionaries', 'a.pdf', pdf({ objects: [nested('<< /A ', ' >>')] })),
  entry('PDF of objects that begin in one another', 'a.pdf', pdf({ objects: ['9 0 obj << ('.repeat(20_000)] })),
  entry('PDF of a dictionary without an end', 'a.pdf', pdf({ objects: [`<< /A (${'x'.repeat(6 * MEBIBYTE)}) >>`] })),
  entry('PNG of a hundred thousand empty chunks', 'a.png', png([idat, ...Array.from({ length: 100_000 }, () => chunk('tEXt', 'a\0'))])),
  entry(
    'PNG whose chunk is longer than the file',
    'a.png',
    join(png().subarray(0, 33), [0x7f, 0xff, 0xff, 0xff], 'IDAT', new Uint8Array(64)),
    'damaged',
  ),
  entry('JPEG of nothing but fill bytes', 'a.jpg', join(jpeg().subarray(0, 20), new Uint8Array(100_000).fill(0xff)), 'damaged'),
  entry('JPEG whose segment has no length', 'a.jpg', join('\xff\xd8\xff\xe0\0\0', jpeg()), 'damaged'),
  entry('JPEG of pictures in a picture', 'a.jpg', join('\xff\xd8'.repeat(1_000), jpeg()), 'damaged'),
  entry('DOCX that tells more parts than it has', 'a.docx', docx({}, { count: 4_000 }), 'damaged'),
  entry('DOCX with the same part twice', 'a.docx', docx({ more: [{ name: 'word/document.xml', data: '<a/>' }] }), 'damaged'),
  entry('DOCX with the same part in capitals', 'a.docx', docx({ more: [{ name: 'WORD/document.xml', data: '<a/>' }] }), 'damaged'),
  entry('DOCX that leaves its folder', 'a.docx', docx({ more: [{ name: '../../a.xml', data: '<a/>' }] }), 'damaged'),
  entry('DOCX that leaves its folder backwards', 'a.docx', docx({ more: [{ name: 'word\\..\\..\\a.xml', data: '<a/>' }] }), 'damaged'),
  entry('DOCX with a part from the root', 'a.docx', docx({ more: [{ name: '/etc/a.xml', data: '<a/>' }] }), 'damaged'),
  entry('DOCX with a link', 'a.docx', docx({ more: [{ name: 'word/a.xml', data: '/etc/passwd', mode: 0xa1ff }] }), 'damaged'),
  entry(
    'DOCX whose part has two names',
    'a.docx',
    docx({ more: [{ name: 'word/a.xml', localName: 'word/b.bin', data: '<a/>' }] }),
    'damaged',
  ),
  entry('DOCX packed in a way of its own', 'a.docx', docx({ more: [{ name: 'word/a.xml', data: '<a/>', method: 12 }] }), 'damaged'),
  entry(
    'DOCX whose data are none',
    'a.docx',
    docx({ more: [{ name: 'word/a.xml', data: '<a/>', raw: join(u32(0xffffffff)) }] }),
    'damaged',
  ),
];

function selfReferring(): Uint8Array {
  const plain = pdf({ trailer: '/Prev 00000' });
  const at = Buffer.from(plain).lastIndexOf('xref\n0 ');
  return join(
    Buffer.from(plain)
      .toString('latin1')
      .replace('/Prev 00000', `/Prev ${String(at).padStart(5, '0')}`),
  );
}
