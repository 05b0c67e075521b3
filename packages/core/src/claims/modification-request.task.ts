import type { Contact, DirectoryPort } from '../directory/index.ts';
import type { DocumentsPort, FileDocument } from '../documents/index.ts';
import type { ChangesPort, Clock, DraftsPort, Ids, Instant, PortErrorCode, SubmitCommand } from '../kernel/index.ts';
import type { Case } from './case.schema.ts';
import type { ClaimsPort, ModificationCommandRefusal } from './claims.port.ts';
import type { ModificationDraft, ModificationRequest } from './modification-request.schema.ts';

/** What asking for a modification needs. Where the backend lacks one of these commands, leave the whole task out. */
export interface ModificationRequestInput {
  readonly claims: Required<Pick<ClaimsPort, 'modificationRequests' | 'requestModification' | 'withdrawModification'>>;
  /** Asked for the helpdesk once it is too late; null where there is none. */
  readonly directory: Pick<DirectoryPort, 'contacts' | 'payers'> | null;
  /** Documents that a request can point to (N13); null where the backend keeps none. */
  readonly documents: Pick<DocumentsPort, 'documents'> | null;
  readonly changes: ChangesPort;
  readonly submit: SubmitCommand;
  readonly ids: Pick<Ids, 'uuid'>;
  readonly drafts: DraftsPort | null;
  readonly clock: Clock;
  readonly record: ModifiableCase;
}

/** The case as far as this task looks at it. */
export type ModifiableCase = Pick<Case, 'id' | 'version' | 'life' | 'use' | 'deadlines' | 'payer'>;

/** What happens while a modification is asked for. */
export type ModificationRequestEvent =
  /** The case was read again, or another one is shown. */
  | { readonly type: 'case.shown'; readonly record: ModifiableCase }
  | { readonly type: 'form.opened' }
  /** Puts the form away; what was typed stays. */
  | { readonly type: 'form.closed' }
  | { readonly type: 'form.changed'; readonly changes: Partial<ModificationDraft> }
  /** Empties the form, with a way back. */
  | { readonly type: 'form.discarded' }
  | { readonly type: 'discard.undone' }
  | { readonly type: 'request.sent' }
  | { readonly type: 'request.withdrawn' }
  | { readonly type: 'list.retried' }
  | { readonly type: 'documents.retried' };

/** What the machine tells itself. */
export type ModificationClockEvent = { readonly type: 'time.passed' } | { readonly type: 'documents.changed'; readonly id: string };

/** Why something was not done. */
export type ModificationTaskRefusal = ModificationCommandRefusal | 'conflict' | 'unknown';

/** The memory of the task. */
export interface ModificationRequestMemory {
  readonly ports: ModificationRequestInput;
  readonly record: ModifiableCase;
  /** By which the offer is made. */
  readonly at: Instant;
  /** Those of this case, oldest first. */
  readonly requests: readonly ModificationRequest[];
  /** What can be pointed to, newest first. */
  readonly documents: readonly FileDocument[];
  readonly form: ModificationDraft;
  /** What was thrown away last, for the way back. */
  readonly discarded: ModificationDraft | null;
  /** Of the request that is being sent, kept until the form changes: a second try is the same command. */
  readonly commandId: string | null;
  readonly keepsText: boolean;
  readonly notice: 'sent' | 'withdrawn' | 'kept' | null;
  readonly refusal: ModificationTaskRefusal | null;
  readonly code: PortErrorCode | null;
  /** Null until they are known. */
  readonly contacts: readonly Contact[] | null;
}
