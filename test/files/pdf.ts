import { deflateSync } from 'node:zlib';
import { join } from './bytes.ts';

type Part = string | Uint8Array;

/** A stream object: its dictionary's entries and its data. */
export const stream = (entries: string, data: Part): Uint8Array =>
  join(`<< ${entries} /Length ${data.length} >>\nstream\n`, data, '\nendstream');

/** A stream of packed objects: numbers and places, then the objects. */
export function packed(
  objects: readonly string[],
  entries = '/Filter /FlateDecode',
  pack: (text: string) => Part = deflateSync,
): Uint8Array {
  let at = 0;
  const index = objects.map((object, n) => `${20 + n} ${(at += object.length + 1) - object.length - 1}`).join(' ');
  return stream(`/Type /ObjStm /N ${objects.length} /First ${index.length + 1} ${entries}`, pack(`${index} ${objects.join(' ')}`));
}

/** What a PDF is made of; the rest is a page with one line. */
export interface PdfParts {
  readonly head?: string;
  /** More entries of the catalogue. */
  readonly catalog?: string;
  readonly page?: string;
  readonly trailer?: string;
  /** Objects behind the page, the first has number 5. */
  readonly objects?: readonly Part[];
  readonly tail?: string;
  readonly startxref?: number;
}

/** A whole small PDF. */
export function pdf({
  head = '%PDF-1.7\n',
  catalog = '',
  page = '',
  trailer = '',
  objects = [],
  tail = '',
  startxref,
}: PdfParts = {}): Uint8Array {
  const all: readonly Part[] = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R ${page} >>`,
    stream('', 'BT ET'),
    ...objects,
  ];
  let bytes = join(head);
  const places = all.map((object, n) => {
    const at = bytes.length;
    bytes = join(bytes, `${n + 1} 0 obj\n`, object, '\nendobj\n');
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const last = startxref ?? bytes.length;
  return join(
    ...[bytes, `xref\n0 ${all.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${all.length + 1} /Root 1 0 R ${trailer} >>\n`],
    ...[`startxref\n${last}\n%%EOF\n`, tail],
  );
}
