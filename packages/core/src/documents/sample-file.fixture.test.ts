// No tests of its own: files as a page hands them over.
import type { FileSource } from '../kernel/index.ts';

/** A file over bytes. */
export const fileOf = (name: string, bytes: Uint8Array): FileSource => ({
  ...{ name, type: '', size: bytes.length },
  read: async (from, to) => bytes.slice(from, to),
});

/** A whole small PDF of one empty page, whose bytes differ by name. */
export function samplePdf(name: string): FileSource {
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>',
  ];
  let text = `%PDF-1.4\n%mark ${name}\n`;
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = text.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 4\n0000000000 65535 f \n${entries}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return fileOf(name, new TextEncoder().encode(text));
}
