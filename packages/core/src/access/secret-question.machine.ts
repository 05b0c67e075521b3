import { assign, emit, fromPromise } from 'xstate';
import { callPort, PortError, setup, toPortError, type Clock, type CommandAnswer, type Ids, type PortErrorCode } from '../kernel/index.ts';
import type { AccessPort, QuestionRefusal } from './access.port.ts';
import { secretAnswerIssue, secretQuestions, type SecretAnswerIssue, type SecretQuestion } from './recovery.rules.ts';

/** What setting the own secret question needs. */
export interface SecretQuestionInput {
  readonly access: Pick<AccessPort, 'setSecretQuestion'>;
  readonly ids: Ids;
  readonly clock: Clock;
}

/** What a person does. Answer and password travel in the event to the port, and stay only until there is an answer. */
export type SecretQuestionEvent =
  | { readonly type: 'question.chosen'; readonly question: SecretQuestion }
  | { readonly type: 'question.submitted'; readonly answer: string; readonly password: string }
  /** The same once more, under the same command id. */
  | { readonly type: 'question.retried' }
  /** Once more from the beginning. */
  | { readonly type: 'question.restarted' };

interface SecretQuestionContext {
  readonly ports: SecretQuestionInput;
  readonly question: SecretQuestion;
  readonly answerIssue: SecretAnswerIssue | null;
  readonly passwordIssue: 'missing' | 'wrong' | null;
  readonly attemptsLeft: number;
  readonly given: { readonly answer: string; readonly password: string } | null;
  readonly commandId: string;
  readonly code: PortErrorCode | null;
}

type Answer = CommandAnswer<null, QuestionRefusal>;

const statuses: readonly Answer['status'][] = ['accepted', 'refused', 'conflict', 'unknown'];

const answerIssues: readonly string[] = ['answer-missing', 'answer-too-short', 'answer-too-long'] satisfies SecretAnswerIssue[];
const isAbout = (answer: Answer, codes: readonly string[]): boolean => answer.status === 'refused' && codes.includes(answer.code);

/** What a refusal says of the form. */
function issuesOf(answer: Answer): Partial<SecretQuestionContext> {
  if (answer.status !== 'refused') return {};
  if (answer.code === 'password-not-valid') return { passwordIssue: 'wrong', attemptsLeft: Number(answer.detail?.['attemptsLeft'] ?? 0) };
  return { answerIssue: answer.code as SecretAnswerIssue };
}

/** One person sets the own secret question (N5), with the password asked for again. */
export const secretQuestionMachine = setup({
  types: {} as {
    context: SecretQuestionContext;
    events: SecretQuestionEvent;
    input: SecretQuestionInput;
    emitted: { readonly type: 'secret-question-set' };
  },
  actors: {
    save: fromPromise<Answer, SecretQuestionContext>(async ({ input: { ports, question, given, commandId }, signal }) => {
      const ask = async (limited: AbortSignal) => ports.access.setSecretQuestion?.({ question, ...given! }, { commandId, signal: limited });
      const answer = await callPort(ask, { clock: ports.clock, signal });
      if (!answer || !statuses.includes(answer.status)) throw new PortError('internal');
      // Nobody knows yet: the same as no answer, to be asked again by the same id.
      if (answer.status === 'unknown') throw new PortError('timeout');
      return answer;
    }),
  },
  guards: {
    isSound: ({ context }) => context.answerIssue === null && context.passwordIssue === null,
  },
  actions: {
    noteGiven: assign(({ context, event }) => {
      if (event.type !== 'question.submitted') return {};
      const { answer, password } = event;
      const passwordIssue = password === '' ? ('missing' as const) : null;
      const issues = { answerIssue: secretAnswerIssue(answer), passwordIssue };
      return { ...issues, given: { answer, password }, commandId: context.ports.ids.uuid(), code: null };
    }),
    noteQuestion: assign(({ event }) =>
      event.type === 'question.chosen' && secretQuestions.includes(event.question) ? { question: event.question } : {},
    ),
    forgetGiven: assign({ given: null }),
  },
}).createMachine({
  id: 'secret-question',
  context: ({ input }) => ({
    ...{ ports: input, question: secretQuestions[0], answerIssue: null, passwordIssue: null, attemptsLeft: 0 },
    ...{ given: null, commandId: '', code: null },
  }),
  initial: 'editing',
  states: {
    editing: {
      on: {
        'question.chosen': { actions: 'noteQuestion' },
        'question.submitted': { target: 'checking', actions: 'noteGiven' },
      },
    },
    checking: {
      always: [
        { guard: 'isSound', target: 'saving' },
        { target: 'editing', actions: 'forgetGiven' },
      ],
    },
    saving: {
      invoke: {
        src: 'save',
        input: ({ context }) => context,
        onDone: [
          {
            guard: ({ event }) => event.output.status === 'accepted',
            target: 'done',
            actions: ['forgetGiven', emit({ type: 'secret-question-set' })],
          },
          { guard: ({ event }) => isAbout(event.output, ['locked']), target: 'locked', actions: 'forgetGiven' },
          {
            guard: ({ event }) => isAbout(event.output, [...answerIssues, 'password-not-valid']),
            target: 'editing',
            actions: ['forgetGiven', assign(({ event }) => issuesOf(event.output))],
          },
          // No answer that this command has: nothing was set, and the same again would be answered the same.
          { target: 'editing', actions: ['forgetGiven', assign({ code: 'internal' })] },
        ],
        onError: { target: 'failed', actions: assign({ code: ({ event }) => toPortError(event.error).code }) },
      },
    },
    failed: {
      on: {
        'question.retried': { target: 'saving', actions: assign({ code: null }) },
        'question.chosen': { actions: 'noteQuestion' },
        'question.submitted': { target: 'checking', actions: 'noteGiven' },
      },
    },
    locked: {},
    done: { on: { 'question.restarted': 'editing' } },
  },
});
