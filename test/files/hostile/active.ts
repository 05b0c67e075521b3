import { deflateRawSync, deflateSync } from 'node:zlib';
import type { FileRefusal } from '@portico/core/documents';
import { docx, relations, zip, docxFiles, type DocxParts } from '../archive.ts';
import { fileOf, join } from '../bytes.ts';
import type { HostileFile } from '../hostile.ts';
import { packed, pdf, stream, type PdfParts } from '../pdf.ts';

const document = (what: string, parts: DocxParts, code: FileRefusal = 'active-content'): HostileFile => ({
  ...{ what, code },
  file: fileOf('a.docx', docx(parts)),
});
const paper = (what: string, parts: PdfParts, code: FileRefusal = 'active-content'): HostileFile => ({
  ...{ what, code },
  file: fileOf('a.pdf', pdf(parts)),
});
const SCRIPT = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
const override = (type: string): string => `<Override PartName="/word/a" ContentType="application/${type}"/>`;
const entityXml = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]><w:document>&c;</w:document>';

/** Documents with macros, controls, objects, or relations that fetch something. */
export const macros: readonly HostileFile[] = [
  document('macros', { more: [{ name: 'word/vbaProject.bin', data: 'x' }] }),
  document('macros under another name', {
    types: override('vnd.ms-office.vbaProject'),
    more: [{ name: 'word/media/image1.png', data: 'x' }],
  }),
  document('macros in capitals', { more: [{ name: 'word/VBAPROJECT.BIN', data: 'x' }] }),
  document('macro data', { more: [{ name: 'word/vbaData.xml', data: '<a/>' }] }),
  document('main part that may hold macros', { mainType: 'application/vnd.ms-word.document.macroEnabled.main+xml' }),
  document('control', { more: [{ name: 'word/activeX/activeX1.xml', data: '<a/>' }] }),
  document('embedded object', { more: [{ name: 'word/embeddings/oleObject1.bin', data: 'x' }] }),
  document('embedded program', { more: [{ name: 'word/embeddings/a.exe', data: 'MZ' }] }),
  document('program among the pictures', { more: [{ name: 'word/media/a.exe', data: 'MZ' }] }),
  document('script beside the document', { more: [{ name: 'a.js', data: '1' }] }),
  document('ribbon of its own', { more: [{ name: 'customUI/customUI.xml', data: '<a/>' }] }),
  document('web extension', { types: override('vnd.ms-office.webextension+xml') }),
  document('template from outside', { rels: relations(['attachedTemplate', 'https://example.test/a.dotm', true]) }),
  document('template from a share', { rels: relations(['attachedTemplate', '\\\\example.test\\a.dotm', true]) }),
  document('template from outside, spelled by numbers', {
    rels: relations(['attachedTemplate', 'x']).replace('Target="x"', 'Target="https://example.test/a" TargetMode="Extern&#97;l"'),
  }),
  document('relations with a prefix', {
    rels: relations(['image', 'https://example.test/a.png', true]).replaceAll('<Relationship ', '<p:Relationship '),
  }),
  document('picture from outside', { rels: relations(['image', 'https://example.test/a.png', true]) }),
  document('picture from a disk', { rels: relations(['image', 'file:///c:/a.png', true]) }),
  document('object from outside', { rels: relations(['oleObject', 'https://example.test/a', true]) }),
  document('frame from outside', { rels: relations(['frame', 'https://example.test/a', true]) }),
  document('link that runs', { rels: relations(['hyperlink', 'javascript:alert(1)', true]) }),
  document('link to a share', { rels: relations(['hyperlink', 'file://example.test/a', true]) }),
  document('target with a scheme and no mode', { rels: relations(['image', 'http://example.test/a.png']) }),
  document('relations in single quotes', { rels: relations(['image', 'https://example.test/a.png', true]).replaceAll('"', "'") }),
  document('other text brought in', { more: [{ name: 'word/afchunk.html', data: '<html>' }] }),
  document('entities', { main: entityXml }),
  document('entities in the types', { types: '<!DOCTYPE a>' }),
  document('relations in another encoding', { rels: Buffer.from(`\uFEFF${relations()}`, 'utf16le').toString('latin1') }, 'damaged'),
  document('relations told to be in another encoding', { rels: relations().replace('UTF-8', 'UTF-7') }, 'damaged'),
];

/** PDFs that do something by themselves, told openly or hidden. */
export const active: readonly HostileFile[] = [
  paper('script on opening', { catalog: `/OpenAction ${SCRIPT}` }),
  paper('script by name', { catalog: '/Names << /JavaScript << /Names [(a) 5 0 R] >> >>', objects: [SCRIPT] }),
  paper('script on a page', { page: `/AA << /O ${SCRIPT} >>` }),
  paper('script with escaped names', { catalog: '/OpenAction << /S /J#61v#61Script /J#53 (x) >>' }),
  paper('script with every letter escaped', { catalog: '/OpenAction << /S /#4a#61#76#61#53#63#72#69#70#74 >>' }),
  paper('script key alone', { objects: ['<< /JS (x) >>'] }),
  paper('packed script', { objects: [packed([SCRIPT])] }),
  paper('packed script among a thousand objects', {
    objects: [packed([...Array.from({ length: 1_000 }, (_, n) => `<< /A ${n} >>`), SCRIPT])],
  }),
  paper('packed script, type left out', {
    objects: [
      join(
        Buffer.from(packed([SCRIPT]))
          .toString('latin1')
          .replace('/Type /ObjStm', ''),
      ),
    ],
  }),
  paper('packed script, type escaped', {
    objects: [
      join(
        Buffer.from(packed([SCRIPT]))
          .toString('latin1')
          .replace('/ObjStm', '/Obj#53tm'),
      ),
    ],
  }),
  paper('packed script that ends badly', {
    objects: [packed([SCRIPT], '/Filter /FlateDecode', (text) => join(deflateSync(text).subarray(0, -5)))],
  }),
  paper('packed script with a wrong sum', {
    objects: [packed([SCRIPT], '/Filter /FlateDecode', (text) => join('\x78\x9c', deflateRawSync(text), [0, 0, 0, 0]))],
  }),
  paper('packed objects by another filter', { objects: [packed([SCRIPT], '/Filter /LZWDecode')] }, 'too-complex'),
  paper('packed objects by two filters', { objects: [packed([SCRIPT], '/Filter [/ASCIIHexDecode /FlateDecode]')] }, 'too-complex'),
  paper('packed objects by a filter told elsewhere', { objects: [packed([SCRIPT], '/Filter 9 0 R'), '/FlateDecode'] }, 'too-complex'),
  paper(
    'packed objects with a predictor',
    { objects: [packed([SCRIPT], '/Filter /FlateDecode /DecodeParms << /Predictor 12 >>')] },
    'too-complex',
  ),
  paper('object hidden in a picture', { objects: [stream('/Subtype /Image', `\n9 0 obj\n${SCRIPT}\nendobj\n`)] }),
  paper('packed objects hidden in a picture', { objects: [stream('/Subtype /Image', join('9 0 obj\n', packed([SCRIPT]), '\nendobj\n'))] }),
  paper('object hidden in a string', { objects: ['(9 0 obj << /S /Launch >> endobj)'] }),
  paper('program start', { catalog: '/OpenAction << /S /Launch /F (cmd.exe) >>' }),
  paper('form that sends itself', { page: '/AA << /O << /S /SubmitForm /F (https://example.test) >> >>' }),
  paper('data brought in', { catalog: '/OpenAction << /S /ImportData /F (a.fdf) >>' }),
  paper('go to another file', { catalog: '/OpenAction << /S /GoToR /F (\\\\\\\\example.test\\\\a) >>' }),
  paper('go to a file inside', { catalog: '/OpenAction << /S /GoToE >>' }),
  paper('attachment', { catalog: '/Names << /EmbeddedFiles 5 0 R >>', objects: ['<< >>'] }),
  paper('attachment without its type', { objects: ['<< /F (a.exe) /EF << /F 4 0 R >> >>'] }),
  paper('XFA form', { catalog: '/AcroForm << /XFA 4 0 R >>' }),
  paper('packed XFA form', { objects: [packed(['<< /XFA 4 0 R >>'])] }),
  paper('film', { page: '/Annots [<< /Subtype /Movie >>]' }),
  paper('rich media', { page: '/Annots [<< /Subtype /RichMedia >>]' }),
  paper('rendition', { catalog: '/OpenAction << /S /Rendition /OP 0 >>' }),
  paper('3D', { page: '/Annots [<< /Subtype /3D >>]' }),
];

/** What nobody but its owner can look into. */
export const encrypted: readonly HostileFile[] = [
  paper('encrypted PDF', { trailer: '/Encrypt 5 0 R', objects: ['<< /Filter /Standard /V 2 >>'] }, 'encrypted'),
  paper('encrypted PDF, its dictionary in place', { trailer: '/Encrypt << /Filter /Standard >>' }, 'encrypted'),
  paper('encrypted PDF, the name escaped', { trailer: '/Encr#79pt 5 0 R', objects: ['<< >>'] }, 'encrypted'),
  paper('encrypted PDF, told in a stream', { objects: [stream('/Type /XRef /Encrypt 9 0 R', 'x')] }, 'encrypted'),
  {
    what: 'encrypted document (compound file)',
    file: fileOf('a.docx', join('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', new Uint8Array(4096))),
    code: 'encrypted',
  },
  { what: 'old Word called DOCX', file: fileOf('b.docx', join('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'Word.Document.8')), code: 'encrypted' },
  ...[0x1, 0x41, 0x2000].map((flags): HostileFile => ({
    what: `archive with the encryption flags ${flags.toString(16)}`,
    file: fileOf('a.docx', zip(docxFiles().map((file) => ({ ...file, flags })))),
    code: 'encrypted',
  })),
  {
    what: 'one encrypted part',
    file: fileOf('a.docx', zip(docxFiles({ more: [{ name: 'word/media/a.png', data: 'x', flags: 1 }] }))),
    code: 'encrypted',
  },
];
