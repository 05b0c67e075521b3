import { assign, fromPromise } from 'xstate';
import { accessPolicyDefaults, type AccessPolicy, type Session } from '../access/index.ts';
import { setup, toPortError, type Clock, type Instant, type PortErrorCode } from '../kernel/index.ts';
import { sessionEnd, warningAt, whyEnded, type SessionEnd, type SessionSpan } from './session.rules.ts';

/** What the session of a portal needs. */
export interface SessionInput {
  readonly clock: Clock;
  /** Asks for the session that this page still has; null where the host signs people in itself. */
  readonly restore: ((signal: AbortSignal) => Promise<Session | null>) | null;
  readonly loadPolicy: () => Promise<AccessPolicy>;
  /** Stops and forgets everything that was for the person; called before anybody hears of the end. */
  readonly wipe: () => void;
}

/** What happens to a session. */
export type SessionEvent =
  | { readonly type: 'session.started'; readonly session: Session }
  | { readonly type: 'session.closed'; readonly reason: SessionEnd }
  | { readonly type: 'person.acted' }
  /** A demo's clock was moved: what time has made true is looked at now. */
  | { readonly type: 'clock.moved' };

interface SessionContext {
  readonly ports: SessionInput;
  readonly session: Session | null;
  readonly touchedAt: Instant;
  readonly policy: AccessPolicy | null;
  readonly reason: SessionEnd | null;
  readonly code: PortErrorCode | null;
}

const now = ({ context }: { context: SessionContext }): Instant => context.ports.clock.now();
const span = ({ context }: { context: SessionContext }): SessionSpan => context as SessionSpan;

/** The session of one person in one page: restored, ended by idleness, by its own end, by sign-out, or from elsewhere. Every end wipes. */
export const sessionMachine = setup({
  types: {} as { context: SessionContext; events: SessionEvent; input: SessionInput },
  actors: {
    restore: fromPromise<Session | null, SessionInput>(({ input, signal }) => input.restore?.(signal) ?? Promise.resolve(null)),
    loadPolicy: fromPromise<AccessPolicy, SessionInput>(({ input }) => input.loadPolicy()),
    wait: fromPromise<void, { clock: Clock; until: Instant }>(({ input: { clock, until }, signal }) =>
      clock.after(Math.max(0, until - clock.now()), signal),
    ),
  },
  guards: {
    isHosted: ({ context }) => context.ports.restore === null,
    isAnotherPerson: ({ context, event }) =>
      context.session !== null && event.type === 'session.started' && event.session.subject.accountId !== context.session.subject.accountId,
    isOver: (args) => whyEnded(span(args), now(args)) !== null,
    isEnding: (args) => now(args) >= warningAt(span(args)),
  },
  actions: {
    wipe: ({ context }) => context.ports.wipe(),
    touch: assign({ touchedAt: now }),
    begin: assign({ session: ({ context, event }) => (event.type === 'session.started' ? event.session : context.session), reason: null }),
    runOut: assign({ reason: (args) => whyEnded(span(args), now(args)) }),
    forget: assign({ session: null }),
  },
}).createMachine({
  id: 'session',
  context: ({ input }) => ({ ports: input, session: null, touchedAt: 0, policy: null, reason: null, code: null }),
  initial: 'starting',
  on: {
    'session.started': [
      { guard: 'isAnotherPerson', target: '.active', actions: ['wipe', 'begin'] },
      { target: '.active', actions: 'begin' },
    ],
    'session.closed': { target: '.ended', actions: assign({ reason: ({ event }) => event.reason }) },
  },
  states: {
    starting: { always: [{ guard: 'isHosted', target: 'hosted' }, { target: 'restoring' }] },
    hosted: {},
    restoring: {
      invoke: {
        src: 'restore',
        input: ({ context }) => context.ports,
        onDone: [
          { guard: ({ event }) => event.output !== null, target: 'active', actions: assign({ session: ({ event }) => event.output }) },
          { target: 'none' },
        ],
        onError: { target: 'none', actions: assign({ code: ({ event }) => toPortError(event.error).code }) },
      },
    },
    none: {},
    active: {
      entry: ['touch', assign({ code: null })],
      initial: 'fresh',
      invoke: {
        src: 'loadPolicy',
        input: ({ context }) => context.ports,
        onDone: { target: '.fresh', actions: assign({ policy: ({ event }) => event.output }) },
        // No policy is no reason to stay for ever.
        onError: { target: '.fresh', actions: assign({ policy: ({ context }) => context.policy ?? accessPolicyDefaults }) },
      },
      on: {
        'person.acted': [
          { guard: 'isOver', target: 'ended', actions: 'runOut' },
          { target: '.fresh', actions: 'touch' },
        ],
        'clock.moved': [{ guard: 'isOver', target: 'ended', actions: 'runOut' }, { target: '.fresh' }],
      },
      states: {
        fresh: {
          invoke: {
            src: 'wait',
            input: (args) => ({ clock: args.context.ports.clock, until: warningAt(span(args)) }),
            onDone: [
              { guard: 'isEnding', target: 'ending' },
              { target: 'fresh', reenter: true },
            ],
          },
        },
        ending: {
          always: { guard: 'isOver', target: '#session.ended', actions: 'runOut' },
          invoke: {
            src: 'wait',
            input: (args) => ({ clock: args.context.ports.clock, until: sessionEnd(span(args)) }),
            onDone: { target: 'ending', reenter: true },
          },
        },
      },
    },
    ended: { entry: ['wipe', 'forget'] },
  },
});
