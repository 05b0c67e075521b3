import type { Instant, Role } from '../kernel/index.ts';
import type { Account } from './account.schema.ts';

/** One line of what happened to an account: codes and times, nobody's words. */
export interface AccountTrace {
  readonly at: Instant;
  /** Name of what was done, as the audit keeps it, e.g. `access.sign-in`. */
  readonly action: string;
  /** What came of it, e.g. `signed-in`, `accepted`, `refused`. */
  readonly outcome: string;
  /** Why it was refused; null otherwise. */
  readonly code: string | null;
  /** `desk`: somebody else did it. */
  readonly by: 'person' | 'desk';
}

/** An account as the helpdesk sees it (N6). */
export interface AccountState {
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly life: Account['value']['life'];
  readonly isLocked: boolean;
  /** When the lock ends by itself; null when there is none, or only recovery or the helpdesk ends it. */
  readonly lockedUntil: Instant | null;
  /** No recovery code or answer is taken any more. */
  readonly isRecoveryLocked: boolean;
  /** Sessions that are alive now. */
  readonly sessions: number;
  readonly lastSignInAt: Instant | null;
  /** What happened last, the newest first; at most ten. */
  readonly traces: readonly AccountTrace[];
}
