import type { FileSource } from '@portico/core/kernel';

const encoder = new TextEncoder();

/** A file over bytes. */
export const fileOf = (name: string, type: string, bytes: Uint8Array): FileSource => ({
  ...{ name, type, size: bytes.length },
  read: async (from, to) => bytes.slice(from, to),
});

/** A whole small PDF of one empty page; `mark` makes its bytes differ from another's. */
export function samplePdf(name: string, mark: string): FileSource {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
  ];
  let text = `%PDF-1.4\n%mark ${mark}\n`;
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = text.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return fileOf(name, 'application/pdf', encoder.encode(text));
}

/** A file that says that it has so many bytes and would give nothing but zeros. */
export const hollowFile = (name: string, size: number): FileSource => ({
  ...{ name, type: 'application/pdf', size },
  read: async (from, to) => new Uint8Array(Math.max(0, Math.min(to, size) - from)),
});
