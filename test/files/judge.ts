// Run by `npm run test:files` over folders of files that are good: `node --conditions=portico-source test/files/judge.ts <folder> …`.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { argv, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { documentsPolicyDefaults, type FileRefusal } from '@portico/core/documents';
import { admit, kindOf } from '@portico/core/documents/file-check';
import { fileOf } from './bytes.ts';
import { hostileFiles, type HostileFile } from './hostile.ts';

const MOST_REFUSED = 0.005;

/** The answer to a hostile file, under the limits and beside the files that it comes with. */
export async function answerTo({ file, already = [], limits = {} }: HostileFile): Promise<FileRefusal | 'accepted'> {
  const answer = await admit(file, { ...documentsPolicyDefaults, ...limits }, { already });
  return answer.status === 'refused' ? answer.code : 'accepted';
}

/** What became of the good files of a folder and those below it, whatever kind they claim. */
export interface Judgement {
  /** How many of each kind. */
  readonly good: ReadonlyMap<string, number>;
  readonly refused: readonly { readonly name: string; readonly code: FileRefusal }[];
}

/** Admits every file of a folder that claims a kind. */
export async function judgeFolder(folder: string): Promise<Judgement> {
  const good = new Map<string, number>();
  const refused: { name: string; code: FileRefusal }[] = [];
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    const kind = kindOf(path);
    if (kind === null) continue;
    good.set(kind, (good.get(kind) ?? 0) + 1);
    const name = basename(path);
    const code = await answerTo({ what: name, file: fileOf(name, readFileSync(join(folder, path))), code: 'unreadable' });
    if (code !== 'accepted') refused.push({ name: path, code });
  }
  return { good, refused };
}

async function main(folders: readonly string[]): Promise<number> {
  let [good, refused, accepted] = [0, 0, 0];
  for (const folder of folders) {
    const found = await judgeFolder(folder);
    const count = [...found.good.values()].reduce((sum, n) => sum + n, 0);
    const kinds = [...found.good].map(([kind, n]) => `${n} ${kind}`).join(', ');
    console.log(`${basename(folder).padEnd(22)} ${count} good, ${found.refused.length} refused${kinds === '' ? '' : ` (${kinds})`}`);
    for (const { name, code } of found.refused) console.log(`    ${name}: ${code}`);
    good += count;
    refused += found.refused.length;
  }
  for (const [group, files] of Object.entries(hostileFiles)) {
    const answers = await Promise.all(files.map(answerTo));
    const through = answers.filter((answer) => answer === 'accepted').length;
    console.log(`${group.padEnd(22)} ${files.length} hostile, ${through} accepted`);
    accepted += through;
  }
  const share = good === 0 ? '' : ` (${((100 * refused) / good).toFixed(2)} %)`;
  console.log(`${good} good, ${refused} refused${share}; ${accepted} hostile accepted`);
  return refused > MOST_REFUSED * good || accepted > 0 ? 1 : 0;
}

if (argv[1] === fileURLToPath(import.meta.url)) exit(await main(argv.slice(2)));
