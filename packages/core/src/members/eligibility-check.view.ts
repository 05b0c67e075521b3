import type { SnapshotFrom } from 'xstate';
import type { Payer } from '../directory/index.ts';
import type { Instant, PortErrorCode } from '../kernel/index.ts';
import type { eligibilityCheckMachine } from './eligibility-check.machine.ts';
import type { EligibilityForm, LinesError } from './eligibility-check.task.ts';
import { failureOf, type EligibilityFailure } from './eligibility.rules.ts';
import type { BulkLine, EligibilityAnswer } from './eligibility.ts';
import type { LookupError } from './member-lookup.rules.ts';
import type { MemberQuery } from './member.schema.ts';

/** What is shown of an eligibility check. */
export interface EligibilityCheckView {
  readonly state: 'preparing' | 'ready' | 'asking' | 'refused' | 'answered' | 'listed' | 'failed';
  readonly form: EligibilityForm;
  readonly payers: readonly Payer[];
  readonly by: readonly MemberQuery['by'][];
  readonly canBulk: boolean;
  readonly errors: readonly LookupError[];
  readonly linesError: LinesError | null;
  readonly answer: EligibilityAnswer | null;
  /** What the answer is to. */
  readonly query: MemberQuery | null;
  readonly lines: readonly BulkLine[];
  readonly failure: EligibilityFailure | null;
  /** Not before; null: now, or never by itself. */
  readonly retryAt: Instant | null;
  readonly canRetry: boolean;
  readonly focus: LookupError['field'] | 'lines' | 'result' | null;
  readonly code: PortErrorCode | null;
}

const none: readonly never[] = [];
const everyWay: readonly MemberQuery['by'][] = ['card', 'member-number', 'national-id', 'name'];

/** Pure: a snapshot of the machine to what is shown. */
export function eligibilityCheckView(snapshot: SnapshotFrom<typeof eligibilityCheckMachine>): EligibilityCheckView {
  const { context } = snapshot;
  const { ports, payers, form, outcome, code, retryAt } = context;
  const isSettled = snapshot.matches('settled');
  const refused = outcome?.kind === 'refused' ? outcome : null;
  const state = !isSettled ? (snapshot.value as 'preparing' | 'ready' | 'asking') : outcome === null ? 'failed' : states[outcome.kind];
  const isDue = snapshot.matches({ settled: 'due' });
  const failure = state === 'failed' ? failureOf(code) : null;
  const isUnavailable = outcome?.kind === 'answer' && outcome.answer.status === 'payer-unavailable';
  return {
    ...{ state, form, payers: payers ?? none, failure },
    by: ports.capabilities?.by ?? everyWay,
    canBulk: ports.members.eligibilityOf !== undefined,
    errors: refused?.errors ?? none,
    linesError: refused?.lines ?? null,
    answer: outcome?.kind === 'answer' ? outcome.answer : null,
    query: outcome?.kind === 'answer' ? outcome.query : null,
    lines: outcome?.kind === 'lines' ? outcome.lines : none,
    retryAt: isDue ? null : retryAt,
    canRetry: isDue && (isUnavailable || (failure !== null && failure !== 'eligibility.denied')),
    focus: refused ? (refused.errors[0]?.field ?? 'lines') : isSettled ? 'result' : null,
    code: state === 'failed' ? code : null,
  };
}

const states = { refused: 'refused', answer: 'answered', lines: 'listed' } as const;
