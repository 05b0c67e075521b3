import type { CommandAnswer, CommandMeta, Instant, Subject } from '../kernel/index.ts';

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

/** Why a recovery was not carried out. */
export type RecoveryRefusal = 'link-not-valid' | 'password-too-short' | 'password-too-long' | 'password-too-common';

/**
 * Getting in, out and back in (N4–N6).
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
  /** The helpdesk ends a lock by hand (N6). */
  unlockAccount?(
    request: { readonly name: string },
    meta: CommandMeta,
  ): Promise<CommandAnswer<null, 'denied' | 'no-such-account' | 'not-locked'>>;
}
