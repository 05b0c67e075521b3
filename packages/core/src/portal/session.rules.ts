import type { AccessPolicy, Session } from '../access/index.ts';
import type { Instant } from '../kernel/index.ts';

/** Why a session is over. */
export type SessionEnd = 'signed-out' | 'idle' | 'expired' | 'elsewhere';

/** What decides how long a session lasts. Without a policy yet, only the session's own end counts. */
export interface SessionSpan {
  readonly session: Session;
  readonly touchedAt: Instant;
  readonly policy: AccessPolicy | null;
}

/** When it ends whatever the person does: the backend's word, or the policy's if that is earlier. */
export function absoluteEnd({ session, policy }: SessionSpan): Instant {
  return policy === null ? session.endsAt : Math.min(session.endsAt, session.startedAt + policy.sessionMaxMinutes * 60_000);
}

/** When it ends if the person does nothing more. */
export function sessionEnd(span: SessionSpan): Instant {
  const { policy, touchedAt } = span;
  return policy === null ? absoluteEnd(span) : Math.min(absoluteEnd(span), touchedAt + policy.sessionIdleMinutes * 60_000);
}

/** Why it is over at this instant, or null while it lasts; the end itself is no longer inside. */
export function whyEnded(span: SessionSpan, at: Instant): 'idle' | 'expired' | null {
  if (at < sessionEnd(span)) return null;
  return at < absoluteEnd(span) ? 'idle' : 'expired';
}

/** From when on the person is warned. */
export function warningAt(span: SessionSpan): Instant {
  return sessionEnd(span) - (span.policy?.sessionWarningSeconds ?? 60) * 1_000;
}
