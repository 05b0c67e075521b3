import type { CommandAnswer, CommandMeta, Instant, Subject } from '../kernel/index.ts';
import type { AccountState } from './account-state.ts';
import type { SecretAnswerIssue, SecretQuestion } from './recovery.rules.ts';
import type { ActivationRefusal, Binding, PendingAccount, RefusalReason, Registration } from './registration.rules.ts';

/** A session as the page knows it: who, until when. It holds no token. */
export interface Session {
  readonly sessionId: string;
  readonly subject: Subject;
  readonly startedAt: Instant;
  /** When it ends whatever happens. */
  readonly endsAt: Instant;
}

/** What came of a try to sign in. Unknown names are answered word for word and at the same cost like known ones. */
export type SignInAnswer =
  | { readonly status: 'signed-in'; readonly session: Session }
  | { readonly status: 'wrong-credentials'; readonly attemptsLeft: number }
  | { readonly status: 'locked'; readonly until: Instant | null }
  /** Registered, but the helpdesk has not activated it yet (N8); told only after the right password. */
  | { readonly status: 'not-active' };

/** Why a recovery was not carried out. `proof-not-valid` has `attemptsLeft` in its detail; `locked`: no code or answer is taken any more. */
export type RecoveryRefusal =
  'link-not-valid' | 'proof-not-valid' | 'locked' | 'password-too-short' | 'password-too-long' | 'password-too-common';

/**
 * Why a secret question was not set. `password-not-valid` has `attemptsLeft` in its detail; `locked`: no password is looked at any more, here
 * as at the sign-in.
 */
export type QuestionRefusal = SecretAnswerIssue | 'question-unknown' | 'password-not-valid' | 'locked';

/**
 * Getting in, out and back in (N4–N6). What a backend does not offer it leaves out.
 *
 * `signIn` reserves the attempt before it looks at the password: a lock holds whatever is tried after, from any tab.
 */
export interface AccessPort {
  signIn(credentials: { readonly name: string; readonly password: string }, options?: { signal?: AbortSignal }): Promise<SignInAnswer>;
  /** The session this page still has (after a reload), or null. */
  session(options?: { signal?: AbortSignal }): Promise<Session | null>;
  /** Ends the session; fine when there is none. What this page keeps of it is gone even when the server cannot be reached. */
  signOut(): Promise<void>;
  /** Sends a recovery link to the account's address. Answers the same whether the name is known or not. */
  requestRecovery?(request: { readonly name: string }, meta: CommandMeta): Promise<CommandAnswer<null>>;
  /** Redeems the secret of a link, once, within its life: sets the password, unlocks, zeroes the counter, ends all sessions. */
  recover?(
    request: { readonly secret: string; readonly password: string },
    meta: CommandMeta,
  ): Promise<CommandAnswer<null, RecoveryRefusal>>;
  /** The question of an account (N5, secret question). A name that nobody has gets one too, always the same one. */
  recoveryQuestion?(request: { readonly name: string }, options?: { signal?: AbortSignal }): Promise<{ readonly question: SecretQuestion }>;
  /**
   * Sets a new password for who gives the answer: unlocks, zeroes the counters, ends all sessions, mails a notice. Each try is reserved like
   * one of a password and counts as a failure of the sign-in too; a name that nobody has is answered alike.
   */
  recoverWithAnswer?(
    request: { readonly name: string; readonly answer: string; readonly password: string },
    meta: CommandMeta,
  ): Promise<CommandAnswer<null, RecoveryRefusal>>;
  /** The same with a saved recovery code, which works once; `nextCode` takes its place and is told this one time, null on a repetition. */
  recoverWithCode?(
    request: { readonly name: string; readonly code: string; readonly password: string },
    meta: CommandMeta,
  ): Promise<CommandAnswer<{ readonly nextCode: string | null }, RecoveryRefusal>>;
  /** Makes a new recovery code for whoever is signed in, in place of an older one; told this one time, null on a repetition. */
  issueRecoveryCode?(meta: CommandMeta): Promise<CommandAnswer<{ readonly code: string | null }>>;
  /**
   * Sets the question and the answer of whoever is signed in, in place of older ones (N5), and mails a notice. The password is asked for
   * again: a try at it is reserved and counted like one at the sign-in. The answer is kept like a password, in its one form, and told nobody.
   */
  setSecretQuestion?(
    request: { readonly question: SecretQuestion; readonly answer: string; readonly password: string },
    meta: CommandMeta,
  ): Promise<CommandAnswer<null, QuestionRefusal>>;
  /** Tells that the person is still there, so that the session does not end as idle. Answers the session, or null when it is over. */
  keepAlive?(options?: { signal?: AbortSignal }): Promise<Session | null>;
  /**
   * For the helpdesk (N6): the accounts of its organisation whose sign-in name or e-mail address is exactly this text; at most a few, none
   * for an empty text. Looking is audited. PortError `denied` for others.
   */
  findAccounts?(request: { readonly text: string; readonly signal?: AbortSignal }): Promise<readonly AccountState[]>;
  /** The helpdesk ends all sessions of an account (N6). */
  endSessions?(
    request: { readonly accountId: string },
    meta: CommandMeta,
  ): Promise<CommandAnswer<{ readonly ended: number }, 'denied' | 'no-such-account'>>;
  /** The helpdesk ends a lock by hand (N6), of the sign-in and of recovery alike. */
  unlockAccount?(
    request: { readonly name: string } | { readonly accountId: string },
    meta: CommandMeta,
  ): Promise<CommandAnswer<null, 'denied' | 'no-such-account' | 'not-locked'>>;
  /**
   * Registers a person (N7): a new account that waits for the helpdesk, and a mail to the address. A name that somebody has is answered word
   * for word and at the same cost like a new one; only its owner is told, by mail. What is wrong with the fields stands in `detail`, by
   * field. PortError `rate-limited` after too many.
   */
  register?(request: Registration, meta: CommandMeta): Promise<CommandAnswer<null, 'registration-not-valid'>>;
  /** For the helpdesk (N8): who waits in its organisation, the oldest first, at most fifty of `total`. PortError `denied` for others. */
  pendingAccounts?(options?: { signal?: AbortSignal }): Promise<{ readonly rows: readonly PendingAccount[]; readonly total: number }>;
  /**
   * The helpdesk activates an account that waits, and says for which providers or payers of its organisation it works (N8): those of the
   * directory, no others (`binding-unknown`). The person is told by mail.
   */
  activateAccount?(
    request: { readonly accountId: string } & Binding,
    meta: CommandMeta,
  ): Promise<CommandAnswer<null, ActivationRefusal | 'binding-missing' | 'binding-unknown'>>;
  /** The helpdesk refuses it, with a reason that the person reads in a mail (N8). */
  refuseAccount?(
    request: { readonly accountId: string; readonly reason: RefusalReason },
    meta: CommandMeta,
  ): Promise<CommandAnswer<null, ActivationRefusal>>;
}
