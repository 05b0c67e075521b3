import type { Instant } from '../kernel/index.ts';
import type { AccessPolicy, RecoveryMethod } from './access.policy.ts';

/** The questions there are, by id: a closed list, so that a question tells nothing about whose it is. */
export const secretQuestions = ['first-school', 'first-street', 'childhood-friend', 'first-journey'] as const;

/** One of the questions. */
export type SecretQuestion = (typeof secretQuestions)[number];

const HOUR = 3_600_000;
/** Hexadecimal digits of a code: 80 random bits, where 64 are asked for (SP 800-63B-4, saved recovery codes). */
const CODE_LENGTH = 20;

/** A recovery code as it is shown: twenty digits of a fresh secret (`Ids.secret`) in groups of four. */
export const recoveryCodeOf = (secret: string): string =>
  recoveryCodeForm(secret)
    .slice(-CODE_LENGTH)
    .replace(/(.{4})(?=.)/g, '$1-');

/** A typed code in its one form: case, blanks and hyphens do not count. */
export const recoveryCodeForm = (typed: string): string => typed.toLowerCase().replace(/[^0-9a-z]/g, '');

/** A typed answer in its one form: compatibility forms, case and stretches of blanks do not count (NFKC, case fold, space fold). */
export const secretAnswerForm = (typed: string): string =>
  typed.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC').trim().replace(/\s+/gu, ' ');

/** What an answer must have, in signs of its one form: fewer are guessed at once, more remembers nobody. */
const ANSWER_LENGTH = { min: 3, max: 128 } as const;

/** Why an answer cannot be kept. */
export type SecretAnswerIssue = 'answer-missing' | 'answer-too-short' | 'answer-too-long';

/** Whether an answer may be kept as somebody typed it: null, or why not. */
export function secretAnswerIssue(typed: string): SecretAnswerIssue | null {
  const length = [...secretAnswerForm(typed)].length;
  if (length === 0) return 'answer-missing';
  if (length < ANSWER_LENGTH.min) return 'answer-too-short';
  return length > ANSWER_LENGTH.max ? 'answer-too-long' : null;
}

/** The instants of recovery mails that still count towards the hour's limit. */
export const countedMails = (sentAt: readonly Instant[], at: Instant): readonly Instant[] => sentAt.filter((sent) => sent > at - HOUR);

/** Whether one more recovery mail may go to this account now; null, or why not. */
export const mayMail = (sentAt: readonly Instant[], policy: Pick<AccessPolicy, 'recoveryMailsPerHour'>, at: Instant): 'too-many' | null =>
  countedMails(sentAt, at).length < policy.recoveryMailsPerHour ? null : 'too-many';

const methods: Readonly<Record<RecoveryMethod, (access: RecoveryMethods) => unknown>> = {
  'email-link': ({ requestRecovery }) => requestRecovery,
  'recovery-code': ({ recoverWithCode }) => recoverWithCode,
  'secret-question': ({ recoveryQuestion, recoverWithAnswer }) => recoveryQuestion && recoverWithAnswer,
};

/** Of a port, the methods by which one gets back in. */
export type RecoveryMethods = Readonly<
  Partial<Record<'requestRecovery' | 'recoveryQuestion' | 'recoverWithAnswer' | 'recoverWithCode', unknown>>
>;

/** Of the ways back that a backend lists, those it has methods for (N5). */
export const possibleRecovery = (access: RecoveryMethods, listed: readonly RecoveryMethod[]): readonly RecoveryMethod[] =>
  listed.filter((method) => methods[method](access) !== undefined);

/** What an installation with these methods must say of itself, for start log and capabilities (ASVS 5.0, SP 800-63B); empty: nothing. */
export const recoveryDepartures = (offered: readonly RecoveryMethod[]): readonly string[] =>
  offered.includes('secret-question') ? ['not ASVS 5.0 L1 (6.4.2)', 'not SP 800-63B'] : [];
