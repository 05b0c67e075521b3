import type { CommandAnswer, CommandMeta, FieldGroup, Instant, Page, PageRequest, PlainDate } from '../kernel/index.ts';
import type { AuthorizationHeadline } from './authorization-headline.ts';
import type { RuleRefusal } from './authorization.rules.ts';
import type {
  Authorization,
  AuthorizationItem,
  AuthorizationRequest,
  InformationRequest,
  ItemDecision,
  PayerAnswer,
} from './authorization.schema.ts';

/** One entry of an authorization's history, oldest first; `by` is a display name, null for a feed. */
export interface AuthorizationEntry {
  readonly at: Instant;
  readonly what:
    | 'submitted'
    | 'pended'
    | 'information-requested'
    | 'information-sent'
    | 'decided'
    | 'updated'
    | 'extended'
    | 'cancelled'
    | 'voided'
    | 'used'
    | 'rejected'
    | 'late-answer'
    | 'superseded';
  readonly by: string | null;
  /** A code or a number, never words about a person. */
  readonly reference: string | null;
}

/** What can be done with an authorization; the answer to "what now" that the chart gives. */
export type AuthorizationAct =
  'update' | 'extend' | 'cancel' | 'void' | 'answer-information' | 'request-information' | 'pend' | 'decide' | 'mark-used';

/** An authorization opened for reading. `offers` is what this person may do now, by the chart and the table of rights together. */
export interface AuthorizationDetail {
  readonly record: Authorization;
  readonly hidden: readonly FieldGroup[];
  readonly offers: readonly AuthorizationAct[];
  readonly history: readonly AuthorizationEntry[];
  /** Its newest form among the documents (N28), read by `DocumentsPort.form`; null while there is none, left out where none are made. */
  readonly formId?: string | null;
}

/** A row of a worklist. */
export interface AuthorizationRow {
  readonly id: string;
  readonly version: number;
  /** The number to show. */
  readonly reference: string;
  readonly memberName: string;
  readonly payerId: string;
  readonly payerName: string;
  readonly providerName: string;
  readonly kind: Authorization['kind'];
  readonly urgency: Authorization['urgency'];
  readonly state: Authorization['state'];
  /** Where it stands in one word, how it was decided among it: what `authorizationHeadline` says of the record. */
  readonly headline: AuthorizationHeadline;
  readonly serviceFrom: PlainDate | null;
  readonly submittedAt: Instant;
  /** Of the decision, or of the information that is awaited, whichever comes first; null for none. */
  readonly dueAt: Instant | null;
  /** Whether something happened since this person opened it last. */
  readonly isUnread: boolean;
}

/** One record of which the payer waits for something, with its open questions. */
export interface InformationEntry {
  readonly row: AuthorizationRow;
  /** Those that are not answered yet, or in part. */
  readonly requests: readonly InformationRequest[];
  /** IANA zone in which the payer counts days. */
  readonly zone: string;
}

/** What a worklist shows: `open` waits for somebody, `mine` for this person's side, `settled` for nobody, `all` drops every filter (N26). */
export interface WorklistFilter {
  readonly scope: 'open' | 'mine' | 'settled' | 'all';
  readonly payerId: string | null;
  readonly urgency: Authorization['urgency'] | null;
  /** Any of its numbers, old or new, whole (P3); empty for all. */
  readonly number: string;
}

/** Why something is not done: by the rules, or because it is not there, not this person's to do, or not sound. */
export type AuthorizationRefusal = RuleRefusal | 'denied' | 'no-such-authorization' | 'not-in-this-state' | 'invalid';

type Answer = Promise<CommandAnswer<Authorization, AuthorizationRefusal>>;

/** What came of each answer of a batch, in its order. */
export interface ReceiveReport {
  readonly taken: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly index: number; readonly code: AuthorizationRefusal }[];
}

/**
 * Authorizations from request to "not used" (N15–N20, N26–N30, P2–P5). Absent port: the elements say so. Absent command: its control is left
 * out. Empty: a page without rows. Failed: a PortError. Somebody else's is answered like one that does not exist.
 */
export interface AuthorizationsPort {
  /** Null when there is none for this person; opening it marks it as read. */
  get(id: string, options?: { readonly signal?: AbortSignal }): Promise<AuthorizationDetail | null>;
  /** Due first, then newest first. */
  worklist(filter: WorklistFilter, request: PageRequest): Promise<Page<AuthorizationRow>>;
  /** What payers wait for over all records of this person, due first; reading it marks nothing as read. */
  informationRequests?(request: PageRequest): Promise<Page<InformationEntry>>;
  /** Records that may be the same as this request: same member and provider, a service in common, dates near. */
  duplicates?(request: AuthorizationRequest, options?: { readonly signal?: AbortSignal }): Promise<readonly AuthorizationRow[]>;
  /** Sends a request; what it supersedes ends in the same moment. */
  submit?(request: AuthorizationRequest, meta: CommandMeta): Answer;
  /** All items ever sent, the changed, the added and the cancelled among them. */
  update?(id: string, items: readonly AuthorizationItem[], meta: CommandMeta): Answer;
  /** Asks for a longer time; what is authorized stays so meanwhile. */
  extend?(id: string, until: PlainDate, meta: CommandMeta): Answer;
  /** Takes a request back that is not decided yet. */
  cancel?(id: string, meta: CommandMeta): Answer;
  /** N29: the reason is mandatory, and it is "not used" for good. */
  void?(id: string, why: { readonly reason: string; readonly text: string }, meta: CommandMeta): Answer;
  /** The note (posted through `documents`) that answers a request for information; `isLast` when nothing more will come. */
  answerInformation?(
    id: string,
    answer: { readonly requestId: string; readonly noteId: string; readonly isLast: boolean },
    meta: CommandMeta,
  ): Answer;
  requestInformation?(
    id: string,
    ask: { readonly text: string; readonly items: readonly number[]; readonly dueAt: Instant | null },
    meta: CommandMeta,
  ): Answer;
  pend?(id: string, why: { readonly text: string }, meta: CommandMeta): Answer;
  decide?(
    id: string,
    decision: { readonly items: readonly ItemDecision[]; readonly validFrom: PlainDate | null; readonly validTo: PlainDate | null },
    meta: CommandMeta,
  ): Answer;
  markUsed?(id: string, how: 'partly-used' | 'used', meta: CommandMeta): Answer;
  /** A payer's answers from a file or a feed, each decided by the chart. */
  receive?(batch: readonly PayerAnswer[], meta: CommandMeta): Promise<CommandAnswer<ReceiveReport, 'denied' | 'too-many-records'>>;
}
