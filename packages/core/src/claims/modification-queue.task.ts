import type { ChangesPort, Clock, DraftsPort, PortErrorCode, SubmitCommand, Total } from '../kernel/index.ts';
import type { ClaimsPort, ModificationCommandRefusal, ModificationEntry } from './claims.port.ts';
import type { ModificationAnswerDraft } from './modification-request.schema.ts';

/** What answering modification requests needs. Where the backend lacks one of these commands, leave the whole task out. */
export interface ModificationQueueInput {
  readonly claims: Required<Pick<ClaimsPort, 'modificationRequests' | 'answerModification'>>;
  readonly changes: ChangesPort;
  readonly submit: SubmitCommand;
  readonly drafts: DraftsPort | null;
  readonly taskId: string;
  readonly clock: Clock;
}

/** What happens at the queue. */
export type ModificationQueueEvent =
  | { readonly type: 'queue.refreshed' }
  | { readonly type: 'more.requested' }
  /** Opens the answer to this request; what was begun for another one is put away. */
  | { readonly type: 'answer.opened'; readonly id: string; readonly outcome: ModificationAnswerDraft['outcome'] }
  | { readonly type: 'answer.changed'; readonly changes: Partial<Pick<ModificationAnswerDraft, 'outcome' | 'reason' | 'text'>> }
  | { readonly type: 'answer.closed' }
  | { readonly type: 'answer.undone' }
  | { readonly type: 'answer.sent' };

/** What the machine tells itself. */
export type ModificationNews = { readonly type: 'requests.changed' };

/** Why an answer was not taken. */
export type ModificationAnswerRefusal = ModificationCommandRefusal | 'conflict' | 'unknown';

/** The memory of the task. */
export interface ModificationQueueMemory {
  readonly ports: ModificationQueueInput;
  readonly entries: readonly ModificationEntry[];
  readonly next: string | null;
  readonly total: Total;
  /** How many are asked for: as many as are shown, so that a refresh takes nothing away. */
  readonly limit: number;
  readonly form: ModificationAnswerDraft | null;
  /** What was put away last, for the way back. */
  readonly putAway: ModificationAnswerDraft | null;
  /** An answer is on its way: what leaves the queue meanwhile may be what it answers. */
  readonly isSending: boolean;
  readonly keepsText: boolean;
  readonly notice: 'applied' | 'refused' | 'kept' | null;
  readonly refusal: ModificationAnswerRefusal | null;
  readonly code: PortErrorCode | null;
}
