import type { SnapshotFrom } from 'xstate';
import type { Contact } from '../directory/index.ts';
import type { FileDocument } from '../documents/index.ts';
import type { Instant, PortErrorCode } from '../kernel/index.ts';
import type { CaseDeadline } from './case.schema.ts';
import type { modificationRequestMachine } from './modification-request.machine.ts';
import type { modificationRequestMessages } from './modification-request.messages.ts';
import { minutesLeft, waitingRequest, type ModificationRefusal } from './modification-request.rules.ts';
import type { ModificationDraft, ModificationRequest } from './modification-request.schema.ts';
import { offerOf } from './modification-request.steps.ts';
import type { ModificationTaskRefusal } from './modification-request.task.ts';

type Key<Names extends string> = Extract<keyof typeof modificationRequestMessages, `modification.${Names}`>;

/** What is shown of the modification of one case. */
export interface ModificationRequestView {
  /** `over`: the control is gone, reason and helpdesk stand there. `none`: the payer offers no modification. */
  readonly state: 'none' | 'loading' | 'failed' | 'offered' | 'waiting' | 'over' | 'cancelled';
  /** Whether the form is open. */
  readonly isEditing: boolean;
  readonly isBusy: boolean;
  readonly deadline: CaseDeadline | null;
  /** Whole minutes, the one that has begun among them. */
  readonly minutesLeft: number;
  /** What waits for an answer. */
  readonly waiting: ModificationRequest | null;
  /** What was answered last. */
  readonly answered: ModificationRequest | null;
  /** Documents of the case that can be chosen, newest first; `form.documentIds` are those that are. */
  readonly documents: readonly FileDocument[];
  /** `none`: the backend keeps no documents. */
  readonly documentsState: 'none' | 'loading' | 'ready' | 'failed';
  readonly form: ModificationDraft;
  readonly canUndoDiscard: boolean;
  /** False: say before typing starts that text is not kept. */
  readonly keepsText: boolean;
  readonly notice: Key<'sent' | 'withdrawn' | 'draftKept'> | null;
  readonly subjectError: Key<'error.subject-missing'> | null;
  readonly textError: Key<'error.text-missing' | 'error.nothing-asked' | 'error.text-too-long'> | null;
  readonly error: Key<`error.${Exclude<ModificationTaskRefusal, `${'subject' | 'text'}-${string}`>}` | `failed${string}`> | null;
  /** Whom to turn to once it is too late; null until they are known. */
  readonly contacts: readonly Contact[] | null;
  readonly code: PortErrorCode | null;
}

/** Pure: a snapshot of the machine to what is shown. */
export function modificationRequestView({ value, context }: SnapshotFrom<typeof modificationRequestMachine>): ModificationRequestView {
  const { ports, requests, record, at, documents, form, discarded, keepsText, refusal, contacts, code } = context;
  const { list, task, documents: reading } = value.open;
  const offer = offerOf(context);
  const deadline = record.deadlines.modification;
  const state = stateOf(offer, list, requests);
  return {
    ...{ state, deadline, documents, form, contacts, keepsText, code },
    documentsState: ports.documents === null ? 'none' : reading === 'idle' ? 'loading' : reading,
    isEditing: task !== 'reading' && task !== 'withdrawing' && state === 'offered',
    isBusy: list === 'loading' || task === 'sending' || task === 'withdrawing',
    minutesLeft: deadline === null ? 0 : minutesLeft(deadline.dueAt, at),
    waiting: waitingRequest(requests),
    answered: requests.findLast(({ answer }) => answer !== null) ?? null,
    canUndoDiscard: discarded !== null && task === 'editing',
    notice: context.notice && noticeKeys[context.notice],
    ...errorsOf(refusal, documents.length > 0),
    ...(code === null ? {} : { error: list === 'failed' ? 'modification.failed.list' : failureOf(code) }),
  };
}

const noticeKeys = { sent: 'modification.sent', withdrawn: 'modification.withdrawn', kept: 'modification.draftKept' } as const;

function stateOf(
  offer: ModificationRefusal | null,
  list: 'loading' | 'ready' | 'failed',
  requests: readonly ModificationRequest[],
): ModificationRequestView['state'] {
  if (offer === 'not-offered') return 'none';
  if (offer === 'case-cancelled') return 'cancelled';
  if (offer === 'already-open') return 'waiting';
  // Too late is too late, whatever was asked before; anything else waits until that is known.
  if (offer === 'window-over') return 'over';
  return list === 'ready' || requests.length > 0 ? 'offered' : list;
}

function errorsOf(
  refusal: ModificationTaskRefusal | null,
  hasDocuments: boolean,
): Pick<ModificationRequestView, 'subjectError' | 'textError' | 'error'> {
  const none = { subjectError: null, textError: null, error: null };
  if (refusal === null) return none;
  if (refusal === 'subject-missing') return { ...none, subjectError: `modification.error.${refusal}` };
  if (refusal === 'text-missing' && hasDocuments) return { ...none, textError: 'modification.error.nothing-asked' };
  if (refusal === 'text-missing' || refusal === 'text-too-long') return { ...none, textError: `modification.error.${refusal}` };
  return { ...none, error: `modification.error.${refusal}` };
}

const failureOf = (code: PortErrorCode): Key<`failed${string}`> =>
  code === 'offline' ? 'modification.failed.offline' : 'modification.failed';

/** The last moment at which a modification may be asked for: the end itself is exclusive. */
export const lastMoment = ({ dueAt }: Pick<CaseDeadline, 'dueAt'>): Instant => dueAt - 1;
