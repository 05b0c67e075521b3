import type { AccessPolicy, AccessPort, Session } from '../access/index.ts';
import { callPort, PortError, toPortError, type ChangeTopic, type Clock, type PortErrorCode } from '../kernel/index.ts';
import type { Backend } from './backend.ts';
import type { EventHub } from './event-hub.ts';
import type { LateActors } from './late-actors.ts';
import type { SessionActor } from './portal.actors.ts';
import type { SessionEvent } from './session.machine.ts';
import type { SessionEnd } from './session.rules.ts';
import type { SessionView } from './session.view.ts';

/** How long a sign-out waits for the backend, in milliseconds. */
const SIGN_OUT_LIMIT = 5_000;
/** Keys come faster than this; idleness is counted in minutes. In milliseconds. */
const TOUCH_EVERY = 1_000;
/** The backend hears no more often than this that somebody is there. In milliseconds. */
const KEEP_ALIVE_EVERY = 20_000;

const NOBODY = { subject: null, reason: null, endsAt: null, canStay: false, code: null } as const;

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
  readonly actors: LateActors;
  readonly loadPolicy: () => Promise<AccessPolicy>;
  readonly wipe: () => void;
  readonly events: Pick<EventHub, 'emit' | 'report'>;
}

/** Starts the session of a portal: asks the backend for one that this page still has, and listens for its end elsewhere. */
export function createPortalSession({ backend, clock, actors, loadPolicy, wipe, events }: PortalSessionOptions): PortalSession {
  const { access, changes } = backend;
  const listeners = new Set<(view: SessionView) => void>();
  const restore = access
    ? async (signal?: AbortSignal) => {
        const session = await callPort((limited) => access.session({ signal: limited }), { clock, signal });
        return session === null ? null : checked(session);
      }
    : null;
  const asking = new AbortController();
  const asked = restore?.(asking.signal) ?? null;
  let view: SessionView = { ...NOBODY, state: asked ? 'restoring' : 'hosted' };
  let actor: SessionActor | undefined;
  let isClosed = false;
  const happened: SessionEvent[] = [];
  /** The session that this page still has, while its chart is on its way. */
  let kept: Session | null = null;
  /** It ended before its chart was there, which is not wanted any more. */
  let hasEnded = false;
  /** Whose end the other pages told of before this one knew whom it has. */
  const over = new Set<string>();
  const arrive = async (): Promise<void> => {
    const { startSession } = await actors.bring();
    if (actor || isClosed || (hasEnded && happened.length === 0)) return;
    const input = { clock, restore: asked && !hasEnded ? () => asked : null, loadPolicy, wipe };
    actor = startSession(input, happened.splice(0), show, (error) => events.report(toPortError(error)));
  };
  /** Without the chart nobody is signed in; why it is not there is told as what kept the session from being asked for. */
  const nobody = (code: PortErrorCode | null): void => {
    if (!actor && !isClosed && view.state === 'restoring') show({ ...NOBODY, state: 'none', code });
  };
  const missed = (error: unknown): void => {
    if (isClosed) return;
    events.report(toPortError(error));
    nobody(toPortError(error).code);
  };
  const send = (event: SessionEvent): void => {
    if (actor) return actor.send(event);
    happened.push(event);
    arrive().catch((error: unknown) => {
      const at = happened.indexOf(event);
      if (at >= 0) happened.splice(at, 1);
      missed(error);
    });
  };
  const sessionId = (): string | undefined => (actor ? actor.sessionId() : kept?.sessionId);
  const accountId = (): string | undefined => (actor ? view.subject : kept?.subject)?.accountId;
  const end = (reason: SessionEnd): void => {
    if (actor) return actor.send({ type: 'session.closed', reason });
    // Nothing that was for the person, and no way out, waits for a chart to come.
    wipe();
    hasEnded = true;
    happened.length = 0;
    kept = null;
    show({ ...NOBODY, state: 'ended', reason });
  };
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
  let keptAt = -Infinity;
  let keeping: AbortController | null = null;
  const stopKeeping = (): void => {
    keeping?.abort();
    keeping = null;
  };
  /** Tells the backend that somebody is there: at the end of each stretch of activity too, so that it never ends a session earlier than this page. */
  const keepAlive = async (): Promise<void> => {
    if (!access?.keepAlive || keeping) return;
    const { signal } = (keeping = new AbortController());
    const id = sessionId();
    try {
      const wait = keptAt + KEEP_ALIVE_EVERY - clock.now();
      if (wait > 0) await clock.after(wait, signal);
      keptAt = clock.now();
      const still = await callPort((limited) => access.keepAlive!({ signal: limited }), { clock, signal });
      if (still === null && id === sessionId()) end('expired');
    } catch {
      // Without a connection nobody can be told; the next thing that is done tries again.
    } finally {
      if (keeping?.signal === signal) keeping = null;
    }
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
    if (next.subject === null) stopKeeping();
    // A session that ended by itself must not be found alive after a reload; a sign-out leaves by its own way.
    if (next.reason !== null && next.reason !== 'signed-out') void leave();
  };
  // The chart is brought for a session, or an end; a page on which nobody is signed in does without.
  asked?.then(
    (session) => {
      // Whoever signed in or out meanwhile is who counts.
      if (isClosed || hasEnded || kept) return;
      if (session === null) return nobody(null);
      kept = session;
      if (over.has(session.sessionId) || over.has(session.subject.accountId)) end('elsewhere');
      else
        arrive().then(() => {
          if (over.has('*')) void recheck();
        }, missed);
    },
    (error: unknown) => nobody(toPortError(error).code),
  );
  const act = (): void => {
    if (!view.subject) return;
    send({ type: 'person.acted' });
    void keepAlive();
  };
  /** Tells the other pages of this browser, which hear it without the backend too. */
  const announce = (topic: ChangeTopic, id: string): void => guarded(() => changes.announce?.({ topic, id, version: clock.now() }));
  /** Something happened that may have ended the session: its own rules are asked, then the backend. */
  const recheck = async (): Promise<void> => {
    if (!actor) return void (view.state === 'restoring' && over.add('*'));
    actor.send({ type: 'clock.moved' });
    const id = sessionId();
    if (!restore || id === undefined) return;
    const still = await restore().catch((error: unknown) => (events.report(toPortError(error)), undefined));
    if (still === null && id === sessionId()) end('elsewhere');
  };
  const stops: (() => void)[] = [];
  guarded(() => {
    stops.push(changes.subscribe('world', () => void recheck()));
    stops.push(
      changes.subscribe('session', ({ id }) => {
        if (id === '*') void recheck();
        else if (id === sessionId() || id === accountId()) end('elsewhere');
        else if (view.state === 'restoring') over.add(id);
      }),
    );
    // Idleness is of the person, not of the page.
    stops.push(changes.subscribe('activity', ({ id }) => id === view.subject?.accountId && act()));
  });
  const begin = async (session: Session): Promise<void> => {
    // The backend serves the next person already: what tasks of the former one save as they are stopped must not land there.
    if (view.subject && view.subject.accountId !== session.subject.accountId) view = { ...view, state: 'none', subject: null };
    keptAt = clock.now();
    if (!actor) kept = session;
    send({ type: 'session.started', session });
    try {
      await arrive();
    } catch (error) {
      // A session that no chart watches over is none: nobody may find it after a reload.
      kept = null;
      void leave();
      throw error;
    }
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
          // On its way while the backend looks at the credentials; when it cannot be had, `begin` says so.
          actors.bring().catch(() => undefined);
          const answer = await access.signIn(credentials, signal && { signal });
          if (answer?.status !== 'signed-in') return answer;
          if (!signal?.aborted) await begin(checked(answer.session));
          // The person gave up and was let in all the same: nobody may find that session after a reload.
          else if (attempt === attempts) void leave();
          return answer;
        }
      : null,
    touch: () => {
      if (clock.now() - touchedAt < TOUCH_EVERY) return;
      touchedAt = clock.now();
      act();
      if (view.subject) announce('activity', view.subject.accountId);
    },
    end,
    logout: async () => {
      const id = accountId();
      end('signed-out');
      // Each page has a session of its own; who leaves leaves them all.
      if (id !== undefined) announce('session', id);
      await leave();
    },
    close: () => {
      isClosed = true;
      asking.abort();
      stops.forEach((stop) => stop());
      stopKeeping();
      actor?.stop();
    },
  };
}

/** An adapter may be anybody's: what names nobody is no session. */
function checked(session: Session | undefined): Session {
  if (typeof session?.subject?.accountId !== 'string') throw new PortError('internal');
  return session;
}
