import type { SnapshotFrom } from 'xstate';
import type { Case } from '../claims/index.ts';
import { timeLeft, type FieldGroup, type Instant, type PlainDate, type PortErrorCode } from '../kernel/index.ts';
import type { DetailForm } from './authorization-detail-draft.schema.ts';
import type { authorizationDetailMachine } from './authorization-detail.machine.ts';
import type { authorizationDetailMessages } from './authorization-detail.messages.ts';
import type { DetailAct } from './authorization-detail.acts.ts';
import { untilOf } from './authorization-detail.steps.ts';
import type { AuthorizationDetailMemory, DetailRefusal } from './authorization-detail.task.ts';
import { authorizationHeadline, type AuthorizationHeadline } from './authorization-headline.ts';
import { authorizationDecision } from './authorization.decision.ts';
import type { authorizationMessages } from './authorization.messages.ts';
import { awaited, isBreached, isExpired, isOverdue } from './authorization.rules.ts';
import type { AuthorizationsPolicy } from './authorizations.policy.ts';
import type { AuthorizationDetail } from './authorizations.port.ts';

type Key<Names extends string> = Extract<keyof typeof authorizationDetailMessages, `authorization-detail.${Names}`>;
type ErrorKey =
  | Key<`error.${string}` | `failed${string}` | 'stale' | 'notFound'>
  | Extract<keyof typeof authorizationMessages, `authorization.refusal.${string}`>;

/** What is shown of one authorization. Its axes stand apart; the headline is for reading alone. */
export interface AuthorizationDetailView {
  /** `loading` with a detail is a refresh: what is known stays in view. */
  readonly state: 'idle' | 'loading' | 'ready' | 'notFound' | 'failed';
  readonly isBusy: boolean;
  readonly isSending: boolean;
  readonly detail: AuthorizationDetail | null;
  /** The case of it; null where there is none to ask a modification for. */
  readonly found: Case | null;
  readonly headline: AuthorizationHeadline | null;
  readonly decision: ReturnType<typeof authorizationDecision> | null;
  /** The moment for which all this is told. */
  readonly at: Instant;
  /** The payer's zone. */
  readonly zone: string;
  readonly isOverdue: boolean;
  readonly isBreached: boolean;
  readonly isExpired: boolean;
  /** Minutes until the decision is due, the one that has begun among them; null where no time for it was set, or it is over. */
  readonly minutesLeft: number | null;
  readonly showsAmounts: boolean;
  readonly showsClinical: boolean;
  readonly hidden: readonly FieldGroup[];
  /** What may be done now. */
  readonly acts: readonly DetailAct[];
  /** What is being done. */
  readonly form: DetailForm | null;
  /** Words that were typed for something that cannot be done any more: to be copied. */
  readonly unsent: string;
  /** Whether the question that is being answered is still open. */
  readonly isAsked: boolean;
  readonly policy: AuthorizationsPolicy | null;
  /** The end day as it was understood; null: not yet. */
  readonly until: PlainDate | null;
  readonly canUndo: boolean;
  /** False: say before typing starts that text is not kept. */
  readonly keepsText: boolean;
  readonly notice: Key<`done.${string}` | 'kept'> | null;
  /** What is wrong with the field of that name: `reason`, `text`, `until`, or a field of an item as `2-amount`. */
  readonly field: { readonly name: string; readonly key: ErrorKey } | null;
  readonly error: ErrorKey | null;
  readonly code: PortErrorCode | null;
}

/** Pure: a snapshot of the machine to what is shown. */
export function authorizationDetailView({ value, context }: SnapshotFrom<typeof authorizationDetailMachine>): AuthorizationDetailView {
  const isOpen = typeof value !== 'string';
  const state = (isOpen ? value.open.record : 'idle') as AuthorizationDetailView['state'];
  const { detail, found, at, rules, isStale, acts, form, putAway, keepsText, notice, code, ports } = context;
  const record = detail?.record ?? null;
  const zone = rules?.zone ?? 'UTC';
  const isPossible = form !== null && (form.act === 'answer-information' || acts.includes(form.act));
  return {
    ...{ state, detail, found, at, zone, keepsText, hidden: detail?.hidden ?? none },
    isBusy: state === 'loading',
    isSending: isOpen && value.open.task === 'sending',
    headline: record && authorizationHeadline(record),
    decision: record && authorizationDecision(record),
    ...{ isOverdue: record !== null && isOverdue(record, at), isBreached: record !== null && isBreached(record, at) },
    isExpired: record !== null && isExpired(record, at, zone),
    minutesLeft: record?.clock && record.state.clock !== 'stopped' ? Math.max(0, Math.ceil(timeLeft(record.clock, at) / 60_000)) : null,
    showsAmounts: detail !== null && !detail.hidden.includes('amounts'),
    showsClinical: detail !== null && !detail.hidden.includes('clinical'),
    acts: isStale ? none : acts,
    form: isPossible ? form : null,
    unsent: form !== null && !isPossible ? form.text || form.until : '',
    isAsked: record !== null && awaited(record).some(({ id }) => id === form?.requestId),
    policy: rules?.policy ?? null,
    until: form?.act === 'extend' ? untilOf({ ports, form }) : null,
    canUndo: putAway !== null,
    notice:
      notice === null
        ? null
        : notice === 'kept'
          ? isPossible
            ? 'authorization-detail.kept'
            : null
          : `authorization-detail.done.${notice}`,
    ...errorsOf(state, context),
    code: state === 'loading' ? null : code,
  };
}

const none = [] as const;

function errorsOf(
  state: AuthorizationDetailView['state'],
  { refusal, fault, form, code, detail }: AuthorizationDetailMemory,
): Pick<AuthorizationDetailView, 'field' | 'error'> {
  const name = fault ?? fieldOf(refusal, form);
  if (refusal !== null && name !== null) return { field: { name, key: keyOf(refusal) }, error: null };
  if (refusal !== null) return { field: null, error: keyOf(refusal) };
  if (state === 'notFound') return { field: null, error: 'authorization-detail.notFound' };
  if (code === null || state === 'loading') return { field: null, error: null };
  if (state === 'failed') return { field: null, error: failureOf(code) };
  return { field: null, error: form === null && detail !== null ? 'authorization-detail.stale' : 'authorization-detail.error.unsent' };
}

function fieldOf(refusal: DetailRefusal | null, form: DetailForm | null): string | null {
  if (refusal === 'reason-missing') return 'reason';
  if (refusal === 'text-missing') return 'text';
  return form?.act === 'extend' && (refusal === 'not-a-date' || refusal === 'dates-reversed') ? 'until' : null;
}

const keyOf = (refusal: DetailRefusal): ErrorKey =>
  refusal === 'conflict' || refusal === 'unknown' || refusal === 'not-a-date' || refusal === 'not-an-amount'
    ? `authorization-detail.error.${refusal}`
    : refusal === 'no-such-request'
      ? 'authorization-detail.error.not-asked'
      : `authorization.refusal.${refusal}`;

function failureOf(code: PortErrorCode): ErrorKey {
  if (code === 'offline') return 'authorization-detail.failed.offline';
  // Somebody else's is answered like one that does not exist.
  if (code === 'not-found') return 'authorization-detail.notFound';
  return code === 'denied' || code === 'not-signed-in' ? 'authorization-detail.failed.denied' : 'authorization-detail.failed';
}
