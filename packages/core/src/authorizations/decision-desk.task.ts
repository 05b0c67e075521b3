import type { ChangesPort, Clock, DraftsPort, Instant, LanguageChanged, PortErrorCode, SubmitCommand, Total } from '../kernel/index.ts';
import type {
  AuthorizationDetail,
  AuthorizationRefusal,
  AuthorizationRow,
  AuthorizationsPort,
  WorklistFilter,
} from './authorizations.port.ts';
import type { AuthorizationsPolicy } from './authorizations.policy.ts';
import type { DeskError, Outgoing } from './decision-desk.rules.ts';
import type { DeskForm, DeskItem } from './decision-desk.schema.ts';

type Needed = 'worklist' | 'get' | 'decide';
type Offered = 'pend' | 'requestInformation' | 'markUsed';

/** What deciding needs. Where the backend lacks one of the needed commands, leave the whole task out; offered ones are left out singly. */
export interface DecisionDeskInput {
  readonly authorizations: Required<Pick<AuthorizationsPort, Needed>> & Pick<AuthorizationsPort, Offered>;
  /** A payer's policy of authorizations, and the zone in which it counts days. */
  readonly policy: (payerId: string) => Promise<{ readonly policy: AuthorizationsPolicy; readonly zone: string }>;
  readonly changes: ChangesPort;
  readonly submit: SubmitCommand;
  readonly drafts: DraftsPort | null;
  readonly taskId: string;
  readonly clock: Clock;
  /** The language in force, by which typed dates are read. */
  readonly locale: () => string;
}

/** What happens at the desk. */
export type DecisionDeskEvent =
  | { readonly type: 'queue.refreshed' }
  | { readonly type: 'more.requested' }
  | { readonly type: 'filter.changed'; readonly changes: Partial<Pick<WorklistFilter, 'scope' | 'urgency' | 'number'>> }
  | { readonly type: 'record.opened'; readonly id: string }
  | { readonly type: 'record.closed' }
  | { readonly type: 'act.chosen'; readonly act: DeskForm['act'] }
  | { readonly type: 'form.changed'; readonly changes: Partial<Omit<DeskForm, 'id' | 'act' | 'items'>> }
  | { readonly type: 'item.changed'; readonly sequence: number; readonly changes: Partial<Omit<DeskItem, 'sequence'>> }
  /** The quick path: approves what waits and leaves after the policy's seconds, in which it can be taken back. */
  | { readonly type: 'all.approved' }
  | { readonly type: 'hold.undone' }
  | { readonly type: 'hold.ended' }
  | LanguageChanged
  | { readonly type: 'form.sent' }
  /** What was written is put away; it can be brought back until something else is done. */
  | { readonly type: 'form.cleared' }
  | { readonly type: 'form.restored' }
  | { readonly type: 'use.marked'; readonly how: 'partly-used' | 'used' };

/** What the machine tells itself. */
export type DecisionDeskNews =
  | { readonly type: 'authorization.changed'; readonly id: string }
  | { readonly type: 'place.found'; readonly id: string }
  /** What was sent was taken: on to what is next, if anything is. */
  | { readonly type: 'record.left' };

/** What came of a command, told once: for whoever sends an event to the page. */
export interface DecisionDeskDone {
  readonly type: 'command.done';
  readonly id: string;
  readonly act: Outgoing['act'];
}

/** Why a command was not taken. */
export type DeskRefusal = AuthorizationRefusal | 'conflict' | 'unknown';

/** A record opened at the desk. */
export interface DeskRecord {
  readonly detail: AuthorizationDetail;
  readonly policy: AuthorizationsPolicy;
  readonly zone: string;
}

/** The memory of the task. */
export interface DecisionDeskMemory {
  readonly ports: DecisionDeskInput;
  readonly filter: WorklistFilter;
  readonly rows: readonly AuthorizationRow[];
  readonly next: string | null;
  readonly total: Total;
  /** How many are asked for: as many as are shown, so that a refresh takes nothing away. */
  readonly limit: number;
  /** When the queue was read: marks of lateness are as of then. */
  readonly readAt: Instant;
  readonly openId: string | null;
  readonly opened: DeskRecord | null;
  readonly form: DeskForm | null;
  /** What was begun on records that were put out of sight. */
  readonly aside: ReadonlyMap<string, DeskForm>;
  /** Whether something was written since the record was opened. */
  readonly isBegun: boolean;
  /** The form before everything was approved, or what was put away. */
  readonly before: DeskForm | null;
  readonly out: Outgoing | null;
  /** Everything is approved and leaves in a moment. */
  readonly isHeld: boolean;
  /** What is opened once that which is held or sent has left. */
  readonly nextId: string | null;
  readonly isSending: boolean;
  readonly keepsText: boolean;
  readonly notice: 'decided' | 'pended' | 'asked' | 'used' | 'kept' | 'undone' | 'cleared' | null;
  /** The record was changed by somebody else under what is being written. */
  readonly isOvertaken: boolean;
  readonly errors: readonly DeskError[];
  readonly refusal: DeskRefusal | null;
  readonly code: PortErrorCode | null;
}
