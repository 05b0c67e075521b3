import type { SnapshotFrom } from 'xstate';
import type { Instant, PortErrorCode, Total } from '../kernel/index.ts';
import type { InformationEntry } from './authorizations.port.ts';
import type { infoRequestInboxMachine } from './info-request-inbox.machine.ts';
import type { infoRequestInboxMessages } from './info-request-inbox.messages.ts';

type Key<Names extends string> = Extract<keyof typeof infoRequestInboxMessages, `info-request-inbox.${Names}`>;

/** What is shown of the questions of payers. */
export interface InfoRequestInboxView {
  /** `loading` only before anything is known; a refresh keeps what is shown. */
  readonly state: 'loading' | 'empty' | 'listed' | 'failed';
  readonly isBusy: boolean;
  /** Due first. */
  readonly entries: readonly InformationEntry[];
  readonly total: Total;
  readonly hasMore: boolean;
  /** The moment for which "overdue" is told. */
  readonly at: Instant;
  /** How many of those that are shown are overdue. */
  readonly overdue: number;
  readonly error: Key<`failed${string}`> | null;
  readonly code: PortErrorCode | null;
}

/** Whether an answer to any question of this record is late. */
export const isLate = ({ requests }: InformationEntry, at: Instant): boolean => requests.some(({ dueAt }) => dueAt !== null && at >= dueAt);

/** Pure: a snapshot of the machine to what is shown. */
export function infoRequestInboxView({ value, context }: SnapshotFrom<typeof infoRequestInboxMachine>): InfoRequestInboxView {
  const { entries, total, next, at, code } = context;
  const isBusy = value.list === 'loading';
  const isKnown = total.kind !== 'unknown' || entries.length > 0 || value.list === 'ready';
  const state = entries.length > 0 ? 'listed' : value.list === 'failed' ? 'failed' : isKnown ? 'empty' : 'loading';
  return {
    ...{ state, isBusy, entries, total, at, hasMore: next !== null },
    overdue: entries.filter((entry) => isLate(entry, at)).length,
    error: value.list === 'failed' && code !== null ? failureOf(code) : null,
    code: isBusy ? null : code,
  };
}

function failureOf(code: PortErrorCode): NonNullable<InfoRequestInboxView['error']> {
  if (code === 'offline') return 'info-request-inbox.failed.offline';
  return code === 'denied' || code === 'not-signed-in' ? 'info-request-inbox.failed.denied' : 'info-request-inbox.failed';
}
