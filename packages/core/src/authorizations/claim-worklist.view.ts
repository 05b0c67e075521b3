import type { SnapshotFrom } from 'xstate';
import type { Instant, PortErrorCode, Total } from '../kernel/index.ts';
import type { AuthorizationRow } from './authorizations.port.ts';
import { isStale, type claimWorklistMachine } from './claim-worklist.machine.ts';
import type { claimWorklistMessages } from './claim-worklist.messages.ts';
import type { SavedFilter, WorklistForm } from './claim-worklist.schema.ts';
import { mayGoOn, MOST_ROWS, placeOf } from './claim-worklist.steps.ts';
import type { WorklistPlace } from './claim-worklist.task.ts';

type Key<Names extends string> = Extract<keyof typeof claimWorklistMessages, `claim-worklist.${Names}`>;
type Snapshot = SnapshotFrom<typeof claimWorklistMachine>;

/** What the worklist shows. */
export interface ClaimWorklistView {
  /** `loading` only before anything is known; another question keeps what is shown until it is answered. */
  readonly state: 'loading' | 'empty' | 'listed' | 'failed';
  readonly isBusy: boolean;
  readonly form: WorklistForm;
  readonly scopes: readonly WorklistForm['scope'][];
  /** Every filter was left aside (N26). */
  readonly isAll: boolean;
  /** The form says something else than what is shown. */
  readonly isStale: boolean;
  /** Due first, then newest first. */
  readonly rows: readonly AuthorizationRow[];
  /** How many rows can be gone to: one more than there are while more can be had. */
  readonly rowCount: number;
  readonly total: Total;
  /** As many are here as are loaded at most, and there are more. */
  readonly isCapped: boolean;
  /** Something changed since the list was read. */
  readonly hasNews: boolean;
  /** Now, to the minute: what is due is marked by it. */
  readonly at: Instant;
  readonly zones: Readonly<Record<string, string>>;
  readonly revision: number;
  readonly place: Pick<WorklistPlace, 'activeId' | 'offset'>;
  /** Null where none can be kept. */
  readonly filters: readonly SavedFilter[] | null;
  readonly isKeeping: boolean;
  /** What was done to a saved filter; wants `name`. */
  readonly notice: Key<'saved.kept' | 'saved.removed'> | null;
  readonly name: string;
  readonly filterError: Key<`saved.error.${string}`> | null;
  readonly error: Key<`failed${string}`> | null;
  readonly code: PortErrorCode | null;
}

/** Pure: a snapshot of the machine to what is shown. */
export function claimWorklistView({ value, context }: Snapshot): ClaimWorklistView {
  const { ports, form, shown, rows, total, next, hasNews, at, zones, revision, place, filters, acting, done, refusal, code } = context;
  return {
    ...{ form, rows, total, hasNews, at, zones, revision, place, code },
    state: shown === null ? (value.list === 'failed' ? 'failed' : 'loading') : rows.length === 0 ? 'empty' : 'listed',
    isBusy: value.list === 'loading',
    scopes: ports.scopes,
    isAll: shown === 'all',
    isStale: isStale(context),
    rowCount: rows.length + (mayGoOn(context) ? 1 : 0),
    isCapped: rows.length >= MOST_ROWS && next !== null,
    filters: value.filters === 'absent' ? null : filters,
    isKeeping: value.filters === 'writing' || value.filters === 'reading',
    notice: done && (done === 'saved' ? 'claim-worklist.saved.kept' : 'claim-worklist.saved.removed'),
    name: acting?.name ?? '',
    filterError: refusal && `claim-worklist.saved.error.${refusal}`,
    error: code && failureOf(code),
  };
}

const failureOf = (code: PortErrorCode): ClaimWorklistView['error'] =>
  code === 'offline'
    ? 'claim-worklist.failed.offline'
    : code === 'denied' || code === 'not-signed-in'
      ? 'claim-worklist.failed.denied'
      : 'claim-worklist.failed';

/** What to remember of a worklist that is left: the same task goes on there. */
export const claimWorklistPlace = ({ context }: Snapshot): WorklistPlace => placeOf(context);
