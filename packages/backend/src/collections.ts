import type { Account, PendingAccount, RefusalReason, SecretQuestion, SignInAnswer } from '@portico/core/access';
import type { Authorization, AuthorizationEntry, AuthorizationForm } from '@portico/core/authorizations';
import type { Bordereau, Case, CaseEvent, CaseRow, ModificationRequest, SavedQuery } from '@portico/core/claims';
import type { CodeEntry, Contact, Payer, Physician, Provider } from '@portico/core/directory';
import type { FormDocument, Note, Upload } from '@portico/core/documents';
import type { Notice } from '@portico/core/messages';
import type { MemberCoverage } from '@portico/core/members';
import type { CommandAnswer, Draft, Instant, PlainDate, Role } from '@portico/core/kernel';
import type { DemoMail } from '@portico/core/portal';
import type { Indexes, Kept, Store, Transaction } from './store.ts';

/** A person with access. What can happen to the account (lock, activation) is in the sign-in row under the same `nameKey`. */
export interface AccountRecord extends Kept {
  readonly organisationId: string;
  /** Digest of the normalised sign-in name. */
  readonly nameKey: string;
  readonly displayName: string;
  readonly email: string;
  readonly locale: string;
  readonly roles: readonly Role[];
  readonly providerIds: readonly string[];
  readonly payerIds: readonly string[];
  /** As the hasher made it. */
  readonly passwordHash: string;
  /** The address in small letters: the helpdesk finds by it. */
  readonly emailKey?: string;
  /** Of the saved recovery code, as the hasher made it; left out where there is none. */
  readonly recoveryCodeHash?: string;
  /** The chosen question with its answer, in its one form, as the hasher made it. */
  readonly secretQuestion?: { readonly question: SecretQuestion; readonly answerHash: string };
}

/** The life of one sign-in name; its id is the digest of the name. Names that nobody has get one too, with `accountId` null (N4). */
export interface SignInRecord extends Kept {
  readonly account: Account;
  readonly accountId: string | null;
  readonly signedInAt?: Instant;
  /** When recovery mails were sent, or would have been; those of the last hour. */
  readonly recoveryMails?: readonly Instant[];
  /** What is asked where there is no question: drawn once, so that it is the same each time and can be computed by nobody. */
  readonly decoy?: SecretQuestion;
}

/** What somebody said who registered (N7), and what became of it (N8); its id is the account's. */
export interface RegistrationRecord extends Kept {
  readonly organisationId: string;
  /** The organisation whose helpdesk has to answer; empty once it did. */
  readonly waitsIn: string;
  readonly pending: PendingAccount;
  readonly answer: { readonly outcome: 'activated' | RefusalReason; readonly at: Instant; readonly by: string } | null;
}

/** When registrations were tried in the last hour; its id says of whom: of all, or the digest of one address. */
export interface RegistrationTriesRecord extends Kept {
  readonly times: readonly Instant[];
}

/** A session; its id is the digest of the token that the page holds. */
export interface SessionRecord extends Kept {
  readonly sessionId: string;
  readonly accountId: string;
  readonly startedAt: Instant;
  readonly lastSeenAt: Instant;
  readonly endsAt: Instant;
}

/** A recovery link; its id is the digest of the secret. One for an unknown name has `accountId` null and can never be redeemed. */
export interface RecoveryRecord extends Kept {
  readonly nameKey: string;
  readonly accountId: string | null;
  /** Exclusive. */
  readonly expiresAt: Instant;
}

/** A case with what the back office needs beside it. */
export interface CaseRecord extends Kept {
  readonly organisationId: string;
  /** Grows with every change of any case: lists catch up by it. */
  readonly sequence: number;
  /** What makes two records of a feed the same case. */
  readonly sourceKey: string;
  readonly record: Case;
  readonly events: readonly CaseEvent[];
}

/** A number of something that a case here has replaced; `sourceKey` is what a record under it would have. */
export interface FormerNumberRecord extends Kept {
  readonly sourceKey: string;
}

/** An issued batch with the ids of its rows in their order; the rows themselves stand in blocks. */
export interface BordereauRecord extends Kept {
  readonly organisationId: string;
  readonly providerId: string;
  readonly payerId: string;
  readonly bordereau: Bordereau;
  readonly rowIds: readonly string[];
}

/** Rows of an issued batch as they were; its id is the batch's and the number of the block. */
export interface BordereauBlockRecord extends Kept {
  readonly rows: readonly CaseRow[];
}

/** A request to modify a case, with what it is found by. */
export interface ModificationRecord extends Kept {
  readonly organisationId: string;
  readonly caseId: string;
  readonly providerId: string;
  readonly payerId: string;
  readonly state: ModificationRequest['state'];
  readonly requestedAt: Instant;
  readonly request: ModificationRequest;
}

/** An authorization with what it is found by; its id is that of its case. */
export interface AuthorizationRecord extends Kept {
  readonly organisationId: string;
  readonly providerId: string;
  readonly payerId: string;
  readonly waitsFor: 'payer' | 'provider' | 'nobody';
  readonly urgency: Authorization['urgency'];
  readonly memberKey: string;
  /** Its place in a worklist: due first, then newest first. */
  readonly order: string;
  /** All its numbers, old and new, in the form in which they are compared. */
  readonly numbers: readonly string[];
  readonly record: Authorization;
  readonly history: readonly AuthorizationEntry[];
}

/** That a person has seen an authorization as it was in this version; the id leads with the account. */
export interface AuthorizationReadRecord extends Kept {
  readonly seen: number;
}

/** A notice for one side of a case. */
export interface NoticeRecord extends Kept {
  readonly organisationId: string;
  /** The side that it is for (see `notices.ts`). */
  readonly audience: string;
  /** Its place in the organisation, negative, so that the newest comes first. */
  readonly order: number;
  readonly notice: Omit<Notice, 'readAt'>;
}

/** That one person has read one notice; the id leads with the account. */
export interface NoticeReadRecord extends Kept {
  readonly accountId: string;
  readonly organisationId: string;
  readonly audience: string;
  readonly order: number;
  readonly at: Instant;
}

/** Up to where one person has read all notices (a place, 0 for none), and what that was before; its id is the account's. */
export interface NoticeMarkRecord extends Kept {
  readonly upTo: number;
  readonly at: Instant;
  readonly before: { readonly upTo: number; readonly at: Instant } | null;
}

/** A number that only grows. */
export interface CounterRecord extends Kept {
  readonly value: number;
}

/** One person's saved query; the id leads with the account. */
export interface SavedQueryRecord extends Kept {
  readonly accountId: string;
  readonly query: SavedQuery;
}

/** One person's draft; the id leads with the account. */
export interface DraftRecord extends Kept {
  readonly accountId: string;
  readonly draft: Draft;
}

/** A file that waits for its note; the id leads with the account. */
export interface UploadRecord extends Kept {
  readonly accountId: string;
  readonly caseId: string;
  /** Of its bytes in the file store. */
  readonly fileId: string;
  readonly at: Instant;
  readonly upload: Upload;
}

/** A posted note with its documents; it never changes. */
export interface NoteRecord extends Kept {
  readonly caseId: string;
  readonly note: Note;
}

/** Where the bytes of a document are, and which note tells of it. */
export interface DocumentRecord extends Kept {
  readonly caseId: string;
  readonly noteId: string;
  readonly fileId: string;
}

/** A filed form with its frozen values; it never changes. How it stands is told by its record. */
export interface FormRecord extends Kept {
  readonly caseId: string;
  /** Its place among the forms of the case, from 1. */
  readonly number: number;
  readonly document: Omit<FormDocument, 'standing'>;
  readonly values: AuthorizationForm;
}

/** What a command id was answered; the id leads with the actor. */
export interface CommandRecord extends Kept {
  readonly payloadHash: string;
  readonly answer: CommandAnswer<unknown>;
  readonly at: Instant;
}

/** Who did what to what, and what came of it: ids and codes, never a person's data. Written with the effect, never changed. */
export interface AuditRecord extends Kept {
  readonly at: Instant;
  readonly organisationId: string | null;
  readonly actor: string | null;
  readonly action: string;
  readonly target: string | null;
  readonly outcome: CommandAnswer<unknown>['status'] | SignInAnswer['status'];
  readonly code: string | null;
  readonly commandId: string | null;
}

/** A mail that waits to be sent. It is deleted once the mailer took it, because its text may hold the secret of a link. */
export interface OutboxRecord extends Kept {
  readonly mail: DemoMail;
}

/** A mail in the mailbox of a demo. */
export interface MailRecord extends Kept {
  readonly mail: DemoMail;
}

/** A contact as the directory keeps it. */
export interface ContactRecord extends Kept {
  readonly brandId: string;
  readonly contact: Contact;
}

/** A payer as the directory keeps it. */
export interface PayerRecord extends Kept {
  readonly organisationId: string;
  readonly payer: Payer;
  /** Its helpline, for whoever holds no card (N9). */
  readonly phone?: string;
  /** While it lasts nobody is told of a member; `until` is null where nobody knows. */
  readonly outage?: PayerOutage;
}

/** A long list of an organisation, and in how many blocks it is kept; the id is the organisation's and the list's name. */
export interface DirectoryListRecord extends Kept {
  readonly blocks: number;
}

/** A stretch of such a list, in its order. */
export interface DirectoryBlockRecord extends Kept {
  readonly listId: string;
  readonly entries: readonly (CodeEntry | Physician | Provider)[];
}

/** A payer that cannot be asked. */
export interface PayerOutage {
  readonly until: Instant | null;
}

/** A coverage with the forms of its numbers that are searched. */
export interface CoverageRecord extends Kept {
  readonly organisationId: string;
  readonly cardKey: string;
  readonly memberKey: string;
  readonly nationalKey?: string;
  readonly birthDate: PlainDate;
  readonly kept: MemberCoverage;
}

/** How many members an account asked about since a moment; its id is the account's. */
export interface MemberAsksRecord extends Kept {
  readonly since: Instant;
  readonly count: number;
}

/** All collections of the back office. */
export interface Records {
  readonly accounts: AccountRecord;
  readonly signIns: SignInRecord;
  readonly registrations: RegistrationRecord;
  readonly registrationTries: RegistrationTriesRecord;
  readonly sessions: SessionRecord;
  readonly recoveries: RecoveryRecord;
  readonly cases: CaseRecord;
  readonly formerNumbers: FormerNumberRecord;
  readonly bordereaux: BordereauRecord;
  readonly bordereauBlocks: BordereauBlockRecord;
  readonly modifications: ModificationRecord;
  readonly authorizations: AuthorizationRecord;
  readonly authorizationReads: AuthorizationReadRecord;
  readonly notices: NoticeRecord;
  readonly noticeReads: NoticeReadRecord;
  readonly noticeMarks: NoticeMarkRecord;
  readonly counters: CounterRecord;
  readonly savedQueries: SavedQueryRecord;
  readonly drafts: DraftRecord;
  readonly uploads: UploadRecord;
  readonly notes: NoteRecord;
  readonly documents: DocumentRecord;
  readonly forms: FormRecord;
  readonly commands: CommandRecord;
  readonly audit: AuditRecord;
  readonly outbox: OutboxRecord;
  readonly mails: MailRecord;
  readonly contacts: ContactRecord;
  readonly payers: PayerRecord;
  readonly directoryLists: DirectoryListRecord;
  readonly directoryBlocks: DirectoryBlockRecord;
  readonly coverages: CoverageRecord;
  readonly memberAsks: MemberAsksRecord;
}

/** The declared indexes, for whoever makes the store. */
export const indexes: Indexes<Records> = {
  accounts: ['nameKey', 'emailKey'],
  signIns: [],
  registrations: ['waitsIn'],
  registrationTries: [],
  sessions: ['accountId'],
  recoveries: ['nameKey'],
  cases: ['sourceKey', 'sequence'],
  formerNumbers: ['sourceKey'],
  bordereaux: ['providerId'],
  bordereauBlocks: [],
  modifications: ['caseId', 'payerId', 'providerId'],
  authorizations: [
    ...['memberKey', '*numbers', 'organisationId+waitsFor+urgency+order'],
    ...['organisationId+providerId+waitsFor+urgency+order', 'organisationId+payerId+waitsFor+urgency+order'],
    'organisationId+providerId+payerId+waitsFor+urgency+order',
  ],
  authorizationReads: [],
  notices: ['organisationId+audience+order', 'organisationId+order'],
  noticeReads: ['accountId', 'organisationId+order'],
  noticeMarks: [],
  counters: [],
  savedQueries: ['accountId'],
  drafts: [],
  uploads: ['accountId'],
  notes: ['caseId'],
  documents: [],
  forms: ['caseId'],
  commands: [],
  audit: ['target'],
  outbox: [],
  mails: [],
  contacts: ['brandId'],
  payers: ['organisationId'],
  directoryLists: [],
  directoryBlocks: ['listId'],
  coverages: ['cardKey', 'memberKey', 'nationalKey', 'birthDate'],
  memberAsks: [],
};

/** The store of a back office. */
export type BackOfficeStore = Store<Records>;

/** A transaction of the back office. */
export type Tx = Transaction<Records>;
