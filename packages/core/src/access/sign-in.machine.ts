import { assign, emit, fromPromise } from 'xstate';
import { callPort, PortError, setup, toPortError, type Clock, type Instant, type PortErrorCode } from '../kernel/index.ts';
import type { AccessPolicy, RecoveryMethod } from './access.policy.ts';
import type { AccessPort, SignInAnswer } from './access.port.ts';
import { missingFields, offeredRecovery, type SignInField } from './sign-in.rules.ts';

/** One way to reach the helpdesk (N6). */
export interface HelpdeskChannel {
  /** Whose helpdesk: ISO 3166 alpha-2. */
  readonly country: string;
  readonly kind: 'phone' | 'email';
  readonly value: string;
}

/** What signing in needs. */
export interface SignInInput {
  readonly signIn: AccessPort['signIn'];
  /** The portal's policy, as the backend tells it. */
  readonly policy: (signal: AbortSignal) => Promise<AccessPolicy>;
  /** Ways back in that this backend can carry out. */
  readonly recovery: readonly RecoveryMethod[];
  /** How the helpdesk is reached, as the directory knows it; null where there is none. */
  readonly helpdesk: ((signal: AbortSignal) => Promise<readonly HelpdeskChannel[]>) | null;
  /** Nothing is enforced here against the browser's own user; the view says so. */
  readonly rehearsal: boolean;
  readonly clock: Clock;
}

/** What a person does at the sign-in form. The password travels in its event to the port and stays nowhere. */
export type SignInEvent =
  | { readonly type: 'credentials.submitted'; readonly name: string; readonly password: string }
  | { readonly type: 'sign-in.cancelled' }
  /** Back to the empty form, for another name. */
  | { readonly type: 'sign-in.restarted' }
  | { readonly type: 'recovery.chosen'; readonly method: RecoveryMethod };

/** What the machine tells whoever runs it. */
export type SignInEmitted =
  { readonly type: 'signed-in'; readonly accountId: string } | { readonly type: 'recovery-chosen'; readonly method: RecoveryMethod };

interface SignInContext {
  readonly ports: SignInInput;
  readonly name: string;
  readonly missing: readonly SignInField[];
  readonly offered: readonly RecoveryMethod[];
  readonly helpdesk: readonly HelpdeskChannel[];
  readonly attemptsLeft: number;
  /** When the lock ends by itself. */
  readonly until: Instant | null;
  readonly code: PortErrorCode | null;
}

const statuses: readonly SignInAnswer['status'][] = ['signed-in', 'wrong-credentials', 'locked', 'not-active'];
const nothing: readonly never[] = [];

const isAnswer =
  (status: SignInAnswer['status']) =>
  ({ event }: { event: { output: SignInAnswer } }): boolean =>
    event.output.status === status;

/** One person signs in (N4, N5, N8): how many tries are left is what the backend says; nothing here counts. */
export const signInMachine = setup({
  types: {} as { context: SignInContext; events: SignInEvent; input: SignInInput; emitted: SignInEmitted },
  actors: {
    verify: fromPromise<SignInAnswer, { ports: SignInInput; name: string; password: string }>(
      async ({ input: { ports, name, password }, signal }) => {
        const answer = await callPort((limited) => ports.signIn({ name, password }, { signal: limited }), { clock: ports.clock, signal });
        if (!statuses.includes(answer?.status)) throw new PortError('internal');
        return answer;
      },
    ),
    loadHelpdesk: fromPromise<readonly HelpdeskChannel[], SignInInput>(({ input: { helpdesk, clock }, signal }) =>
      helpdesk === null ? Promise.resolve(nothing) : callPort(helpdesk, { clock, signal }),
    ),
    loadRecovery: fromPromise<readonly RecoveryMethod[], SignInInput>(async ({ input, signal }) => {
      const { recovery } = await callPort(input.policy, { clock: input.clock, signal });
      return offeredRecovery(recovery, input.recovery);
    }),
  },
  guards: {
    isIncomplete: ({ event }) => event.type === 'credentials.submitted' && missingFields(event).length > 0,
  },
  actions: {
    noteHelpdesk: assign({
      helpdesk: ({ event }) => (event as unknown as { readonly output: readonly HelpdeskChannel[] }).output,
    }),
    noteMissing: assign({ missing: ({ event }) => (event.type === 'credentials.submitted' ? missingFields(event) : nothing) }),
    noteName: assign({
      name: ({ context, event }) => (event.type === 'credentials.submitted' ? event.name : context.name),
      missing: nothing,
    }),
  },
}).createMachine({
  id: 'sign-in',
  context: ({ input }) => ({
    ports: input,
    name: '',
    missing: nothing,
    offered: input.recovery,
    helpdesk: nothing,
    attemptsLeft: 0,
    until: null,
    code: null,
  }),
  invoke: {
    src: 'loadRecovery',
    input: ({ context }) => context.ports,
    onDone: { actions: assign({ offered: ({ event }) => event.output }) },
    // Until the policy is known, what the backend can do is offered; without one, no way back but the helpdesk.
    onError: { actions: assign({ offered: nothing }) },
  },
  initial: 'idle',
  on: {
    'credentials.submitted': [
      { guard: 'isIncomplete', target: '.idle', actions: 'noteMissing' },
      { target: '.verifying', actions: 'noteName' },
    ],
    'sign-in.restarted': { target: '.idle', actions: assign({ name: '', missing: nothing }) },
    'recovery.chosen': { actions: emit(({ event }) => ({ type: 'recovery-chosen', method: event.method }) as const) },
  },
  states: {
    idle: {},
    verifying: {
      invoke: {
        src: 'verify',
        input: ({ context, event }) => ({ ports: context.ports, ...(event as Extract<SignInEvent, { type: 'credentials.submitted' }>) }),
        onDone: [
          {
            guard: isAnswer('signed-in'),
            target: 'signedIn',
            actions: emit(({ event: { output } }) => ({
              type: 'signed-in',
              accountId: output.status === 'signed-in' ? output.session.subject.accountId : '',
            })),
          },
          {
            guard: isAnswer('wrong-credentials'),
            target: 'failed',
            actions: assign({
              attemptsLeft: ({ event: { output } }) => (output.status === 'wrong-credentials' ? output.attemptsLeft : 0),
            }),
          },
          {
            guard: isAnswer('locked'),
            target: 'locked',
            actions: assign({ until: ({ event: { output } }) => (output.status === 'locked' ? output.until : null) }),
          },
          { target: 'notActive' },
        ],
        onError: { target: 'unavailable', actions: assign({ code: ({ event }) => toPortError(event.error).code }) },
      },
      on: {
        // One try at a time: a second press of Enter must not cost a second attempt.
        'credentials.submitted': {},
        'sign-in.cancelled': 'idle',
        'sign-in.restarted': {},
      },
    },
    signedIn: { on: { 'credentials.submitted': {} } },
    failed: {},
    // Who cannot get in is told whom to call (N6).
    locked: {
      // A directory that does not answer takes nothing away.
      invoke: {
        src: 'loadHelpdesk',
        input: ({ context }) => context.ports,
        onDone: { actions: 'noteHelpdesk' },
        onError: {},
      },
    },
    notActive: {
      invoke: {
        src: 'loadHelpdesk',
        input: ({ context }) => context.ports,
        onDone: { actions: 'noteHelpdesk' },
        onError: {},
      },
    },
    unavailable: {},
  },
});
