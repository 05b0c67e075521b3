import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureChromium, onPath } from '../chromium.mjs';
import { chromiumFiles } from '../good-files/chromium-files.ts';
import { officeFiles } from '../good-files/office-files.ts';
import { qpdfFiles } from '../good-files/qpdf-files.ts';
import { at, root, say } from '../paths.mjs';
import { run } from '../process.mjs';

const LEAST_GOOD = 100;
/** Each so manieth paper is rewritten by qpdf, in eleven ways. */
const EVERY = 7;

/** All files below a folder. */
const below = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => join(folder, name));

/**
 * `npm run test:files`: good files made by Chromium, LibreOffice and qpdf, where they are found, and the hostile ones of the tests; folders
 * as arguments are checked besides, as good files. Fails when more than 0.5 % of the good are refused or one of the hostile is accepted.
 */
export async function main(args: string[]): Promise<number> {
  const work = mkdtempSync(join(tmpdir(), 'portico-files-'));
  const folder = (name: string): string => {
    const path = join(work, name);
    mkdirSync(path);
    return path;
  };
  const [chromium, office, qpdf, other] = ['Chromium', 'LibreOffice', 'qpdf', 'other'].map(folder) as [string, string, string, string];
  const having = async (name: string, path: string | null, make: (path: string) => Promise<void>): Promise<void> => {
    if (path === null) say(`${name} is not here, so there are no files of its making; install it for the whole test`);
    else await make(path);
  };
  try {
    await having('Chromium', await ensureChromium(), (path) => chromiumFiles(path, chromium));
    await having('LibreOffice', onPath(['soffice', 'libreoffice']), (path) => officeFiles(path, office, other, chromium));
    const papers = [...below(chromium), ...below(office)].filter((path) => path.endsWith('.pdf'));
    await having('qpdf', onPath(['qpdf']), (path) =>
      qpdfFiles(
        path,
        qpdf,
        papers.filter((_, n) => n % EVERY === 0),
      ),
    );
    const made = [chromium, office, qpdf].reduce((sum, path) => sum + below(path).filter((file) => /\.\w+$/.test(file)).length, 0);
    if (made < LEAST_GOOD) say(`${made} good files prove little; with all three programs there are some two hundred`);
    const folders = [chromium, office, qpdf, ...args.map((arg) => resolve(root, arg))];
    const { code } = await run(process.execPath, ['--conditions=portico-source', at('test/files/judge.ts'), ...folders]);
    return code;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
