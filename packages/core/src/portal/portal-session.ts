import { createActor } from 'xstate';
import type { AccessPolicy, AccessPort, Session } from '../access/index.ts';
import { callPort, PortError, toPortError, type Clock } from '../kernel/index.ts';
import type { Backend } from './backend.ts';
import type { EventHub } from './event-hub.ts';
import { sessionMachine } from './session.machine.ts';
import type { SessionEnd } from './session.rules.ts';
import { sessionView, type SessionView } from './session.view.ts';

/** How long a sign-out waits for the backend, in milliseconds. */
const SIGN_OUT_LIMIT = 5_000;
/** Keys come faster than this; idleness is counted in minutes. In milliseconds. */
const TOUCH_EVERY = 1_000;

/** The session of a portal, and the two ways through its door. */
export interface PortalSession {
  view(): SessionView;
  onChange(listener: (view: SessionView) => void): () => void;
  readonly signIn: AccessPort['signIn'] | null;
  touch(): void;
  /** Ends the session without asking the person. */
  end(reason: SessionEnd): void;
  logout(): Promise<void>;
  close(): void;
}

/** What the session of a portal stands on. */
export interface PortalSessionOptions {
  readonly backend: Pick<Backend, 'access' | 'changes'>;
  readonly clock: Clock;
  readonly loadPolicy: () => Promise<AccessPolicy>;
  readonly wipe: () => void;
  readonly events: Pick<EventHub, 'emit' | 'report'>;
}

/** Starts the session of a portal: asks the backend for one that this page still has, and listens for its end elsewhere. */
export function createPortalSession({ backend, clock, loadPolicy, wipe, events }: PortalSessionOptions): PortalSession {
  const { access, changes } = backend;
  const listeners = new Set<(view: SessionView) => void>();
  const restore = access
    ? async (signal?: AbortSignal) => {
        const session = await callPort((limited) => access.session({ signal: limited }), { clock, signal });
        return session === null ? null : checked(session);
      }
    : null;
  const actor = createActor(sessionMachine, { input: { clock, restore, loadPolicy, wipe } });
  let view = sessionView(actor.getSnapshot());
  const sessionId = (): string | undefined => actor.getSnapshot().context.session?.sessionId;
  const end = (reason: SessionEnd): void => actor.send({ type: 'session.closed', reason });
  /** Nothing that a listener or an adapter throws may stop the way out. */
  const guarded = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      events.report(toPortError(error));
    }
  };

  const leave = async (): Promise<void> => {
    if (!access) return;
    await callPort(() => access.signOut(), { clock, limit: SIGN_OUT_LIMIT }).catch((error: unknown) => events.report(toPortError(error)));
  };
  const show = (next: SessionView): void => {
    const before = view;
    if ((Object.keys(next) as (keyof SessionView)[]).every((key) => next[key] === before[key])) return;
    view = next;
    [...listeners].forEach((listener) => guarded(() => listener(next)));
    if (next.subject && next.subject.accountId !== before.subject?.accountId)
      events.emit({ type: 'session-started', accountId: next.subject.accountId });
    if (next.endsAt !== null && before.endsAt === null) events.emit({ type: 'session-ending', endsAt: next.endsAt });
    if (next.reason !== null) events.emit({ type: 'session-ended', reason: next.reason });
    // A session that ended by itself must not be found alive after a reload; a sign-out leaves by its own way.
    if (next.reason !== null && next.reason !== 'signed-out') void leave();
  };
  actor.subscribe({ next: (snapshot) => show(sessionView(snapshot)), error: (error) => events.report(toPortError(error)) });
  actor.start();
  /** Something happened that may have ended the session: its own rules are asked, then the backend. */
  const recheck = async (): Promise<void> => {
    actor.send({ type: 'clock.moved' });
    const id = sessionId();
    if (!restore || id === undefined) return;
    const still = await restore().catch((error: unknown) => (events.report(toPortError(error)), undefined));
    if (still === null && id === sessionId()) end('elsewhere');
  };
  const stops: (() => void)[] = [];
  guarded(() => {
    stops.push(changes.subscribe('world', () => void recheck()));
    stops.push(changes.subscribe('session', ({ id }) => (id === '*' ? void recheck() : id === sessionId() && end('elsewhere'))));
  });
  const begin = (session: Session): void => {
    // The backend serves the next person already: what tasks of the former one save as they are stopped must not land there.
    if (view.subject && view.subject.accountId !== session.subject.accountId) view = { ...view, state: 'none', subject: null };
    actor.send({ type: 'session.started', session });
  };

  let attempts = 0;
  let touchedAt = -Infinity;
  return {
    view: () => view,
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    signIn: access
      ? async (credentials, { signal } = {}) => {
          const attempt = (attempts += 1);
          const answer = await access.signIn(credentials, signal && { signal });
          if (answer?.status !== 'signed-in') return answer;
          if (!signal?.aborted) begin(checked(answer.session));
          // The person gave up and was let in all the same: nobody may find that session after a reload.
          else if (attempt === attempts) void leave();
          return answer;
        }
      : null,
    touch: () => {
      if (clock.now() - touchedAt < TOUCH_EVERY) return;
      touchedAt = clock.now();
      actor.send({ type: 'person.acted' });
    },
    end,
    logout: async () => {
      const id = sessionId();
      end('signed-out');
      if (id !== undefined) guarded(() => changes.announce?.({ topic: 'session', id, version: clock.now() }));
      await leave();
    },
    close: () => {
      stops.forEach((stop) => stop());
      actor.stop();
    },
  };
}

/** An adapter may be anybody's: what names nobody is no session. */
function checked(session: Session | undefined): Session {
  if (typeof session?.subject?.accountId !== 'string') throw new PortError('internal');
  return session;
}
