import type { IntakeCase } from '@portico/core/claims';
import type { FileAnswers } from '@portico/core/claims/claim-intake';
import { PortError, type FileSource } from '@portico/core/kernel';
import { caseOf } from './case.ts';
import { createCollector, SUPPORTING, type Collector } from './collect.ts';
import { bareAsksOf, withAsks } from './ask-joins.ts';
import { isAsk } from './asks.ts';
import { groupsOf } from './groups.ts';
import { currencyOfFile } from './money.ts';
import { createReferences } from './references.ts';
import { olderReleaseOf } from './release.ts';
import { bareAnswersOf } from './notifications.ts';
import { answersOf } from './payer-answers.ts';
import { createReport, type Report, type ReportLine, type ResourceCount } from './report.ts';
import { createSourceText } from './source-text.ts';
import { decodedChunks } from './text-chunks.ts';
import { withoutDuplicates } from './versions.ts';

/** What a file came to: records ready for `claims.intake`, the answers in them, and an account of every resource in it. */
export interface FhirReading {
  readonly records: readonly IntakeCase[];
  /** What payers answered, for `authorizations.receive`, each set beside the record it is in already. */
  readonly answers: readonly FileAnswers[];
  readonly report: { readonly resources: readonly ResourceCount[]; readonly lines: readonly ReportLine[] };
}

/** How far a reading is: `parsing` counts characters (total 0: not known), `mapping` counts cases. */
export interface ReadProgress {
  readonly phase: 'parsing' | 'mapping';
  readonly done: number;
  readonly total: number;
}

/** What a reading can be told. `name` stands in the reference of a record whose resource has no address of its own. */
export interface ReadOptions {
  readonly name?: string;
  readonly onProgress?: (progress: ReadProgress) => void;
}

/** An aborted reading rejects with PortError `aborted`. `pause` is awaited now and then so that a page stays responsive. */
export interface ReadAsyncOptions extends ReadOptions {
  readonly signal?: AbortSignal;
  readonly pause?: () => Promise<void>;
}

/**
 * Reads any FHIR R4 JSON: a resource, a Bundle of any type, Parameters, an array of these, or NDJSON. Never throws: what cannot be read
 * is a line of the report, and every resource is in a record or has its line.
 */
export function readFhir(text: string, options: ReadOptions = {}): FhirReading {
  const report = createReport();
  const collector = createCollector(report);
  const source = createSourceText(collector, report);
  for (const part of [source.push(text), source.end()])
    for (const done of part) options.onProgress?.({ phase: 'parsing', done, total: text.length });
  const steps = mappingSteps(collector, report, options.name ?? null);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    options.onProgress?.(step.value);
  }
}

/** Steps between two pauses. */
const STRIDE = 64;

/** The same from a file or from pieces of text, pausing in between. NDJSON is read line by line and only what cases need is kept. */
export async function readFhirAsync(input: AsyncIterable<string> | FileSource, options: ReadAsyncOptions = {}): Promise<FhirReading> {
  const report = createReport();
  const collector = createCollector(report);
  const source = createSourceText(collector, report);
  let taken = 0;
  const rest = async (progress: ReadProgress): Promise<void> => {
    if (options.signal?.aborted === true) throw new PortError('aborted', { cause: options.signal.reason });
    taken += 1;
    if (taken % STRIDE !== 0 && progress.done > 0) return;
    options.onProgress?.(progress);
    await options.pause?.();
  };
  const isFile = 'read' in input;
  const total = isFile ? input.size : 0;
  for await (const chunk of isFile ? decodedChunks(input) : input) {
    for (const done of source.push(chunk)) await rest({ phase: 'parsing', done, total });
    if (options.signal?.aborted === true) throw new PortError('aborted', { cause: options.signal.reason });
  }
  for (const done of source.end()) await rest({ phase: 'parsing', done, total });
  const steps = mappingSteps(collector, report, options.name ?? (isFile ? input.name : null));
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await rest(step.value);
  }
}

function* mappingSteps(collector: Collector, report: Report, name: string | null): Generator<ReadProgress, FhirReading> {
  const readable = withoutDuplicates(collector.entries, report).filter((entry) => {
    const release = SUPPORTING.includes(entry.type) || entry.type === 'Condition' || isAsk(entry) ? null : olderReleaseOf(entry);
    if (release !== null) report.add('unsupported-version', entry, release);
    return release === null;
  });
  yield { phase: 'mapping', done: 0, total: 0 };
  const references = createReferences(readable, report);
  const groups = withAsks(groupsOf(readable, references, report), readable, { references, report });
  yield { phase: 'mapping', done: 0, total: groups.length };
  const fileCurrency = currencyOfFile(groups.flatMap(({ claim, answer }) => [claim, answer].filter((entry) => entry !== null)));
  const records: IntakeCase[] = [];
  const answers: FileAnswers[] = [];
  for (const group of groups) {
    const shared = { report, references, fileCurrency };
    const record = caseOf(shared, group, name);
    answers.push(...answersOf(shared, group, { record, index: records.length }));
    records.push(record);
    yield { phase: 'mapping', done: records.length, total: groups.length };
  }
  answers.push(...bareAnswersOf(collector.notifications, { report, references }));
  answers.push(...bareAsksOf(readable, { report, references, fileCurrency }));
  const used = new Map<string, number>();
  for (const entry of readable) {
    if (references.isUsed(entry)) used.set(entry.type, (used.get(entry.type) ?? 0) + 1);
    else if (entry.type === 'Condition') report.add('not-a-claim', entry, entry.type);
    else if (SUPPORTING.includes(entry.type)) report.add('not-used', entry);
  }
  const resources = [...collector.counts]
    .map(([type, count]) => ({ type, count, used: used.get(type) ?? 0 }))
    .toSorted((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
  return { records, answers, report: { resources, lines: report.lines } };
}
