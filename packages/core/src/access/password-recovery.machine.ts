import { assign, emit, fromPromise } from 'xstate';
import { callPort, PortError, setup, toPortError, type Clock, type CommandAnswer, type Ids, type PortErrorCode } from '../kernel/index.ts';
import type { AccessPolicy } from './access.policy.ts';
import type { AccessPort } from './access.port.ts';
import { passwordIssue } from './password.rules.ts';

/** What getting back in needs. */
export interface PasswordRecoveryInput {
  readonly access: Pick<AccessPort, 'requestRecovery' | 'recover'>;
  readonly policy: (signal: AbortSignal) => Promise<AccessPolicy>;
  /** The secret of the link that brought the person here; null to ask for a link. */
  readonly secret: string | null;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** What a person does to get back in. */
export type PasswordRecoveryEvent =
  | { readonly type: 'name.submitted'; readonly name: string }
  | { readonly type: 'password.submitted'; readonly password: string }
  /** The same once more, under the same command id. */
  | { readonly type: 'recovery.retried' }
  /** Ask for a (new) link. */
  | { readonly type: 'recovery.restarted' };

interface PasswordRecoveryContext {
  readonly ports: PasswordRecoveryInput;
  readonly policy: AccessPolicy | null;
  readonly secret: string | null;
  readonly name: string;
  readonly isNameMissing: boolean;
  /** Only from its submission until the backend has answered, so that the very same can be sent again. */
  readonly password: string | null;
  /** Why the password was not taken: a RecoveryRefusal, or a code that only this backend knows. */
  readonly refusal: string | null;
  readonly commandId: string;
  readonly code: PortErrorCode | null;
}

type Answer = CommandAnswer<null>;

const statuses: readonly Answer['status'][] = ['accepted', 'refused', 'conflict', 'unknown'];
const command = (run: (context: PasswordRecoveryContext, signal: AbortSignal) => Promise<Answer> | undefined) =>
  fromPromise<Answer, PasswordRecoveryContext>(async ({ input, signal }) => {
    const ask = async (limited: AbortSignal) => run(input, limited);
    const answer = await callPort(ask, { clock: input.ports.clock, signal });
    if (!answer || !statuses.includes(answer.status)) throw new PortError('internal');
    // Nobody knows yet: the same as no answer, to be asked again by the same id.
    if (answer.status === 'unknown') throw new PortError('timeout');
    return answer;
  });

const issueOf = ({ context, event }: { context: PasswordRecoveryContext; event: PasswordRecoveryEvent }) =>
  event.type === 'password.submitted' && context.policy !== null ? passwordIssue(event.password, context.policy) : null;

/** One person gets back in by a link (N5): asks for it, or redeems it with a new password. Asking is answered the same for every name. */
export const passwordRecoveryMachine = setup({
  types: {} as {
    context: PasswordRecoveryContext;
    events: PasswordRecoveryEvent;
    input: PasswordRecoveryInput;
    emitted: { readonly type: 'recovery-requested' | 'password-recovered' };
  },
  actors: {
    loadPolicy: fromPromise<AccessPolicy, PasswordRecoveryInput>(({ input, signal }) =>
      callPort(input.policy, { clock: input.clock, signal }),
    ),
    request: command(({ ports, name, commandId }, signal) => ports.access.requestRecovery?.({ name }, { commandId, signal })),
    recover: command(({ ports, secret, password, commandId }, signal) =>
      ports.access.recover?.({ secret: secret ?? '', password: password ?? '' }, { commandId, signal }),
    ),
  },
  guards: {
    hasLink: ({ context }) => context.secret !== null && context.ports.access.recover !== undefined,
    canRequest: ({ context }) => context.ports.access.requestRecovery !== undefined,
    isNameMissing: ({ event }) => event.type === 'name.submitted' && event.name.trim() === '',
    isPasswordWrong: (args) => issueOf(args) !== null,
  },
  actions: {
    newCommand: assign({ commandId: ({ context }) => context.ports.ids.uuid(), code: null, refusal: null, isNameMissing: false }),
    noteName: assign({ name: ({ context, event }) => (event.type === 'name.submitted' ? event.name : context.name) }),
    notePassword: assign({ password: ({ context, event }) => (event.type === 'password.submitted' ? event.password : context.password) }),
    forgetPassword: assign({ password: null }),
    forgetLink: assign({ secret: null }),
  },
}).createMachine({
  id: 'password-recovery',
  context: ({ input }) => ({
    ...{ ports: input, policy: null, secret: input.secret, name: '', isNameMissing: false },
    ...{ password: null, refusal: null, commandId: '', code: null },
  }),
  invoke: {
    src: 'loadPolicy',
    input: ({ context }) => context.ports,
    onDone: { actions: assign({ policy: ({ event }) => event.output ?? null }) },
    // The rules are then told by the backend's refusal instead of beforehand.
    onError: {},
  },
  initial: 'starting',
  states: {
    starting: {
      always: [{ guard: 'hasLink', target: 'choosing' }, { guard: 'canRequest', target: 'asking' }, { target: 'unsupported' }],
    },
    asking: {
      on: {
        'name.submitted': [
          { guard: 'isNameMissing', actions: assign({ isNameMissing: true }) },
          { target: 'requesting', actions: ['newCommand', 'noteName'] },
        ],
      },
    },
    requesting: {
      invoke: {
        src: 'request',
        input: ({ context }) => context,
        onDone: { target: 'sent', actions: emit({ type: 'recovery-requested' }) },
        onError: { target: 'requestFailed', actions: assign({ code: ({ event }) => toPortError(event.error).code }) },
      },
    },
    requestFailed: {
      on: {
        'recovery.retried': 'requesting',
        'name.submitted': [
          { guard: 'isNameMissing', target: 'asking', actions: assign({ isNameMissing: true }) },
          { target: 'requesting', actions: ['newCommand', 'noteName'] },
        ],
      },
    },
    sent: { on: { 'recovery.restarted': 'asking' } },
    choosing: {
      on: {
        'password.submitted': [
          { guard: 'isPasswordWrong', actions: assign({ refusal: issueOf }) },
          { target: 'recovering', actions: ['newCommand', 'notePassword'] },
        ],
      },
    },
    recovering: {
      invoke: {
        src: 'recover',
        input: ({ context }) => context,
        onDone: [
          {
            guard: ({ event }) => event.output.status === 'accepted',
            target: 'done',
            actions: ['forgetPassword', emit({ type: 'password-recovered' })],
          },
          {
            guard: ({ event }) => event.output.status === 'refused' && event.output.code !== 'link-not-valid',
            target: 'choosing',
            actions: ['forgetPassword', assign({ refusal: ({ event: { output } }) => (output.status === 'refused' ? output.code : null) })],
          },
          { target: 'linkNotValid', actions: ['forgetPassword', 'forgetLink'] },
        ],
        onError: { target: 'recoverFailed', actions: assign({ code: ({ event }) => toPortError(event.error).code }) },
      },
    },
    recoverFailed: {
      on: {
        'recovery.retried': 'recovering',
        'password.submitted': [
          { guard: 'isPasswordWrong', target: 'choosing', actions: ['forgetPassword', assign({ refusal: issueOf })] },
          { target: 'recovering', actions: ['newCommand', 'notePassword'] },
        ],
      },
    },
    linkNotValid: { on: { 'recovery.restarted': { guard: 'canRequest', target: 'asking' } } },
    done: { entry: 'forgetLink' },
    unsupported: {},
  },
});
