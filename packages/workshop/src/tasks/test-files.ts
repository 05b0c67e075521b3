import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FileRefusal } from '@portico/core/documents';
import { ensureChromium, onPath } from '../chromium.mjs';
import { chromiumFiles } from '../good-files/chromium-files.ts';
import { officeFiles } from '../good-files/office-files.ts';
import { qpdfFiles } from '../good-files/qpdf-files.ts';
import { at, say } from '../paths.mjs';

// The sources themselves: a task runs without their export condition, and what was built may be older.
const source = (path: string): Promise<unknown> => import(pathToFileURL(at(path)).href);
const { admit, kindOf } = (await source(
  'packages/core/src/documents/file-check.ts',
)) as typeof import('@portico/core/documents/file-check');
const { documentsPolicyDefaults } = (await source(
  'packages/core/src/documents/documents.policy.ts',
)) as typeof import('@portico/core/documents');

const MOST_REFUSED = 0.005;
const LEAST_GOOD = 100;

/** All files of a folder and of those below it that claim a kind. */
const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => kindOf(name) !== null);

async function answer(path: string): Promise<FileRefusal | null> {
  const bytes = new Uint8Array(readFileSync(path));
  const file = { name: basename(path), type: '', size: bytes.length, read: async (from: number, to: number) => bytes.subarray(from, to) };
  const admitted = await admit(file, documentsPolicyDefaults);
  return admitted.status === 'refused' ? admitted.code : null;
}

/** Checks some good files and prints what became of them. */
async function judge(maker: string, paths: readonly string[]): Promise<{ good: number; refused: number }> {
  let refused = 0;
  for (const path of paths) {
    const code = await answer(path);
    if (code === null) continue;
    refused += 1;
    console.log(`    ${basename(path)}: ${code}`);
  }
  const kinds = [...new Set(paths.map((path) => kindOf(path)))].map(
    (kind) => `${paths.filter((path) => kindOf(path) === kind).length} ${kind}`,
  );
  console.log(`${maker.padEnd(22)} ${paths.length} good, ${refused} refused${paths.length > 0 ? ` (${kinds.join(', ')})` : ''}`);
  return { good: paths.length, refused };
}

interface Hostile {
  readonly file: Parameters<typeof admit>[0];
  readonly already?: readonly { readonly size: number }[];
  readonly limits?: object;
}

async function hostile(): Promise<number> {
  const { hostileFiles } = (await source('test/files/hostile.ts')) as {
    readonly hostileFiles: Readonly<Record<string, readonly Hostile[]>>;
  };
  let all = 0;
  for (const [group, files] of Object.entries(hostileFiles)) {
    let accepted = 0;
    for (const { file, already = [], limits = {} } of files) {
      if ((await admit(file, { ...documentsPolicyDefaults, ...limits }, { already })).status === 'accepted') accepted += 1;
    }
    console.log(`${group.padEnd(22)} ${files.length} hostile, ${accepted} accepted`);
    all += accepted;
  }
  return all;
}

/**
 * `npm run test:files`: good files made by Chromium, LibreOffice and qpdf, where they are found, and the hostile ones of the tests; a folder
 * as argument is checked besides, as good files. Fails when more than 0.5 % of the good are refused or one of the hostile is accepted.
 */
export async function main(args: string[]): Promise<number> {
  const work = mkdtempSync(join(tmpdir(), 'portico-files-'));
  const folders = { chromium: join(work, 'chromium'), office: join(work, 'office'), qpdf: join(work, 'qpdf'), work: join(work, 'work') };
  for (const folder of Object.values(folders)) mkdirSync(folder);
  const missing: string[] = [];
  const having = async (name: string, path: string | null, make: (path: string) => Promise<void>): Promise<void> => {
    if (path === null) missing.push(name);
    else await make(path);
  };
  try {
    await having('Chromium', await ensureChromium(), (path) => chromiumFiles(path, folders.chromium));
    await having('LibreOffice', onPath(['soffice', 'libreoffice']), (path) =>
      officeFiles(path, folders.office, folders.work, folders.chromium),
    );
    const papers = [...filesBelow(folders.chromium), ...filesBelow(folders.office)].filter((path) => kindOf(path) === 'pdf');
    const some = papers.filter((_, n) => n % 7 === 0);
    await having('qpdf', onPath(['qpdf']), (path) => qpdfFiles(path, folders.qpdf, some));
    const counts = [
      await judge('Chromium', filesBelow(folders.chromium)),
      await judge('LibreOffice', filesBelow(folders.office)),
      await judge('qpdf', filesBelow(folders.qpdf)),
    ];
    for (const folder of args) counts.push(await judge(basename(folder), filesBelow(folder)));
    const good = counts.reduce((sum, count) => sum + count.good, 0);
    const refused = counts.reduce((sum, count) => sum + count.refused, 0);
    const accepted = await hostile();
    for (const name of missing) say(`${name} is not here, so there are no files of its making; install it for the whole test`);
    console.log(
      `${good} good, ${refused} refused (${good === 0 ? '–' : ((100 * refused) / good).toFixed(2)} %); ${accepted} hostile accepted`,
    );
    if (good < LEAST_GOOD && missing.length === 0) say(`fewer than ${LEAST_GOOD} good files prove little`);
    return refused > MOST_REFUSED * good || accepted > 0 || (good < LEAST_GOOD && missing.length === 0) ? 1 : 0;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
