import type { SnapshotFrom } from 'xstate';
import type { PortErrorCode } from '../kernel/index.ts';
import { secretQuestions, type SecretAnswerIssue, type SecretQuestion } from './recovery.rules.ts';
import type { secretQuestionMachine } from './secret-question.machine.ts';
import type { secretQuestionMessages } from './secret-question.messages.ts';

type Key<Names extends string> = Extract<keyof typeof secretQuestionMessages, `secret-question.${Names}`>;

/** What the form of the own secret question shows. */
export interface SecretQuestionView {
  readonly state: 'editing' | 'saving' | 'failed' | 'locked' | 'done';
  readonly question: SecretQuestion;
  readonly answerError: Key<SecretAnswerIssue> | null;
  /** `passwordWrong` wants `n` = `attemptsLeft`. */
  readonly passwordError: Key<'passwordMissing' | 'passwordWrong'> | null;
  readonly attemptsLeft: number;
  readonly notice: Key<'done' | 'locked' | 'offline' | 'unavailable'> | null;
  readonly focus: 'question-notice' | 'answer' | 'password' | 'question' | null;
  /** Why it was not possible, for whoever reports; null otherwise. */
  readonly code: PortErrorCode | null;
}

/** What is shown before anything was typed: the same as of a machine that has only begun. */
export const secretQuestionFirstView: SecretQuestionView = {
  ...{ state: 'editing', question: secretQuestions[0], answerError: null, passwordError: null, attemptsLeft: 0 },
  ...{ notice: null, focus: null, code: null },
};

/** Pure: a snapshot of the machine to what is shown. */
export function secretQuestionView({ value, context }: SnapshotFrom<typeof secretQuestionMachine>): SecretQuestionView {
  const { question, answerIssue, passwordIssue, attemptsLeft, commandId } = context;
  const state = value === 'checking' ? 'saving' : value;
  const code = state === 'failed' || state === 'editing' ? context.code : null;
  const failure = code === null ? null : code === 'offline' ? 'secret-question.offline' : 'secret-question.unavailable';
  const notice = state === 'done' || state === 'locked' ? (`secret-question.${state}` as const) : failure;
  const answerError = answerIssue && (`secret-question.${answerIssue}` as const);
  const passwordError = passwordIssue && (`secret-question.${passwordIssue === 'missing' ? 'passwordMissing' : 'passwordWrong'}` as const);
  return {
    ...{ state, question, answerError, passwordError, attemptsLeft, notice, code },
    focus: notice ? 'question-notice' : state !== 'editing' ? null : focusOf(answerError, passwordError, commandId),
  };
}

/** The first field that is wrong; once one was set, the form anew. */
function focusOf(answerError: string | null, passwordError: string | null, commandId: string): SecretQuestionView['focus'] {
  if (answerError) return 'answer';
  if (passwordError) return 'password';
  return commandId === '' ? null : 'question';
}
