import type { CodedText, Party } from '../claims/index.ts';
import type { Payer } from '../directory/index.ts';
import type {
  Attachment,
  AttachmentDetails,
  AttachmentEvent,
  DocumentsPolicy,
  DocumentsPort,
  FileQueue,
  FileQueueInput,
  NewNote,
  NoteRefusal,
  RemovedAttachment,
} from '../documents/index.ts';
import type { Clock, DraftsPort, Ids, Instant, LanguageChanged, PlainDate, PortErrorCode, SubmitCommand } from '../kernel/index.ts';
import type { EligibilityAnswer, MemberQuery, MembersPolicy, MembersPort } from '../members/index.ts';
import type { ItemForm, RequestDraft, RequestForm } from './authorization-request-draft.schema.ts';
import type { RequestProblem } from './authorization-request.rules.ts';
import type { Authorization, AuthorizationRequest } from './authorization.schema.ts';
import type { AuthorizationsPolicy } from './authorizations.policy.ts';
import type { AuthorizationRefusal, AuthorizationRow, AuthorizationsPort } from './authorizations.port.ts';

/** What a payer wants of a request. */
export interface RequestRules {
  readonly authorizations: AuthorizationsPolicy;
  readonly documents: DocumentsPolicy;
  readonly members: Pick<MembersPolicy, 'maxDaysBack' | 'maxDaysAhead'>;
  /** ISO 4217, in the order in which they are offered. */
  readonly currencies: readonly string[];
}

/** A member as an eligibility check found them. */
export interface GivenMember {
  readonly id: string | null;
  readonly name: string;
  readonly number: string | null;
  readonly birthDate: PlainDate | null;
}

/** What asking for an authorization needs. Functions are asked again each time: language and day may change while the form is open. */
export interface AuthorizationRequestInput extends Pick<FileQueueInput, 'digest' | 'progress'> {
  readonly authorizations: Pick<AuthorizationsPort, 'get' | 'duplicates'> & Required<Pick<AuthorizationsPort, 'submit'>>;
  /** Says whether a member is covered, and by which numbers it finds them; null where that cannot or may not be asked. */
  readonly members: (Pick<MembersPort, 'eligibility'> & { readonly by: readonly MemberQuery['by'][] }) | null;
  /** Null where nothing can be attached here. */
  readonly documents: (Required<Pick<DocumentsPort, 'upload' | 'post'>> & Pick<DocumentsPort, 'waiting' | 'discard'>) | null;
  readonly payers: (signal: AbortSignal) => Promise<readonly Payer[]>;
  /** Those that whoever asks may ask for. */
  readonly providers: (signal: AbortSignal) => Promise<readonly Party[]>;
  readonly rules: (payerId: string) => Promise<RequestRules>;
  readonly submit: SubmitCommand;
  /** Tells how far a command is while it is under way; `waiting`: it could not be sent and will be tried again. Answers the way to stop. */
  readonly underWay: (commandId: string, tell: (state: 'sending' | 'waiting') => void) => () => void;
  /** False where the backend cannot tell a repeated command from a new one: then only a person sends again. */
  readonly mayRepeat: boolean;
  readonly ids: Pick<Ids, 'uuid'>;
  /** Keeps what was typed; null where the backend keeps none: say so before anybody types. */
  readonly drafts: DraftsPort | null;
  readonly taskId: string;
  readonly clock: Clock;
  readonly today: () => PlainDate;
  /** BCP 47: how the person writes dates. */
  readonly locale: () => string;
  /** Chosen by the host; null: the person chooses. */
  readonly payerId: string | null;
  readonly member: GivenMember | null;
  /** The record that this one takes the place of; null for none. */
  readonly supersedes: string | null;
  /** What was left in this page when the element went, files and all. */
  readonly place?: RequestPlace | undefined;
}

/** A request under the id it was given when the person sent it: the same on every try. */
export interface PendingRequest {
  readonly commandId: string;
  readonly request: AuthorizationRequest;
}

/** A note with the documents of a request that was sent, under its id. */
export interface PendingDocuments {
  readonly commandId: string;
  readonly note: NewNote;
}

/** What was asked about a member, and what came of it; neither answer nor code: it is on its way. */
export interface MemberCheck {
  /** Payer, number and day that it is about. */
  readonly question: string;
  readonly answer: EligibilityAnswer | null;
  readonly code: PortErrorCode | null;
}

/** What a person wrote and chose. */
export interface WrittenRequest {
  readonly form: RequestForm;
  readonly files: readonly Attachment[];
}

/** What stays in the page when an element goes. */
export interface RequestPlace extends WrittenRequest {
  /** Of which task it is: another is not begun with it. */
  readonly taskId: string;
  /** What was put aside last and can come back. */
  readonly aside: WrittenRequest | null;
  readonly pending: PendingRequest | null;
  readonly sent: RequestDraft['sent'];
  readonly posting: PendingDocuments | null;
  readonly posted: number;
  /** When the drafts were saved that this page has seen or written: one that it has not is of another page. */
  readonly seen: Set<Instant>;
}

/** What was found before anything is typed. */
export interface RequestOpening {
  readonly payers: readonly Payer[];
  readonly providers: readonly Party[];
  readonly place: RequestPlace | null;
  /** What it takes the place of; null for none, or none that can be seen. */
  readonly replaced: Authorization | null;
}

/** What a person does (N15–N20, P2, P5). */
export type AuthorizationRequestEvent =
  | AttachmentEvent
  | LanguageChanged
  | { readonly type: 'form.changed'; readonly changes: Partial<Omit<RequestForm, 'diagnoses' | 'items' | 'nextSequence'>> }
  /** Whoever leaves a field has typed it: what can be asked about it is asked. */
  | { readonly type: 'field.left' }
  /** Asks about the member, once more where there was no answer. */
  | { readonly type: 'member.asked' }
  /** The host names payer or member, as after an eligibility check. */
  | { readonly type: 'member.given'; readonly payerId: string | null; readonly member: GivenMember | null }
  | { readonly type: 'diagnosis.added'; readonly coded: CodedText }
  /** With words: the code is only the nearest one (N19); null: it says it. */
  | { readonly type: 'diagnosis.changed'; readonly index: number; readonly exact: string | null }
  | { readonly type: 'diagnosis.removed'; readonly index: number }
  /** Null: a service that is in no list (N20). */
  | { readonly type: 'item.added'; readonly service: CodedText | null; readonly name?: string }
  | { readonly type: 'item.changed'; readonly sequence: number; readonly changes: Partial<Omit<ItemForm, 'sequence'>> }
  | { readonly type: 'item.removed'; readonly sequence: number }
  /** The diagnosis or service that was removed last comes back where it stood. */
  | { readonly type: 'line.returned' }
  /** Another page has changed the draft: its version in place of this one, which is put aside. */
  | { readonly type: 'draft.taken' }
  /** This version in place of the other one. */
  | { readonly type: 'draft.kept' }
  | { readonly type: 'form.discarded' }
  | { readonly type: 'discard.undone' }
  | { readonly type: 'review.requested' }
  | { readonly type: 'review.left' }
  | { readonly type: 'request.sent' }
  /** Asks again under the same id. */
  | { readonly type: 'send.retried' }
  /** Back to the form, where it is sure that nothing arrived. */
  | { readonly type: 'send.undone' }
  | { readonly type: 'documents.retried' }
  /** What is not with the request stays away. */
  | { readonly type: 'documents.left' }
  /** The next one. */
  | { readonly type: 'request.begun' }
  | { readonly type: 'task.retried' };

/** What the machine tells whoever runs it. */
export interface RequestAccepted {
  readonly type: 'request.accepted';
  readonly id: string;
}

/** Why nothing was sent though the form is sound. */
export type RequestNotice = AuthorizationRefusal | 'conflict' | 'rules-failed' | 'aside' | 'not-replaceable';

/** A line that was taken out and can come back. */
export type RemovedLine =
  | { readonly of: 'diagnoses'; readonly index: number; readonly line: RequestForm['diagnoses'][number] }
  | { readonly of: 'items'; readonly index: number; readonly line: ItemForm };

/** What the machine remembers. */
export interface AuthorizationRequestContext extends Omit<RequestPlace, 'taskId'> {
  readonly ports: AuthorizationRequestInput;
  readonly payers: readonly Payer[];
  readonly providers: readonly Party[];
  /** The record that this one takes the place of, and its number; the next request replaces nothing. */
  readonly supersedes: string | null;
  readonly replaces: string | null;
  readonly rules: RequestRules | null;
  /** The payer whose rules those are, or are asked for. */
  readonly rulesOf: string;
  readonly problems: readonly RequestProblem[];
  readonly check: MemberCheck | null;
  readonly removedLine: RemovedLine | null;
  /** The request as it was read last; null before it is sound. */
  readonly request: AuthorizationRequest | null;
  /** Records that may be the same; null where that could not be found out. */
  readonly duplicates: readonly AuthorizationRow[] | null;
  readonly details: AttachmentDetails;
  readonly queue: FileQueue | null;
  readonly removedFile: RemovedAttachment | null;
  readonly notice: RequestNotice | null;
  readonly documentsNotice: NoteRefusal | null;
  /** A command could not be sent and waits for its next try. */
  readonly isWaiting: boolean;
  /** Nobody knows whether what failed was taken. */
  readonly isUnsure: boolean;
  readonly isDirty: boolean;
  /** When another page saved a version that this one has not seen; null: none. Nothing is written over it before somebody chose. */
  readonly elsewhere: Instant | null;
  /** False when a draft could not be kept. */
  readonly isKept: boolean;
  readonly code: PortErrorCode | null;
}
