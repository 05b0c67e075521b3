import { assign, emit, fromPromise } from 'xstate';
import { callPort, PortError, setup, toPortError, type Clock, type CommandAnswer, type Ids, type PortErrorCode } from '../kernel/index.ts';
import type { AccessPolicy, RecoveryMethod } from './access.policy.ts';
import type { AccessPort } from './access.port.ts';
import { passwordIssue } from './password.rules.ts';
import type { SecretQuestion } from './recovery.rules.ts';
import { offeredRecovery } from './sign-in.rules.ts';

/** What getting back in needs. */
export interface PasswordRecoveryInput {
  readonly access: Pick<AccessPort, 'requestRecovery' | 'recover' | 'recoveryQuestion' | 'recoverWithAnswer' | 'recoverWithCode'>;
  /** Ways back that this backend can carry out (see `possibleRecovery`). */
  readonly methods: readonly RecoveryMethod[];
  /** The one that the person chose already; null: the first. */
  readonly method: RecoveryMethod | null;
  readonly policy: (signal: AbortSignal) => Promise<AccessPolicy>;
  /** The secret of the link that brought the person here; null to ask for a link. */
  readonly secret: string | null;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** What a person does to get back in. */
export type PasswordRecoveryEvent =
  | { readonly type: 'method.chosen'; readonly method: RecoveryMethod }
  | { readonly type: 'name.submitted'; readonly name: string }
  /** A recovery code or an answer, with the password to set. */
  | { readonly type: 'proof.submitted'; readonly proof: string; readonly password: string }
  | { readonly type: 'password.submitted'; readonly password: string }
  /** The same once more, under the same command id. */
  | { readonly type: 'recovery.retried' }
  /** Back to name and method. */
  | { readonly type: 'recovery.restarted' };

interface PasswordRecoveryContext {
  readonly ports: PasswordRecoveryInput;
  readonly policy: AccessPolicy | null;
  readonly secret: string | null;
  readonly methods: readonly RecoveryMethod[];
  readonly method: RecoveryMethod | null;
  readonly question: SecretQuestion | null;
  readonly name: string;
  readonly isNameMissing: boolean;
  /** Only from its submission until the backend has answered, so that the very same can be sent again. */
  readonly password: string | null;
  readonly proof: string | null;
  /** Why the password was not taken: a RecoveryRefusal, or a code that only this backend knows. */
  readonly refusal: string | null;
  readonly attemptsLeft: number;
  /** The code that takes the place of the one that was used; null where it was told before. Left out: none was used. */
  readonly nextCode?: string | null;
  readonly commandId: string;
  readonly code: PortErrorCode | null;
}

type Answer = CommandAnswer<null | { readonly nextCode: string | null }>;

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
  (event.type === 'password.submitted' || event.type === 'proof.submitted') && context.policy !== null
    ? passwordIssue(event.password, context.policy)
    : null;

/** The wanted way where it is offered, else the first; null where there is none. */
const chosen = (methods: readonly RecoveryMethod[], wanted: RecoveryMethod | null): RecoveryMethod | null =>
  methods.find((method) => method === wanted) ?? methods[0] ?? null;

const refusalOf = (answer: Answer): Pick<PasswordRecoveryContext, 'refusal' | 'attemptsLeft'> => ({
  refusal: answer.status === 'refused' ? answer.code : null,
  attemptsLeft: answer.status === 'refused' ? Number(answer.detail?.['attemptsLeft'] ?? 0) : 0,
});

/**
 * One person gets back in (N5) by one of the ways that policy offers: a link, asked for here and redeemed with a new password, a saved
 * recovery code, or a secret question. Whatever is asked is answered the same for every name.
 */
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
    loadQuestion: fromPromise<SecretQuestion, PasswordRecoveryContext>(async ({ input: { ports, name }, signal }) => {
      const ask = async (limited: AbortSignal) => ports.access.recoveryQuestion?.({ name }, { signal: limited });
      const answer = await callPort(ask, { clock: ports.clock, signal });
      if (!answer?.question) throw new PortError('internal');
      return answer.question;
    }),
    recover: command(({ ports: { access }, secret, method, name, proof, password, commandId }, signal) => {
      const meta = { commandId, signal };
      const given = { name, password: password ?? '' };
      if (secret !== null) return access.recover?.({ secret, password: given.password }, meta);
      return method === 'recovery-code'
        ? access.recoverWithCode?.({ ...given, code: proof ?? '' }, meta)
        : access.recoverWithAnswer?.({ ...given, answer: proof ?? '' }, meta);
    }),
  },
  guards: {
    hasLink: ({ context }) => context.secret !== null && context.ports.access.recover !== undefined,
    hasMethod: ({ context }) => context.method !== null,
    hasNoMethod: ({ context }) => context.method === null,
    isByCode: ({ context }) => context.method === 'recovery-code',
    isByQuestion: ({ context }) => context.method === 'secret-question',
    isByProof: ({ context }) => context.secret === null,
    isNameMissing: ({ event }) => event.type === 'name.submitted' && event.name.trim() === '',
    isProofMissing: ({ event }) => event.type === 'proof.submitted' && event.proof.trim() === '',
    isPasswordWrong: (args) => issueOf(args) !== null,
  },
  actions: {
    newCommand: assign({ commandId: ({ context }) => context.ports.ids.uuid(), code: null, refusal: null, isNameMissing: false }),
    noteMethod: assign({ method: ({ context, event }) => (event.type === 'method.chosen' ? event.method : context.method) }),
    noteName: assign({ name: ({ context, event }) => (event.type === 'name.submitted' ? event.name : context.name) }),
    notePassword: assign({ password: ({ context, event }) => (event.type === 'password.submitted' ? event.password : context.password) }),
    noteProof: assign(({ context, event }) =>
      event.type === 'proof.submitted' ? { proof: event.proof, password: event.password } : { proof: context.proof },
    ),
    forgetPassword: assign({ password: null, proof: null }),
    forgetLink: assign({ secret: null }),
  },
}).createMachine({
  id: 'password-recovery',
  context: ({ input }) => ({
    ...{ ports: input, policy: null, secret: input.access.recover ? input.secret : null, name: '', isNameMissing: false },
    ...{ methods: input.methods, method: chosen(input.methods, input.method), question: null },
    ...{ password: null, proof: null, refusal: null, attemptsLeft: 0, commandId: '', code: null },
  }),
  invoke: {
    src: 'loadPolicy',
    input: ({ context }) => context.ports,
    onDone: {
      actions: assign(({ context: { ports, method }, event: { output: policy } }) => {
        const methods = offeredRecovery(policy?.recovery ?? ports.methods, ports.methods);
        return { policy: policy ?? null, methods, method: chosen(methods, method) };
      }),
    },
    // The rules are then told by the backend's refusal instead of beforehand.
    onError: {},
  },
  initial: 'starting',
  states: {
    starting: {
      always: [{ guard: 'hasLink', target: 'choosing' }, { guard: 'hasMethod', target: 'asking' }, { target: 'unsupported' }],
    },
    asking: {
      // The policy may offer less than the backend could do.
      always: { guard: 'hasNoMethod', target: 'unsupported' },
      on: {
        'method.chosen': { actions: 'noteMethod' },
        'name.submitted': [
          { guard: 'isNameMissing', actions: assign({ isNameMissing: true }) },
          { target: 'named', actions: ['newCommand', 'noteName'] },
        ],
      },
    },
    named: {
      always: [{ guard: 'isByCode', target: 'proving' }, { guard: 'isByQuestion', target: 'loadingQuestion' }, { target: 'requesting' }],
    },
    loadingQuestion: {
      invoke: {
        src: 'loadQuestion',
        input: ({ context }) => context,
        onDone: { target: 'proving', actions: assign({ question: ({ event }) => event.output }) },
        onError: { target: 'requestFailed', actions: assign({ code: ({ event }) => toPortError(event.error).code }) },
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
        'recovery.retried': 'named',
        'method.chosen': { target: 'asking', actions: ['noteMethod', assign({ code: null })] },
        'name.submitted': [
          { guard: 'isNameMissing', target: 'asking', actions: assign({ isNameMissing: true }) },
          { target: 'named', actions: ['newCommand', 'noteName'] },
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
    proving: {
      on: {
        'proof.submitted': [
          { guard: 'isProofMissing', actions: assign({ refusal: 'proof-missing' }) },
          { guard: 'isPasswordWrong', actions: assign({ refusal: issueOf }) },
          { target: 'recovering', actions: ['newCommand', 'noteProof'] },
        ],
        'recovery.restarted': { target: 'asking', actions: assign({ refusal: null }) },
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
            actions: [
              'forgetPassword',
              assign(({ event: { output } }) => (output.status === 'accepted' && output.value ? { nextCode: output.value.nextCode } : {})),
              emit({ type: 'password-recovered' }),
            ],
          },
          {
            guard: ({ event }) => event.output.status === 'refused' && event.output.code === 'locked',
            target: 'locked',
            actions: 'forgetPassword',
          },
          {
            guard: ({ context, event }) => context.secret === null && event.output.status === 'refused',
            target: 'proving',
            actions: ['forgetPassword', assign(({ event: { output } }) => refusalOf(output))],
          },
          {
            guard: ({ event }) => event.output.status === 'refused' && event.output.code !== 'link-not-valid',
            target: 'choosing',
            actions: ['forgetPassword', assign(({ event: { output } }) => refusalOf(output))],
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
        'proof.submitted': [
          { guard: 'isProofMissing', target: 'proving', actions: ['forgetPassword', assign({ refusal: 'proof-missing' })] },
          { guard: 'isPasswordWrong', target: 'proving', actions: ['forgetPassword', assign({ refusal: issueOf })] },
          { target: 'recovering', actions: ['newCommand', 'noteProof'] },
        ],
        'recovery.restarted': { guard: 'isByProof', target: 'asking', actions: ['forgetPassword', assign({ code: null })] },
      },
    },
    locked: { on: { 'recovery.restarted': 'asking' } },
    linkNotValid: { on: { 'recovery.restarted': { guard: 'hasMethod', target: 'asking' } } },
    done: { entry: 'forgetLink' },
    unsupported: {},
  },
});
