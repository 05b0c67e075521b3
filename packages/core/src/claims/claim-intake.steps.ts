import { PortError, toPortError, type CommandAnswer, type CommandMeta, type PortAnswer } from '../kernel/index.ts';
import type { IntakeCase } from './case.schema.ts';
import type { AnswersReport, ClaimIntakeInput, FileReading, IntakeFile } from './claim-intake.task.ts';
import type { IntakeReport } from './claims.port.ts';

/** What this person may bring in here and now. */
export interface Takes {
  readonly cases: boolean;
  readonly answers: boolean;
}

/** What the ports and the rights of the person allow; asked for each file, because whoever signs in next may do other things. */
export const takesOf = ({ claims, authorizations, mayTake }: ClaimIntakeInput): Takes => ({
  cases: claims !== undefined && mayTake('cases'),
  answers: authorizations !== undefined && mayTake('answers'),
});

/**
 * What is sent as cases first: where answers are brought in as such, a request without them, and nothing that is an answer alone. Whoever may
 * not bring answers in sends what the file makes of them: records that live here stay as they are.
 */
export function casesFirst({ records, answers = [] }: FileReading, takes: Takes): readonly IntakeCase[] {
  if (!takes.cases) return [];
  if (!takes.answers) return records;
  const requests = new Map(answers.map(({ record, request }) => [record, request]));
  return records.flatMap((record, index) => (requests.has(index) ? (requests.get(index) ?? []) : record));
}

/** An answer with the case that the file makes of it, and how many answers that case came with. */
interface Stray {
  readonly record: IntakeCase;
  readonly answers: number;
}

/** The cases of answers that nobody here had asked for: refused as answers, they are taken in as what they tell. Denied altogether, all are. */
function strays({ records, answers = [] }: FileReading, isRefused: 'denied' | ((index: number) => boolean)): readonly Stray[] {
  let index = 0;
  return answers.flatMap(({ record, request, answers: own }) => {
    const indexes = own.map(() => (index += 1) - 1);
    const isStray = isRefused === 'denied' || (request === null && indexes.every(isRefused));
    return record !== null && isStray ? [{ record: records[record]!, answers: own.length }] : [];
  });
}

/** Sends what a file holds, by batches, and tells after each what came of it so far. */
export async function bringIn(
  ports: ClaimIntakeInput,
  reading: FileReading,
  { signal, tell }: { readonly signal: AbortSignal; readonly tell: (changes: Partial<IntakeFile>) => void },
): Promise<Partial<IntakeFile>> {
  const takes = takesOf(ports);
  const cases = casesFirst(reading, takes);
  const answers = takes.answers ? (reading.answers ?? []).flatMap((one) => one.answers) : [];
  const outcome = { taken: 0, updated: 0, unchanged: 0, refused: 0 };
  const told = { taken: 0, unchanged: 0, refused: new Map<string, number>() };
  let [done, total] = [0, cases.length + answers.length];
  const soFar = (): Partial<IntakeFile> => ({
    ...(takes.cases && { outcome: { ...outcome } }),
    ...(answers.length > 0 && { answers: { ...told, refused: Object.fromEntries(told.refused) } }),
  });

  const send = async <One, Report>(
    all: readonly One[],
    command: (batch: readonly One[], meta: CommandMeta) => Promise<PortAnswer<Report>>,
    note: (report: Report, from: number) => void,
  ): Promise<void> => {
    for (let from = 0; from < all.length; from += ports.batchSize) {
      signal.throwIfAborted();
      const batch = all.slice(from, from + ports.batchSize);
      note(valueOf(await ports.submit((meta) => command(batch, meta))), from);
      done += batch.length;
      tell({ share: Math.min(1, done / total), ...soFar() });
    }
  };
  const noteCases = (report: IntakeReport): void => {
    for (const key of ['taken', 'updated', 'unchanged'] as const) outcome[key] += report[key];
    outcome.refused += report.refused.length;
  };
  const unknown = new Set<number>();
  const noteAnswers = ({ taken, unchanged, refused }: AnswersReport, from: number): void => {
    told.taken += taken;
    told.unchanged += unchanged;
    for (const { index, code } of refused) {
      told.refused.set(code, (told.refused.get(code) ?? 0) + 1);
      if (code === UNKNOWN) unknown.add(from + index);
    }
  };

  await send(cases, (batch, meta) => ports.claims!.intake(batch, meta), noteCases);
  const isDenied = await send(answers, (batch, meta) => ports.authorizations!.receive(batch, meta), noteAnswers).then(
    () => false,
    (error: unknown) => {
      // Who was thought to have the right and has it not still brings in what else there is.
      if (!takes.cases || toPortError(error).code !== 'denied') throw error;
      return true;
    },
  );
  const left = takes.cases && answers.length > 0 ? strays(reading, isDenied ? 'denied' : (index) => unknown.has(index)) : [];
  total += left.length;
  const intake = left.map(({ record }) => record);
  await send(intake, (batch, meta) => ports.claims!.intake(batch, meta), noteCases);
  if (isDenied) return { state: 'done', share: 1, outcome, answers: null, held: 'answers' };
  const refused = (told.refused.get(UNKNOWN) ?? 0) - left.reduce((sum, one) => sum + one.answers, 0);
  told.refused.delete(UNKNOWN);
  if (refused > 0) told.refused.set(UNKNOWN, refused);
  return { state: 'done', share: 1, ...soFar() };
}

/** The code of an answer that finds no record. */
const UNKNOWN = 'no-such-authorization';

function valueOf<Value>(answer: CommandAnswer<Value>): Value {
  if (answer.status === 'refused') throw new PortError(answer.code === 'denied' ? 'denied' : 'invalid');
  if (answer.status !== 'accepted') throw new PortError('unavailable');
  return answer.value;
}
