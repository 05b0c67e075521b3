import { assign, emit, fromPromise } from 'xstate';
import { callPort, PortError, setup, toPortError, type Clock, type CommandAnswer, type Ids, type PortErrorCode } from '../kernel/index.ts';
import type { AccessPolicy, RegistrationRole } from './access.policy.ts';
import type { AccessPort } from './access.port.ts';
import { registrationIssues, type Registration, type RegistrationIssues } from './registration.rules.ts';

/** What a registration needs. */
export interface UserRegistrationInput {
  readonly access: Pick<AccessPort, 'register'>;
  readonly policy: (signal: AbortSignal) => Promise<AccessPolicy>;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** What somebody who registers does. The fields travel in the event to the port; only what a second try needs stays until there is an answer. */
export type UserRegistrationEvent =
  | { readonly type: 'registration.submitted'; readonly entry: Omit<Registration, 'role'> }
  | { readonly type: 'role.chosen'; readonly role: RegistrationRole }
  /** What could not be had or sent, once more; the command under the same id. */
  | { readonly type: 'registration.retried' }
  /** Gone on from what came of it: the next person finds an empty form. */
  | { readonly type: 'registration.left' };

interface RegistrationContext {
  readonly ports: UserRegistrationInput;
  readonly policy: AccessPolicy | null;
  readonly role: RegistrationRole;
  readonly issues: RegistrationIssues;
  /** From its submission until the backend has answered. */
  readonly entry: Registration | null;
  readonly commandId: string;
  readonly code: PortErrorCode | null;
}

type Answer = CommandAnswer<null, 'registration-not-valid'>;

const statuses: readonly Answer['status'][] = ['accepted', 'refused', 'conflict', 'unknown'];

/** One person registers (N7). Whether a name was taken is answered nowhere. */
export const userRegistrationMachine = setup({
  types: {} as {
    context: RegistrationContext;
    events: UserRegistrationEvent;
    input: UserRegistrationInput;
    emitted: { readonly type: 'registration-sent' };
  },
  actors: {
    loadPolicy: fromPromise<AccessPolicy, UserRegistrationInput>(async ({ input, signal }) => {
      const policy = await callPort(input.policy, { clock: input.clock, signal });
      if (!policy) throw new PortError('internal');
      return policy;
    }),
    register: fromPromise<Answer, RegistrationContext>(async ({ input: { ports, entry, commandId }, signal }) => {
      const ask = async (limited: AbortSignal) => ports.access.register?.(entry!, { commandId, signal: limited });
      const answer = await callPort(ask, { clock: ports.clock, signal });
      if (!answer || !statuses.includes(answer.status)) throw new PortError('internal');
      // Nobody knows yet: the same as no answer, to be asked again by the same id.
      if (answer.status === 'unknown') throw new PortError('timeout');
      return answer;
    }),
  },
  guards: {
    isSound: ({ context }) => Object.keys(context.issues).length === 0,
    isKnown: ({ context }) => context.policy !== null,
    isOffered: ({ context, event }) => event.type === 'role.chosen' && !!context.policy?.registrationRoles.includes(event.role),
  },
  actions: {
    noteEntry: assign(({ context, event }) => {
      if (event.type !== 'registration.submitted') return {};
      const entry = { ...event.entry, role: context.role };
      return { entry, issues: registrationIssues(entry, context.policy!), commandId: context.ports.ids.uuid(), code: null };
    }),
    forgetEntry: assign({ entry: null }),
    noteFailure: assign({ code: ({ event }) => toPortError((event as unknown as { readonly error: unknown }).error).code }),
  },
}).createMachine({
  id: 'user-registration',
  context: ({ input }) => ({ ...{ ports: input, policy: null, role: 'clerk', issues: {}, entry: null }, ...{ commandId: '', code: null } }),
  initial: 'loading',
  states: {
    loading: {
      invoke: {
        src: 'loadPolicy',
        input: ({ context }) => context.ports,
        onDone: {
          target: 'editing',
          actions: assign(({ event: { output: policy } }) => ({ policy, role: policy.registrationRoles[0] ?? 'clerk', code: null })),
        },
        onError: { target: 'failed', actions: 'noteFailure' },
      },
    },
    editing: {
      on: {
        'role.chosen': { guard: 'isOffered', actions: assign({ role: ({ event }) => event.role }) },
        'registration.submitted': { target: 'checking', actions: 'noteEntry' },
      },
    },
    checking: {
      always: [
        { guard: 'isSound', target: 'sending' },
        { target: 'editing', actions: 'forgetEntry' },
      ],
    },
    sending: {
      invoke: {
        src: 'register',
        input: ({ context }) => context,
        onDone: [
          {
            guard: ({ event }) => event.output.status === 'accepted',
            target: 'sent',
            actions: ['forgetEntry', emit({ type: 'registration-sent' })],
          },
          {
            guard: ({ event }) => event.output.status === 'refused' && event.output.code === 'registration-not-valid',
            target: 'editing',
            actions: [
              'forgetEntry',
              assign({
                issues: ({ event: { output } }) => (output.status === 'refused' ? ((output.detail ?? {}) as RegistrationIssues) : {}),
              }),
            ],
          },
          // No answer that this command has: nothing was registered, and the same again would be answered the same.
          { target: 'editing', actions: ['forgetEntry', assign({ code: 'internal' })] },
        ],
        onError: { target: 'failed', actions: 'noteFailure' },
      },
    },
    failed: {
      on: {
        'registration.retried': [
          { guard: 'isKnown', target: 'sending', actions: assign({ code: null }) },
          { target: 'loading', actions: assign({ code: null }) },
        ],
        'registration.submitted': { guard: 'isKnown', target: 'checking', actions: 'noteEntry' },
        'role.chosen': { guard: 'isOffered', actions: assign({ role: ({ event }) => event.role }) },
      },
    },
    sent: { on: { 'registration.left': 'editing' } },
  },
});
