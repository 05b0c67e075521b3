import type { SnapshotFrom } from 'xstate';
import type { claimIntakeMachine } from './claim-intake.machine.ts';
import type { IntakeFile, ReadingLine } from './claim-intake.task.ts';

/** What is shown of files that are taken in. */
export interface ClaimIntakeView {
  readonly isBusy: boolean;
  readonly files: readonly IntakeFile[];
  readonly canRetry: boolean;
}

/** Files and what became of their records, added up. */
export interface IntakeSum {
  readonly files: number;
  /** Files that failed or were cancelled. */
  readonly unfinished: number;
  readonly taken: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly answers: { readonly taken: number; readonly unchanged: number; readonly refused: Readonly<Record<string, number>> } | null;
}

/** What is shown of files that are taken in. */
export const claimIntakeView = ({ value, context: { files } }: SnapshotFrom<typeof claimIntakeMachine>): ClaimIntakeView => ({
  isBusy: value === 'working',
  files,
  canRetry: value === 'idle' && files.some(isUnfinished),
});

const isUnfinished = ({ state }: IntakeFile): boolean => state === 'failed' || state === 'cancelled';

/** Adds up what files came to: what a file that failed half-way had taken in by then counts too. */
export function intakeSum(files: readonly IntakeFile[]): IntakeSum {
  const total = (key: 'taken' | 'updated' | 'unchanged' | 'refused'): number =>
    files.reduce((sum, { outcome }) => sum + (outcome?.[key] ?? 0), 0);
  return {
    ...{ files: files.length, unfinished: files.filter(isUnfinished).length },
    answers: answersSum(files),
    ...{ taken: total('taken'), updated: total('updated'), unchanged: total('unchanged'), refused: total('refused') },
  };
}

/** What came of all answers; null where none were brought in. */
function answersSum(files: readonly IntakeFile[]): IntakeSum['answers'] {
  const all = files.flatMap(({ answers }) => answers ?? []);
  const refused = new Map<string, number>();
  for (const [code, count] of all.flatMap((one) => Object.entries(one.refused))) refused.set(code, (refused.get(code) ?? 0) + count);
  const total = (key: 'taken' | 'unchanged'): number => all.reduce((sum, one) => sum + one[key], 0);
  return all.length === 0 ? null : { taken: total('taken'), unchanged: total('unchanged'), refused: Object.fromEntries(refused) };
}

/** The same thing said of several places. */
export interface LineGroup {
  readonly severity: ReadingLine['severity'];
  readonly code: string;
  /** Where, the first few; `count` says how many there are. */
  readonly places: readonly string[];
  readonly count: number;
}

const order: readonly ReadingLine['severity'][] = ['dropped', 'warning', 'info'];

/** The lines of a report by what they say, the gravest first; of many places the first five. */
export function groupedLines(lines: readonly ReadingLine[]): readonly LineGroup[] {
  const groups = new Map<string, { severity: ReadingLine['severity']; code: string; places: string[]; count: number }>();
  for (const { severity, code, path, value } of lines) {
    const group = groups.get(code) ?? { severity, code, places: [], count: 0 };
    groups.set(code, group);
    group.count += 1;
    if (group.places.length < 5) group.places.push(value === undefined ? path : `${path} (${value})`);
  }
  return [...groups.values()].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || b.count - a.count);
}
