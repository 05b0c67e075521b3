import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { argv, env, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { intakeCaseSchema } from '@portico/core/schemas';
import { recount } from './recount.ts';
import { readFhir } from './read/index.ts';

/** What became of one file or of many. */
export interface Tally {
  files: number;
  fhir: number;
  resources: number;
  records: number;
  dropped: number;
  warnings: number;
  infos: number;
  amounts: number;
  dates: number;
  crashes: number;
  schemaFailures: number;
  unaccounted: number;
}

const empty = (): Tally => ({
  ...{ files: 0, fhir: 0, resources: 0, records: 0, dropped: 0, warnings: 0, infos: 0 },
  ...{ amounts: 0, dates: 0, crashes: 0, schemaFailures: 0, unaccounted: 0 },
});

/** Reads every file under a folder, says line by line what is wrong, and answers the tally of each folder and of all. */
export function readCorpus(
  folder: string,
  say: (line: string) => void,
): { folders: ReadonlyMap<string, Tally>; all: Tally; others: ReadonlyMap<string, number> } {
  const folders = new Map<string, Tally>();
  const others = new Map<string, number>();
  const all = empty();
  for (const file of filesUnder(folder)) {
    const name = relative(folder, file);
    const tally = tallyOf(readFileSync(file, 'utf8'), (problem) => say(`  ${name}: ${problem}`));
    if (tally.fhir === 0) others.set(extname(file), (others.get(extname(file)) ?? 0) + 1);
    const own = folders.get(dirname(name)) ?? empty();
    folders.set(dirname(name), own);
    for (const key of Object.keys(all) as (keyof Tally)[]) {
      own[key] += tally[key];
      all[key] += tally[key];
    }
  }
  return { folders, all, others };
}

function tallyOf(text: string, say: (problem: string) => void): Tally {
  const tally = { ...empty(), files: 1 };
  try {
    const { records, report } = readFhir(text);
    const typed = report.resources.filter(({ type }) => type !== '');
    tally.fhir = typed.length > 0 ? 1 : 0;
    tally.resources = typed.reduce((sum, { count }) => sum + count, 0);
    tally.records = records.length;
    tally.dropped = report.lines.filter(({ severity }) => severity === 'dropped').length;
    tally.warnings = report.lines.filter(({ severity }) => severity === 'warning').length;
    tally.infos = report.lines.length - tally.dropped - tally.warnings;
    for (const [index, record] of records.entries()) {
      const result = intakeCaseSchema.safeParse(record);
      if (result.success) continue;
      tally.schemaFailures += 1;
      say(`record ${index} is refused at ${result.error.issues.map(({ path }) => path.join('.')).join(', ')}`);
    }
    const counted = recount(text, { records, report });
    Object.assign(tally, { amounts: counted.amounts, dates: counted.dates, unaccounted: counted.unaccounted.length });
    counted.unaccounted.forEach((what) => say(`not accounted for: ${what}`));
  } catch (error) {
    tally.crashes = 1;
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  return tally;
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())
    .toSorted();
}

const numbers = (tally: Tally): string =>
  `${tally.files} files, ${tally.fhir} FHIR, ${tally.resources} resources, ${tally.records} records, ${tally.dropped} reported drops, ` +
  `${tally.warnings} warnings, ${tally.infos} notes; recounted ${tally.amounts} amounts and ${tally.dates} dates, ${tally.unaccounted} unaccounted; ` +
  `${tally.crashes} crashes, ${tally.schemaFailures} schema failures`;

function main(): number {
  const folder = argv[2] ?? (env['PORTICO_FIXTURES'] || fileURLToPath(new URL('../cases', import.meta.url)));
  const { folders, all, others } = readCorpus(folder, console.log);
  for (const [name, tally] of folders) console.log(`${name}: ${numbers(tally)}`);
  for (const [extension, count] of others) console.log(`not FHIR: ${count} files ${extension}`);
  console.log(`corpus: ${numbers(all)}`);
  return all.files === 0 || all.crashes + all.schemaFailures + all.unaccounted > 0 ? 1 : 0;
}

if (argv[1] === fileURLToPath(import.meta.url)) exit(main());
