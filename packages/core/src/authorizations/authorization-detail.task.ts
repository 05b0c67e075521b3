import type { Case, ClaimsPort } from '../claims/index.ts';
import type {
  ChangesPort,
  Clock,
  DraftsPort,
  Ids,
  Instant,
  LanguageChanged,
  PlainDate,
  PortErrorCode,
  SubmitCommand,
} from '../kernel/index.ts';
import type { AddedItem, DetailForm, ItemChange } from './authorization-detail-draft.schema.ts';
import type { DetailAct, PayerRules } from './authorization-detail.acts.ts';
import type { ItemFault } from './authorization-detail.rules.ts';
import type { AuthorizationDetail, AuthorizationRefusal, AuthorizationsPort } from './authorizations.port.ts';

/** What reading one authorization, and doing what it offers, needs. */
export interface AuthorizationDetailInput {
  readonly authorizations: AuthorizationsPort;
  /** Reads the case of it, for which a modification may be asked; null where there are no cases. */
  readonly claims: Pick<ClaimsPort, 'get'> | null;
  /** Whether this backend keeps notes that can answer the payer. */
  readonly canPost: boolean;
  readonly rulesFor: (payerId: string) => Promise<PayerRules>;
  readonly changes: ChangesPort;
  readonly submit: SubmitCommand;
  readonly ids: Pick<Ids, 'uuid'>;
  /** Null where the backend keeps no drafts. */
  readonly drafts: DraftsPort | null;
  readonly clock: Clock;
  readonly today: () => PlainDate;
  readonly locale: () => string;
  /** The authorization to show; null until one is opened. */
  readonly id: string | null;
}

/** What happens while an authorization is read and worked on. */
export type AuthorizationDetailEvent =
  /** Shows this one instead; null shows none. */
  | { readonly type: 'authorization.opened'; readonly id: string | null }
  /** Asked for by the person: now, or again after a failure. */
  | { readonly type: 'authorization.refreshed' }
  /** Begins something that is offered; what was begun before is put away. */
  | { readonly type: 'form.opened'; readonly act: DetailAct; readonly requestId?: string }
  | { readonly type: 'form.changed'; readonly changes: Partial<Pick<DetailForm, 'reason' | 'text' | 'until' | 'isLast'>> }
  | { readonly type: 'item.changed'; readonly sequence: number; readonly changes: Partial<Omit<ItemChange, 'sequence'>> }
  | { readonly type: 'item.added'; readonly service: AddedItem['service'] }
  | { readonly type: 'added.changed'; readonly index: number; readonly changes: Partial<Omit<AddedItem, 'service'>> | null }
  | LanguageChanged
  | { readonly type: 'form.closed' }
  | { readonly type: 'form.undone' }
  | { readonly type: 'form.sent' }
  /** The note that answers the payer was posted; `refusal` where the question was no longer open. */
  | { readonly type: 'answer.posted'; readonly requestId: string; readonly refusal: DetailRefusal | null };

/** What the machine tells itself. */
export type AuthorizationNews = { readonly type: 'authorization.changed'; readonly version: number } | { readonly type: 'time.passed' };

/** What the machine tells whoever runs it. */
export interface AuthorizationDone {
  readonly type: 'authorization.done';
  readonly act: DetailAct;
  readonly id: string;
  readonly requestId: string | null;
}

/** Why something was not done. */
export type DetailRefusal = AuthorizationRefusal | ItemFault['code'] | 'conflict' | 'unknown';

/** The memory of the task. */
export interface AuthorizationDetailMemory {
  readonly ports: AuthorizationDetailInput;
  readonly id: string | null;
  readonly detail: AuthorizationDetail | null;
  /** The case of it, as far as it was found. */
  readonly found: Case | null;
  readonly rules: PayerRules | null;
  /** By which is told what is late and what is offered. */
  readonly at: Instant;
  readonly acts: readonly DetailAct[];
  /** A newer one is known to be there: what is shown offers nothing any more. */
  readonly isStale: boolean;
  readonly form: DetailForm | null;
  /** What was put away last, for the way back. */
  readonly putAway: DetailForm | null;
  /** Of what is being sent, kept until the form changes: a second try is the same command. */
  readonly commandId: string | null;
  readonly keepsText: boolean;
  readonly notice: DetailAct | 'kept' | null;
  readonly refusal: DetailRefusal | null;
  /** The field of an item that is wrong. */
  readonly fault: string | null;
  readonly code: PortErrorCode | null;
}
