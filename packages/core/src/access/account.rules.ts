import type { Envelope, Instant, Rule } from '../kernel/index.ts';
import type { AccessPolicy } from './access.policy.ts';
import type { Account } from './account.schema.ts';

/** What the lock of an account knows: failures in a row, reserved attempts among them, and since when it is locked. */
export type AccountContext = Account['context'];

/** What can happen to an account. Every event carries the instant and the policy by which it is decided. */
export type AccountEvent = AccountFact & Envelope & { readonly policy: AccessPolicy };

type AccountFact =
  | { readonly type: 'sign-in.attempted' }
  /** The password was right; `reservedAt` is the `at` of the `sign-in.attempted` that let it be looked at. */
  | { readonly type: 'sign-in.succeeded'; readonly reservedAt: Instant }
  /** A recovery code or an answer is about to be looked at (N5). */
  | { readonly type: 'recovery.attempted' }
  | { readonly type: 'recovery.completed' }
  | { readonly type: 'account.unlocked' }
  | { readonly type: 'account.activated' }
  | { readonly type: 'account.refused' }
  | { readonly type: 'account.suspended' }
  | { readonly type: 'account.reinstated' }
  | { readonly type: 'account.deactivated' };

/** Why an account does not take an event. */
export type AccountRefusal = 'locked' | 'not-locked' | 'not-the-last-attempt';

const MINUTE = 60_000;

/** When the lock ends by itself: null when nothing is locked, or when only recovery or the helpdesk ends it (N4–N6). */
export function lockedUntil({ context }: Pick<Account, 'context'>, policy: AccessPolicy): Instant | null {
  return context.lockedAt === null || policy.lockMinutes === null ? null : context.lockedAt + policy.lockMinutes * MINUTE;
}

/** Whether nobody may try now (N4). The last instant of a lock that runs out is the one before `lockedUntil`. */
export function isLocked(account: Pick<Account, 'context'>, policy: AccessPolicy, at: Instant): boolean {
  const until = lockedUntil(account, policy);
  return account.context.lockedAt !== null && (until === null || at < until);
}

/** How many more failures lock the account: 0 when it is locked, else at least 1, also where a policy became stricter meanwhile. */
export function attemptsLeft(account: Pick<Account, 'context'>, policy: AccessPolicy, at: Instant): number {
  if (isLocked(account, policy, at)) return 0;
  return Math.max(1, policy.maxAttempts - failuresAt(account.context));
}

/** Whether a right password opens the portal: only for an active account (N8), which the chart asks of nobody else. */
export function maySignIn({ value }: Pick<Account, 'value'>): boolean {
  return value.life === 'active';
}

/** Failures that still count: those of a lock that has run out do not. Ask only where `isLocked` said no. */
export function failuresAt({ failures, lockedAt }: AccountContext): number {
  return lockedAt === null ? failures : 0;
}

/** A lock holds whatever is tried after (N4): null when a password may be looked at now, else `locked`. */
export const mayAttempt: Rule<AccountContext, AccountEvent, AccountRefusal> = (context, { policy, at }) =>
  isLocked({ context }, policy, at) ? 'locked' : null;

/** How many more wrong codes or answers are taken (N5); 0: only a link or the helpdesk is left. */
export function proofsLeft({ context: { recoveryFailures = 0 } }: Pick<Account, 'context'>, policy: AccessPolicy): number {
  return Math.max(0, policy.maxAttempts - recoveryFailures);
}

const mayProve: Rule<AccountContext, AccountEvent, AccountRefusal> = (context, { policy }) =>
  proofsLeft({ context }, policy) === 0 ? 'locked' : null;

const isLastAttempt: Rule<AccountContext, AccountEvent, AccountRefusal> = (context, event) =>
  mayAttempt(context, event) ?? (attemptsLeft({ context }, event.policy, event.at) === 1 ? null : 'not-the-last-attempt');

/** The rules by the names of the chart's guards; each answers null or why not. */
export const accountRules = {
  mayAttempt,
  /** The failure with the number `maxAttempts` locks. It is counted before the password is looked at, so that parallel guesses gain nothing. */
  isLastAttempt,
  /** The last attempt locks when it is reserved and may still turn out right; what was never reserved opens no lock. */
  maySucceed: (context, event) => {
    const reservedAt = event.type === 'sign-in.succeeded' ? event.reservedAt : event.at;
    return mayAttempt(context, event) !== null && !(reservedAt <= (context.lockedAt ?? reservedAt)) ? 'locked' : null;
  },
  /** N5: codes and answers have as many tries as passwords, and keep them while the sign-in is locked: they are the way out of that lock. */
  mayProve,
  mayProveWhileLocked: (context, event) => mayProve(context, event) ?? (mayAttempt(context, event) === null ? 'not-locked' : null),
  /** A wrong code or answer is a failure of the sign-in too: guesses at one door are counted at the other. */
  isLastAttemptByProof: (context, event) => mayProve(context, event) ?? isLastAttempt(context, event),
  /** N6: there must be a lock to end. */
  mayUnlock: (context, event) => (mayAttempt(context, event) === null && mayProve(context, event) === null ? 'not-locked' : null),
} satisfies Record<string, Rule<AccountContext, AccountEvent, AccountRefusal>>;
