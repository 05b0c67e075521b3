import type { Clock, Ids, PolicyScope } from '@portico/core/kernel';
import type { Policy } from '@portico/core/policy';
import type { DemoMail } from '@portico/core/portal';
import type { CaseSearch } from './claims/case-search.ts';
import type { BackOfficeStore } from './collections.ts';
import type { ChangeHub, OfficeChange } from './changes.ts';
import type { DirectoryLists } from './directory/lists.ts';
import type { FileStore } from './files.ts';
import type { InTurn } from './in-turn.ts';

/** Passwords and digests. Slow by intent: nothing of it runs inside a transaction. */
export interface Hasher {
  /** A salted, slow hash that names its own parameters. */
  hash(password: string): Promise<string>;
  verify(password: string, stored: string): Promise<boolean>;
  /** A keyed or plain SHA-256 of the text, as text: for names, tokens, secrets of links, and payloads. */
  digest(text: string): Promise<string>;
  /** SHA-256 of the bytes, lower-case hex: what a document is told apart by. */
  sha256(bytes: Uint8Array): Promise<string>;
}

/** A mail on its way; `secret` is the secret part of the link in it, for a mailbox that is only shown. */
export type OutgoingMail = DemoMail;

/** Takes mails out. A rejected mail is offered again after the next command; `id` tells a repetition. */
export interface Mailer {
  send(mail: OutgoingMail): Promise<void>;
}

/** Where the page keeps its session token, and nothing else. */
export interface SessionKeeper {
  get(): string | null;
  set(token: string | null): void;
}

/** Carries changes to and from other processes or tabs. */
export interface ChangeRelay {
  send(change: OfficeChange): void;
  receive(listener: (change: OfficeChange) => void): void;
}

/** What the services of one back office share. */
export interface Office {
  readonly store: BackOfficeStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly hasher: Hasher;
  readonly mailer: Mailer | null;
  readonly inTurn: InTurn;
  readonly changes: ChangeHub;
  readonly cases: CaseSearch;
  readonly lists: DirectoryLists;
  readonly files: FileStore;
  readonly policyFor: (scope: PolicyScope) => Policy;
  /** The page that redeems recovery links; the secret is appended as its fragment. */
  readonly recoveryUrl: string;
  /** The organisation whose helpdesk activates people who register; null: nobody can register. */
  readonly registersInto: string | null;
  /** Whether an intake binds a clerk to providers that nobody here knows yet. */
  readonly adoptProviders: boolean;
  /** Sends what waits in the outbox; not waited for, so that answers take as long whether there is a mail or not. */
  readonly flush: () => void;
  /** Counting stops here. */
  readonly countCap: number;
}
