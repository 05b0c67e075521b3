import type { SnapshotFrom } from 'xstate';
import type { PortErrorCode, Total } from '../kernel/index.ts';
import type { ModificationEntry } from './claims.port.ts';
import type { modificationQueueMachine } from './modification-queue.machine.ts';
import type { modificationQueueMessages } from './modification-queue.messages.ts';
import type { ModificationAnswerRefusal } from './modification-queue.task.ts';
import { modificationReasons } from './modification-request.rules.ts';
import type { ModificationAnswerDraft, ModificationReason } from './modification-request.schema.ts';

type Key<Names extends string> = Extract<keyof typeof modificationQueueMessages, `modification-queue.${Names}`>;

/** What is shown of the queue. */
export interface ModificationQueueView {
  /** `loading` only before anything is known; a refresh keeps what is shown. */
  readonly state: 'loading' | 'empty' | 'listed' | 'failed';
  readonly isBusy: boolean;
  /** Oldest first. */
  readonly entries: readonly ModificationEntry[];
  readonly total: Total;
  readonly hasMore: boolean;
  /** The answer that is being written, to the request of its id. */
  readonly form: ModificationAnswerDraft | null;
  readonly reasons: readonly ModificationReason[];
  readonly isSending: boolean;
  readonly canUndo: boolean;
  readonly keepsText: boolean;
  readonly notice: Key<'applied' | 'refused' | 'kept'> | null;
  readonly reasonError: Key<'error.reason-missing'> | null;
  readonly textError: Key<'error.text-missing' | 'error.text-too-long'> | null;
  readonly error: Key<`error.${string}` | `failed${string}`> | null;
  readonly code: PortErrorCode | null;
}

/** Pure: a snapshot of the machine to what is shown. */
export function modificationQueueView({ value, context }: SnapshotFrom<typeof modificationQueueMachine>): ModificationQueueView {
  const { entries, total, next, form, putAway, keepsText, notice, refusal, code } = context;
  const isKnown = total.kind !== 'unknown' || entries.length > 0;
  return {
    ...{ entries, total, form, keepsText, code },
    state: value.list === 'failed' && !isKnown ? 'failed' : !isKnown ? 'loading' : entries.length === 0 ? 'empty' : 'listed',
    isBusy: value.list === 'loading',
    hasMore: next !== null,
    reasons: form ? modificationReasons[form.outcome] : none,
    isSending: value.answer === 'sending',
    canUndo: putAway !== null && form === null,
    notice: notice && `modification-queue.${notice}`,
    ...errorsOf(refusal, form !== null),
    ...(code === null ? {} : { error: failureOf(code) }),
  };
}

const none: readonly ModificationReason[] = [];

function errorsOf(
  refusal: ModificationAnswerRefusal | null,
  isWriting: boolean,
): Pick<ModificationQueueView, 'reasonError' | 'textError' | 'error'> {
  const clear = { reasonError: null, textError: null, error: null };
  if (refusal === 'reason-missing' && isWriting) return { ...clear, reasonError: 'modification-queue.error.reason-missing' };
  if ((refusal === 'text-missing' || refusal === 'text-too-long') && isWriting)
    return { ...clear, textError: `modification-queue.error.${refusal}` };
  if (refusal === 'case-cancelled' || refusal === 'denied' || refusal === 'unknown')
    return { ...clear, error: `modification-queue.error.${refusal}` };
  if (refusal === 'conflict' || refusal === 'not-in-this-state' || refusal === 'not-found')
    return { ...clear, error: 'modification-queue.error.conflict' };
  return refusal === null ? clear : { ...clear, error: 'modification-queue.failed' };
}

const failureOf = (code: PortErrorCode): NonNullable<ModificationQueueView['error']> =>
  code === 'offline'
    ? 'modification-queue.failed.offline'
    : code === 'denied' || code === 'not-signed-in'
      ? 'modification-queue.failed.denied'
      : 'modification-queue.failed';
