import type { SnapshotFrom } from 'xstate';
import type { Instant, PortErrorCode, Subject } from '../kernel/index.ts';
import type { sessionMachine } from './session.machine.ts';
import { absoluteEnd, sessionEnd, type SessionEnd, type SessionSpan } from './session.rules.ts';

/** The session as elements see it. */
export interface SessionView {
  /** `hosted`: this backend has no sign-in, the host answers for who is asking. */
  readonly state: 'hosted' | 'restoring' | 'none' | 'active' | 'ended';
  /** Who is signed in; null in every state but `active`. */
  readonly subject: Subject | null;
  /** Why it ended; null otherwise. */
  readonly reason: SessionEnd | null;
  /** While the person is warned: the instant at which the session ends unless something is done; null otherwise. */
  readonly endsAt: Instant | null;
  /** While the person is warned: whether doing something keeps the session alive. */
  readonly canStay: boolean;
  /** Why no session could be asked for at the start, e.g. `offline`; null otherwise. */
  readonly code: PortErrorCode | null;
}

/** What is shown of a session. */
export function sessionView(snapshot: SnapshotFrom<typeof sessionMachine>): SessionView {
  const { context } = snapshot;
  const active = snapshot.matches('active');
  const ending = snapshot.matches({ active: 'ending' }) ? (context as SessionSpan) : null;
  return {
    state: active ? 'active' : snapshot.matches('starting') ? 'restoring' : (snapshot.value as SessionView['state']),
    subject: active ? (context.session?.subject ?? null) : null,
    reason: snapshot.matches('ended') ? context.reason : null,
    endsAt: ending && sessionEnd(ending),
    canStay: ending !== null && sessionEnd(ending) < absoluteEnd(ending),
    code: context.code,
  };
}
