import type { SnapshotFrom } from 'xstate';
import type { PortErrorCode } from '../kernel/index.ts';
import type { AmountDifference, AmountLine, RefusalReason } from './claim-detail.rules.ts';
import type { claimDetailMachine } from './claim-detail.machine.ts';
import type { claimDetailMessages } from './claim-detail.messages.ts';
import type { CaseDetail } from './claims.port.ts';

type Key = keyof typeof claimDetailMessages;

/** What is shown of one case. The three axes stand apart; hidden groups are absent (`detail.hidden` names them). */
export interface ClaimDetailView {
  /** `loading` with a detail is a refresh: what is known stays in view. */
  readonly state: 'idle' | 'loading' | 'ready' | 'notFound' | 'failed';
  readonly isBusy: boolean;
  readonly detail: CaseDetail | null;
  readonly lines: readonly AmountLine[];
  readonly differences: readonly AmountDifference[];
  /** Why something was not approved. */
  readonly refusals: readonly RefusalReason[];
  /** Whether amounts, or diagnoses and services, may be shown at all. */
  readonly showsAmounts: boolean;
  readonly showsClinical: boolean;
  /** What to say instead of a case, or above it when a refresh failed. */
  readonly notice: Extract<Key, `claim-detail.${'notFound' | `failed${string}` | 'stale'}`> | null;
  readonly code: PortErrorCode | null;
}

/** What is shown of one case. */
export function claimDetailView({ value, context }: SnapshotFrom<typeof claimDetailMachine>): ClaimDetailView {
  const state = (typeof value === 'string' ? 'idle' : value.open) as ClaimDetailView['state'];
  const { detail, lines, differences, refusals, code } = context;
  return {
    ...{ state, isBusy: state === 'loading', detail, lines, differences, refusals, code: state === 'loading' ? null : code },
    showsAmounts: detail !== null && !detail.hidden.includes('amounts'),
    showsClinical: detail !== null && !detail.hidden.includes('clinical'),
    notice: noticeOf(state, code),
  };
}

function noticeOf(state: ClaimDetailView['state'], code: PortErrorCode | null): ClaimDetailView['notice'] {
  if (state === 'notFound') return 'claim-detail.notFound';
  if (state === 'ready') return code === null ? null : 'claim-detail.stale';
  if (state !== 'failed') return null;
  if (code === 'offline') return 'claim-detail.failed.offline';
  // Somebody else's case is answered like one that does not exist.
  if (code === 'not-found') return 'claim-detail.notFound';
  return code === 'denied' || code === 'not-signed-in' ? 'claim-detail.failed.denied' : 'claim-detail.failed';
}
