import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { say } from '../paths.mjs';
import { run } from '../process.mjs';
import { officeText, pages } from './pages.ts';

/** Options of LibreOffice's PDF writer, as it takes them on the command line. */
const options = (values: Readonly<Record<string, number | boolean>>): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => [key, { type: typeof value === 'number' ? 'long' : 'boolean', value: String(value) }]),
    ),
  );

const texts = {
  docx: 'docx:MS Word 2007 XML',
  'strict-docx': 'docx:Office Open XML Text',
};
const papers = {
  archive1: `pdf:writer_pdf_Export:${options({ SelectPdfVersion: 1 })}`,
  archive2: `pdf:writer_pdf_Export:${options({ SelectPdfVersion: 2 })}`,
  tagged: `pdf:writer_pdf_Export:${options({ UseTaggedPDF: true, ExportBookmarks: true })}`,
  forms: `pdf:writer_pdf_Export:${options({ ExportFormFields: true, Quality: 50 })}`,
  lossless: `pdf:writer_pdf_Export:${options({ UseLosslessCompression: true })}`,
};
const pictures = { jpg: 'jpg', png: 'png', tif: 'tif', tiff: 'tiff', 'picture-pdf': 'pdf:draw_pdf_Export' };

/**
 * Files as an office writes them: documents from pages, PDFs in five ways from those documents, and pictures in four formats from the
 * pictures of a folder.
 */
export async function officeFiles(soffice: string, folder: string, work: string, drawn: string): Promise<void> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(work, 'profile')).href}`;
  /** Converts files into a folder of their own, because the new ones have the old ones' names. */
  async function convert(name: string, format: string, files: readonly string[]): Promise<readonly string[]> {
    const to = join(folder, name);
    mkdirSync(to, { recursive: true });
    const { code, text } = await run(soffice, [profile, '--headless', '--convert-to', format, '--outdir', to, ...files], {
      ...{ output: 'capture', timeout: 300_000 },
    });
    if (code !== 0) say(`LibreOffice ended with ${code} at ${name}: ${text.trim()}`);
    return readdirSync(to).map((file) => join(to, file));
  }

  const images = readdirSync(drawn)
    .filter((file) => /^(?!.*-part).*\.(?:png|jpe?g)$/.test(file) && !file.includes('4000'))
    .map((file) => join(drawn, file));
  // LibreOffice turns the fields of a page into ActiveX controls, which are refused with reason: no good file.
  const written = Object.entries(pages)
    .filter(([name]) => name !== 'form')
    .map(([name, html]) => ({ name: `${name}.html`, text: html }));
  const album = images.map((file) => readFileSync(file).toString('base64'));
  const albums = [0, 1, 4, 12].map((count) => ({
    name: `album-${count}.fodt`,
    text: officeText(`Album of ${count}`, album.slice(0, count)),
  }));
  const sources = [...written, ...albums].map(({ name, text }) => {
    const file = join(work, name);
    writeFileSync(file, text);
    return file;
  });
  for (const [name, format] of Object.entries(texts)) await convert(name, format, sources);
  const documents = readdirSync(join(folder, 'docx')).map((file) => join(folder, 'docx', file));
  for (const [name, format] of Object.entries(papers)) await convert(name, format, documents);
  for (const [name, format] of Object.entries(pictures)) await convert(name, format, images.slice(0, 12));
}
