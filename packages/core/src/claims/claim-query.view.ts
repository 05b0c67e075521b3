import type { SnapshotFrom } from 'xstate';
import type { PortErrorCode } from '../kernel/index.ts';
import type { CaseRows } from './case-rows.ts';
import type { claimQueryMachine } from './claim-query.machine.ts';
import type { claimQueryMessages } from './claim-query.messages.ts';
import { begin } from './claim-query.begin.ts';
import type { CaseCriteria, CaseSort } from './claim-query.schema.ts';
import type { ClaimQueryContext, ClaimQueryInput } from './claim-query.task.ts';

type Key = keyof typeof claimQueryMessages;

/** What Claims Query shows. Objects and arrays come from the machine as they are, so that two equal views are shallowly equal. */
export interface ClaimQueryView extends Pick<
  ClaimQueryContext,
  'form' | 'errors' | 'dates' | 'place' | 'revision' | 'rowsCode' | 'isStale' | 'unread' | 'keepsText'
> {
  readonly state: 'preparing' | 'unavailable' | 'idle' | 'searching' | 'results' | 'empty' | 'failed';
  /** A search is under way: it can be cancelled; what was found before stays in view. */
  readonly isBusy: boolean;
  /** How what is shown is sorted; before the first query, how it will be. */
  readonly sort: CaseSort | null;
  /** What was executed last: what can be saved as a query, or exported; null before the first time. */
  readonly criteria: CaseCriteria | null;
  readonly filters: ClaimQueryContext['offer']['filters'];
  readonly dateModes: ClaimQueryContext['offer']['dateModes'];
  readonly sorts: ClaimQueryContext['offer']['sorts'];
  readonly currencies: ClaimQueryContext['offer']['currencies'];
  /** Rows to show, by index; null when there are none to show. The same object as long as it is the same result. */
  readonly rows: CaseRows | null;
  readonly rowCount: number;
  /** How many rows come before the first of this page. */
  readonly before: number;
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
  /** What to say of the result: wants `n` (see `countN`). */
  readonly count: Extract<Key, `claim-query.found${string}`> | null;
  readonly countN: number;
  /** What to say of a failure, and whether trying again can help. */
  readonly failure: ClaimQueryFailure | null;
  /** Of a query that failed, or of rows that could not be had. */
  readonly code: PortErrorCode | null;
}

/** Texts that can stand where results would. */
export type ClaimQueryFailure = Extract<Key, `claim-query.failed${string}`>;

/** What is shown of Claims Query. */
export function claimQueryView({ value, context }: SnapshotFrom<typeof claimQueryMachine>): ClaimQueryView {
  const { form, errors, dates, place, revision, rowsCode, isStale, unread, keepsText, offer, run, code } = context;
  const state = (typeof value === 'string' ? value : value.ready.query) as ClaimQueryView['state'];
  const isFailed = state === 'failed' || state === 'unavailable';
  const result = isFailed ? null : context.result;
  const total = result?.total;
  return {
    ...{ form, errors, dates, place, revision, rowsCode, isStale, unread, keepsText, ...offer, state },
    // The next query may be sorted otherwise: what is shown is not.
    sort: run ? run.sort : context.sort,
    isBusy: state === 'searching' || (state === 'preparing' && context.isAwaited),
    criteria: run?.criteria ?? null,
    rows: result && state !== 'empty' ? result.rows : null,
    rowCount: result?.rows.count ?? 0,
    before: result?.run.pages.at(-1)?.before ?? 0,
    hasNext: typeof result?.next === 'string',
    hasPrevious: (run?.pages.length ?? 0) > 0,
    count: !total
      ? null
      : total.kind === 'exact'
        ? 'claim-query.found'
        : total.kind === 'at-least'
          ? 'claim-query.foundAtLeast'
          : 'claim-query.foundSome',
    countN: total?.kind === 'unknown' ? (result?.rows.count ?? 0) : (total?.n ?? 0),
    failure: isFailed ? failureOf(code) : null,
    code: isFailed ? code : rowsCode,
  };
}

/** What is shown before the machine is there: the same as of its first snapshot, without loading it. */
export const claimQueryFirstView = (input: ClaimQueryInput): ClaimQueryView =>
  claimQueryView({ value: 'preparing', context: begin(input) } as SnapshotFrom<typeof claimQueryMachine>);

function failureOf(code: PortErrorCode | null): ClaimQueryFailure {
  if (code === 'offline' || code === 'denied' || code === 'not-supported' || code === 'invalid') return `claim-query.failed.${code}`;
  if (code === 'not-signed-in') return 'claim-query.failed.denied';
  return 'claim-query.failed';
}
