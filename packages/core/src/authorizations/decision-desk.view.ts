import type { SnapshotFrom } from 'xstate';
import type { Instant, PortErrorCode, Total } from '../kernel/index.ts';
import type { authorizationMessages } from './authorization.messages.ts';
import { isWaiting } from './authorization-item.rules.ts';
import { isBreached, isOverdue } from './authorization.rules.ts';
import type { AuthorizationAct, AuthorizationRow, WorklistFilter } from './authorizations.port.ts';
import type { decisionDeskMachine } from './decision-desk.machine.ts';
import type { decisionDeskMessages } from './decision-desk.messages.ts';
import type { DeskError } from './decision-desk.rules.ts';
import type { DeskForm } from './decision-desk.schema.ts';
import type { DecisionDeskMemory, DeskRecord, DeskRefusal } from './decision-desk.task.ts';

type Key<Names extends string> = Extract<keyof typeof decisionDeskMessages, `decision-desk.${Names}`>;
type RefusalKey = Extract<keyof typeof authorizationMessages, `authorization.refusal.${string}`>;

/** What is shown of the desk. */
export interface DecisionDeskView {
  /** `loading` only before anything is known; a refresh keeps what is shown. */
  readonly state: 'loading' | 'empty' | 'listed' | 'failed';
  readonly isBusy: boolean;
  readonly filter: WorklistFilter;
  /** Due first. */
  readonly rows: readonly AuthorizationRow[];
  readonly total: Total;
  readonly hasMore: boolean;
  /** As of when rows are late. */
  readonly readAt: Instant;
  readonly openId: string | null;
  readonly record: 'none' | 'loading' | 'open' | 'failed';
  readonly opened: DeskRecord | null;
  readonly isBreached: boolean;
  readonly isOverdue: boolean;
  readonly form: DeskForm | null;
  readonly canDecide: boolean;
  readonly canApproveAll: boolean;
  readonly canPend: boolean;
  readonly canAsk: boolean;
  readonly canMarkUsed: boolean;
  /** Everything is approved and leaves in a moment. */
  readonly isHeld: boolean;
  readonly isSending: boolean;
  readonly isBegun: boolean;
  readonly canRestore: boolean;
  readonly keepsText: boolean;
  readonly notice: Key<`notice.${string}`> | null;
  readonly isOvertaken: boolean;
  /** Each at its item, or at a field of the whole. */
  readonly errors: readonly DeskError[];
  /** What concerns the whole. */
  readonly error: Key<`error.${string}` | `failed${string}`> | RefusalKey | null;
  readonly code: PortErrorCode | null;
}

/** Pure: a snapshot of the machine to what is shown. */
export function decisionDeskView({ value, context }: SnapshotFrom<typeof decisionDeskMachine>): DecisionDeskView {
  const { rows, next, total, filter, readAt, openId, opened, form, isSending, isBegun, before, keepsText } = context;
  const { notice, isOvertaken, errors, refusal, code, isHeld } = context;
  const isKnown = total.kind !== 'unknown' || rows.length > 0;
  const record = opened?.detail.record ?? null;
  return {
    ...{ filter, rows, total, readAt, openId, opened, form, isSending, isBegun, keepsText, isOvertaken, errors, code, isHeld },
    state: value.list === 'failed' && !isKnown ? 'failed' : !isKnown ? 'loading' : rows.length === 0 ? 'empty' : 'listed',
    isBusy: value.list === 'loading',
    hasMore: next !== null,
    record: openId === null ? 'none' : record !== null ? 'open' : value.record === 'opening' ? 'loading' : 'failed',
    isBreached: record !== null && isBreached(record, readAt),
    isOverdue: record !== null && isOverdue(record, readAt),
    ...offeredOf(context),
    canRestore: before !== null && !isHeld,
    notice: notice && `decision-desk.notice.${notice}`,
    error: code !== null ? failureOf(code) : refusal && refusalOf(refusal),
  };
}

function offeredOf({
  opened,
  ports,
}: DecisionDeskMemory): Pick<DecisionDeskView, 'canDecide' | 'canApproveAll' | 'canPend' | 'canAsk' | 'canMarkUsed'> {
  const offers = (act: AuthorizationAct): boolean => opened?.detail.offers.includes(act) ?? false;
  const { pend, requestInformation, markUsed } = ports.authorizations;
  return {
    canDecide: offers('decide'),
    canApproveAll: offers('decide') && opened!.detail.record.items.some(isWaiting),
    canPend: offers('pend') && pend !== undefined,
    canAsk: offers('request-information') && requestInformation !== undefined,
    canMarkUsed: offers('mark-used') && markUsed !== undefined,
  };
}

const refusalOf = (refusal: DeskRefusal): NonNullable<DecisionDeskView['error']> =>
  refusal === 'conflict' || refusal === 'unknown' ? `decision-desk.error.${refusal}` : `authorization.refusal.${refusal}`;

const failureOf = (code: PortErrorCode): NonNullable<DecisionDeskView['error']> =>
  code === 'offline'
    ? 'decision-desk.failed.offline'
    : code === 'denied' || code === 'not-signed-in'
      ? 'decision-desk.failed.denied'
      : 'decision-desk.failed';
