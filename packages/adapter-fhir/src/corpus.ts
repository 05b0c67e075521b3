import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, relative } from 'node:path';
import { argv, env, exit } from 'node:process';
import { fileURLToPath } from 'node:url';
import { intakeCaseSchema, payerAnswerSchema } from '@portico/core/schemas';
import { recount } from './recount.ts';
import { readFhir } from './read/index.ts';
import { statesOf } from './states.ts';

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
  /** Authorizations whose state is not the same by every way in. */
  differences: number;
}

const empty = (): Tally => ({
  ...{ files: 0, fhir: 0, resources: 0, records: 0, dropped: 0, warnings: 0, infos: 0 },
  ...{ amounts: 0, dates: 0, crashes: 0, schemaFailures: 0, unaccounted: 0, differences: 0 },
});

/** Reads every file under a folder, says line by line what is wrong, and answers the tally of each folder and of all, and the states of authorizations by file. */
export function readCorpus(
  folder: string,
  say: (line: string) => void,
): {
  folders: ReadonlyMap<string, Tally>;
  all: Tally;
  others: ReadonlyMap<string, number>;
  states: ReadonlyMap<string, readonly string[]>;
} {
  const folders = new Map<string, Tally>();
  const others = new Map<string, number>();
  const states = new Map<string, readonly string[]>();
  const all = empty();
  for (const file of filesUnder(folder)) {
    const name = relative(folder, file);
    const { tally, lines } = tallyOf(readFileSync(file, 'utf8'), (problem) => say(`  ${name}: ${problem}`));
    if (lines.length > 0) states.set(name, lines);
    if (tally.fhir === 0) others.set(extname(file), (others.get(extname(file)) ?? 0) + 1);
    const own = folders.get(dirname(name)) ?? empty();
    folders.set(dirname(name), own);
    for (const key of Object.keys(all) as (keyof Tally)[]) {
      own[key] += tally[key];
      all[key] += tally[key];
    }
  }
  return { folders, all, others, states };
}

function tallyOf(text: string, say: (problem: string) => void): { tally: Tally; lines: readonly string[] } {
  const tally = { ...empty(), files: 1 };
  let lines: readonly string[] = [];
  try {
    const { records, answers, report } = readFhir(text);
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
    for (const [index, answer] of answers.flatMap((one) => one.answers).entries()) {
      const result = payerAnswerSchema.safeParse(answer);
      if (result.success) continue;
      tally.schemaFailures += 1;
      say(`answer ${index} is refused at ${result.error.issues.map(({ path }) => path.join('.')).join(', ')}`);
    }
    const states = statesOf({ records, answers }, Date.now());
    lines = states.lines;
    tally.differences = states.differences.length;
    states.differences.forEach(say);
    const counted = recount(text, { records, report });
    Object.assign(tally, { amounts: counted.amounts, dates: counted.dates, unaccounted: counted.unaccounted.length });
    counted.unaccounted.forEach((what) => say(`not accounted for: ${what}`));
  } catch (error) {
    tally.crashes = 1;
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
  return { tally, lines };
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
  `${tally.crashes} crashes, ${tally.schemaFailures} schema failures, ${tally.differences} states that differ`;

function main(): number {
  const folder = argv[2] ?? (env['PORTICO_FIXTURES'] || fileURLToPath(new URL('../cases', import.meta.url)));
  const { folders, all, others, states } = readCorpus(folder, console.log);
  for (const [name, lines] of states) for (const line of lines) console.log(`${name}: ${line}`);
  for (const [name, tally] of folders) console.log(`${name}: ${numbers(tally)}`);
  for (const [extension, count] of others) console.log(`not FHIR: ${count} files ${extension}`);
  console.log(`corpus: ${numbers(all)}`);
  return all.files === 0 || all.crashes + all.schemaFailures + all.unaccounted + all.differences > 0 ? 1 : 0;
}

if (argv[1] === fileURLToPath(import.meta.url)) exit(main());
