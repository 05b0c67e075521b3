import { deflateSync } from 'node:zlib';
import type { FileRefusal } from '@portico/core/documents';
import { docx, docxFiles, zip } from '../archive.ts';
import { fileOf, join } from '../bytes.ts';
import type { HostileFile } from '../hostile.ts';
import { pdf, stream } from '../pdf.ts';
import { chunk, frame, header, jpeg, png, scan, segment, tiff } from '../pictures.ts';

const entry = (what: string, name: string, bytes: Uint8Array | string, code: FileRefusal, type = ''): HostileFile => ({
  ...{ what, code },
  file: fileOf(name, join(bytes), type),
});
const HTML = '<!doctype html><html><script>alert(1)</script></html>';
const archive = zip([{ name: 'run.class', data: 'public class Run {}' }]);
/** The archive with its places told from the start of another file, as `zip -A` would. */
const shifted = (by: number): Uint8Array => zip([{ name: 'run.class', data: 'x', local: by }], { gap: new Uint8Array(0) });
const idat = chunk('IDAT', deflateSync(new Uint8Array(20)));
const GIF = 'GIF89a/*\x01\0\x01\0\0\0\0';

/** Files that are two things at once. */
export const polyglots: readonly HostileFile[] = [
  entry('JPEG with a ZIP behind it', 'a.jpg', join(jpeg(), archive), 'trailing-data'),
  entry('JPEG with a ZIP of moved places behind it', 'a.jpg', join(jpeg(), shifted(jpeg().length)), 'trailing-data'),
  entry('JPEG with a ZIP in a comment', 'a.jpg', jpeg([segment(0xfe, archive)]), 'trailing-data'),
  entry('JPEG with a ZIP among its coded data', 'a.jpg', jpeg([], { scans: [join(scan, archive)] }), 'trailing-data'),
  entry('JPEG with a page in a comment', 'a.jpg', jpeg([segment(0xfe, HTML)]), 'active-content'),
  entry('JPEG with a script in its EXIF', 'a.jpg', jpeg([segment(0xe1, `Exif\0\0<script src=//x>`)]), 'active-content'),
  entry('JPEG with PHP in a comment', 'a.jpg', jpeg([segment(0xfe, '<?php system($_GET[0]);')]), 'active-content'),
  entry('JPEG with a page behind it', 'a.jpg', join(jpeg(), HTML), 'trailing-data'),
  entry('JPEG with a program behind it', 'a.jpg', join(jpeg(), 'MZ\x90\0'), 'trailing-data'),
  entry('JPEG behind zeros and a program', 'a.jpg', join(jpeg(), new Uint8Array(512), 'MZ'), 'trailing-data'),
  entry('JPEG with a second picture that nothing announces', 'a.jpg', join(jpeg(), jpeg()), 'trailing-data'),
  entry(
    'JPEG with a false phone trailer',
    'a.jpg',
    join(jpeg(), 'x'.repeat(40), 'SEFH', new Uint8Array(8), [12, 0, 0, 0], 'SEFT'),
    'trailing-data',
  ),
  entry(
    'JPEG as script (its length spells a comment)',
    'a.jpg',
    join('\xff\xd8\xff\xe0/*JFIF', new Uint8Array(12), '*/=1;alert(1)/*', jpeg()),
    'damaged',
  ),
  entry('PNG with a ZIP behind it', 'a.png', join(png(), archive), 'trailing-data'),
  entry('PNG with a ZIP in its own chunk', 'a.png', png([chunk('zipA', archive), idat]), 'trailing-data'),
  entry('PNG with a page in a text', 'a.png', png([chunk('tEXt', `Comment\0${HTML}`), idat]), 'active-content'),
  entry('PNG with a packed page in a text', 'a.png', png([chunk('zTXt', join('Comment\0\0', deflateSync(HTML))), idat]), 'active-content'),
  entry(
    'PNG with a packed page in an international text',
    'a.png',
    png([chunk('iTXt', join('C\0\x01\0en\0C\0', deflateSync(HTML))), idat]),
    'active-content',
  ),
  entry('PNG with a page behind its end', 'a.png', join(png(), HTML), 'trailing-data'),
  entry('PDF with a ZIP behind it', 'a.pdf', join(pdf(), archive), 'trailing-data'),
  entry(
    'PDF with a ZIP in a stream near its end',
    'a.pdf',
    pdf({ objects: [join('<< /Length 200 >>\nstream\n', archive, '\nendstream')] }),
    'trailing-data',
  ),
  entry('PDF with a page before it', 'a.pdf', join(HTML, pdf()), 'kind-mismatch'),
  entry('PDF with a page in its first comment', 'a.pdf', pdf({ head: `%PDF-1.7\n%${HTML}\n` }), 'active-content'),
  entry('PDF as script', 'a.pdf', pdf({ head: '%PDF-1.7\n%<script>/*\n' }), 'active-content'),
  entry('PDF with a picture before it', 'a.pdf', join(jpeg(), pdf()), 'kind-mismatch'),
  entry('PDF with a page behind it', 'a.pdf', join(pdf({ objects: [stream('', 'x'.repeat(1_024))] }), HTML), 'trailing-data'),
  entry('JPEG with a PDF behind it', 'a.jpg', join(jpeg(), pdf()), 'trailing-data'),
  entry('TIFF with a ZIP behind it', 'a.tif', join(tiff(), archive), 'trailing-data'),
  entry('TIFF with a page behind it', 'a.tif', join(tiff(), HTML), 'trailing-data'),
  entry('GIF that is a script', 'a.png', `${GIF}*/=1;alert(1)//`, 'kind-mismatch'),
  entry('GIF that is a script, called JPEG', 'a.jpg', `${GIF}*/=1;alert(1)//`, 'kind-mismatch', 'image/jpeg'),
  entry('DOCX behind a page', 'a.docx', docx({}, { before: HTML }), 'kind-mismatch'),
  entry('DOCX with bytes before its directory', 'a.docx', docx({}, { gap: join(HTML) }), 'damaged'),
  entry('DOCX with a page in its comment', 'a.docx', docx({}, { comment: HTML }), 'trailing-data'),
  entry('DOCX with a page behind it', 'a.docx', join(docx(), HTML), 'trailing-data'),
  entry('DOCX with a PDF behind it', 'a.docx', join(docx(), pdf()), 'trailing-data'),
  entry('DOCX that is a Java archive', 'a.docx', docx({ more: [{ name: 'Run.class', data: 'x' }] }), 'active-content'),
];

/** Files that are something else than their name or their sender says, SVG among them. */
export const disguises: readonly HostileFile[] = [
  ...Object.entries({ 'a.pdf': pdf(), 'a.png': png(), 'a.jpg': jpeg(), 'a.tif': tiff(), 'a.docx': docx() }).flatMap(
    ([name, bytes], n, all) => [
      entry(`${all[(n + 1) % all.length]![0]} called ${name}`, name, all[(n + 1) % all.length]![1], 'kind-mismatch'),
      entry(`${name} told to be a page`, name, bytes, 'kind-mismatch', 'text/html'),
      entry(`${name} told to be SVG`, name, bytes, 'kind-mismatch', 'image/svg+xml; charset=utf-8'),
      entry(`page called ${name}`, name, HTML, 'kind-mismatch'),
      entry(`SVG called ${name}`, name, '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'kind-mismatch'),
      entry(`zeros called ${name}`, name, new Uint8Array(4096), 'kind-mismatch'),
      entry(`program called ${name}`, name, join('MZ\x90\0', new Uint8Array(512)), 'kind-mismatch'),
      entry(`first bytes alone called ${name}`, name, bytes.subarray(0, 8), 'damaged'),
      entry(`half of ${name}`, name, bytes.subarray(0, bytes.length >> 1), 'damaged'),
    ],
  ),
  entry('SVG', 'a.svg', '<svg/>', 'kind-not-accepted'),
  entry('SVG packed', 'a.svgz', 'x', 'kind-not-accepted'),
  entry('XML', 'a.xml', '<?xml version="1.0"?>', 'kind-not-accepted'),
  entry('BigTIFF', 'a.tif', join('II', [43, 0, 8, 0, 0, 0], new Uint8Array(64)), 'kind-mismatch'),
  entry(
    'spreadsheet called DOCX',
    'a.docx',
    zip(docxFiles({ mainType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml' })),
    'kind-mismatch',
  ),
  entry(
    'template called DOCX',
    'a.docx',
    zip(docxFiles({ mainType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml' })),
    'kind-mismatch',
  ),
  entry('any archive called DOCX', 'a.docx', zip([{ name: 'a.xml', data: '<a/>' }]), 'damaged'),
  entry('arithmetic JPEG', 'a.jpg', jpeg([], { size: frame(8, 8, 0xc9) }), 'kind-not-accepted'),
  entry('animation called PNG', 'a.png', png([chunk('acTL', new Uint8Array(8)), idat]), 'kind-not-accepted'),
  entry('PNG with a wrong checksum', 'a.png', png([join(idat.subarray(0, -1), [idat.at(-1)! ^ 1])]), 'damaged'),
  entry('PNG without data', 'a.png', png([]), 'damaged'),
  entry('PNG with a critical chunk of nobody', 'a.png', png([chunk('EVIL', 'x'), idat]), 'damaged'),
  entry('PNG of a colour type that is none', 'a.png', png([idat], header(4, 4, [8, 5, 0, 0, 0])), 'damaged'),
  entry('PNG cut off in the middle of its data', 'a.png', png().subarray(0, -14), 'damaged'),
  entry('PDF of no known version', 'a.pdf', pdf({ head: '%PDF-9.9\n' }), 'damaged'),
  entry('PDF whose references lie in its text', 'a.pdf', pdf({ startxref: 20 }), 'damaged'),
  entry('PDF whose references lie outside', 'a.pdf', pdf({ startxref: 999_999 }), 'damaged'),
];
