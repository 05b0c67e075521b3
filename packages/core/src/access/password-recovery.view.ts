import type { SnapshotFrom } from 'xstate';
import type { PortErrorCode } from '../kernel/index.ts';
import type { RecoveryMethod } from './access.policy.ts';
import type { passwordRecoveryMachine } from './password-recovery.machine.ts';
import type { passwordRecoveryMessages } from './password-recovery.messages.ts';
import type { SecretQuestion } from './recovery.rules.ts';

type Key<Names extends string> = Extract<keyof typeof passwordRecoveryMessages, `password-recovery.${Names}`>;

/** What is shown of getting back in. */
export interface PasswordRecoveryView {
  /** `asking` is about name and way, `sent` about the link; `proving` asks for code or answer with a new password, `choosing` for the password alone. */
  readonly state: 'asking' | 'sent' | 'proving' | 'choosing' | 'locked' | 'linkNotValid' | 'done' | 'unsupported';
  readonly isBusy: boolean;
  readonly name: string;
  readonly nameError: Key<'nameMissing'> | null;
  /** The ways there are; where there is but one, nothing needs to be chosen. */
  readonly methods: readonly RecoveryMethod[];
  /** The chosen way; null where there is none, or a link is being redeemed. */
  readonly method: RecoveryMethod | null;
  /** What is asked, by a secret question. */
  readonly question: `recovery.question.${SecretQuestion}` | null;
  /** `proofWrong` wants `n` = `attemptsLeft`. */
  readonly proofError: Key<'codeMissing' | 'answerMissing' | 'proofWrong'> | null;
  readonly attemptsLeft: number;
  /** `tooShort` wants `n` = `minLength`, `tooLong` wants `n` = `maxLength`. */
  readonly passwordError: Key<'tooShort' | 'tooLong' | 'tooCommon' | 'refused'> | null;
  /** Rules to tell before typing, in characters; null until the policy is known. */
  readonly minLength: number | null;
  readonly maxLength: number | null;
  /** How long a link works, for `sentMinutes`; null until the policy is known. */
  readonly linkMinutes: number | null;
  /** When done by a recovery code: the one that takes its place, to be written down, or why there is none to show. */
  readonly nextCode: string | null;
  readonly nextCodeText: Key<'nextCode' | 'nextCodeGone'> | null;
  /** What went wrong with the sending, with a button that tries again; null otherwise. */
  readonly failure: Key<'unavailable' | 'offline' | 'busy'> | null;
  /** Whether one can begin anew here. */
  readonly canRestart: boolean;
  readonly focus: 'name' | 'proof' | 'password' | 'notice' | null;
  /** Why it was not possible, for whoever reports; null otherwise. */
  readonly code: PortErrorCode | null;
}

/** Pure: a snapshot of the machine to what is shown. */
export function passwordRecoveryView(snapshot: SnapshotFrom<typeof passwordRecoveryMachine>): PasswordRecoveryView {
  const { context } = snapshot;
  const failed = snapshot.matches('requestFailed') || snapshot.matches('recoverFailed');
  const byLink = context.secret !== null;
  const state = shownState[snapshot.value] ?? (byLink ? 'choosing' : 'proving');
  const refusal = failed || (state !== 'choosing' && state !== 'proving') ? null : context.refusal;
  const proofError = refusal === null ? null : proofErrorOf(refusal, context.method);
  const passwordError = refusal === null || proofError ? null : (passwordErrors[refusal] ?? 'password-recovery.refused');
  const { nextCode } = context;
  return {
    state,
    isBusy: busy.some((value) => value === snapshot.value),
    name: context.name,
    nameError: state === 'asking' && context.isNameMissing ? 'password-recovery.nameMissing' : null,
    methods: context.methods,
    method: byLink ? null : context.method,
    question: state === 'proving' && context.question !== null ? `recovery.question.${context.question}` : null,
    proofError,
    attemptsLeft: proofError ? context.attemptsLeft : 0,
    passwordError,
    minLength: context.policy?.minPasswordLength ?? null,
    maxLength: context.policy?.maxPasswordLength ?? null,
    linkMinutes: context.policy?.recoveryLinkMinutes ?? null,
    nextCode: nextCode ?? null,
    nextCodeText: nextCode === undefined ? null : nextCode === null ? 'password-recovery.nextCodeGone' : 'password-recovery.nextCode',
    failure: failed ? failureOf(context.code) : null,
    canRestart: context.method !== null,
    focus: focusOf({ failed, state, proofError, passwordError, isNameMissing: context.isNameMissing }),
    code: failed ? context.code : null,
  };
}

const isForm: readonly PasswordRecoveryView['state'][] = ['asking', 'proving', 'choosing'];
const busy = ['loadingQuestion', 'requesting', 'recovering'] as const;

const shownState: Readonly<Partial<Record<string, PasswordRecoveryView['state']>>> = {
  starting: 'asking',
  asking: 'asking',
  named: 'asking',
  loadingQuestion: 'asking',
  requesting: 'asking',
  requestFailed: 'asking',
  sent: 'sent',
  choosing: 'choosing',
  proving: 'proving',
  locked: 'locked',
  linkNotValid: 'linkNotValid',
  done: 'done',
  unsupported: 'unsupported',
};

const passwordErrors: Readonly<Record<string, PasswordRecoveryView['passwordError']>> = {
  'password-too-short': 'password-recovery.tooShort',
  'password-too-long': 'password-recovery.tooLong',
  'password-too-common': 'password-recovery.tooCommon',
};

function proofErrorOf(refusal: string, method: RecoveryMethod | null): PasswordRecoveryView['proofError'] {
  if (refusal === 'proof-not-valid') return 'password-recovery.proofWrong';
  if (refusal !== 'proof-missing') return null;
  return method === 'recovery-code' ? 'password-recovery.codeMissing' : 'password-recovery.answerMissing';
}

function focusOf(shown: {
  readonly failed: boolean;
  readonly state: PasswordRecoveryView['state'];
  readonly proofError: string | null;
  readonly passwordError: string | null;
  readonly isNameMissing: boolean;
}): PasswordRecoveryView['focus'] {
  if (shown.failed || !isForm.includes(shown.state)) return 'notice';
  if (shown.proofError) return 'proof';
  if (shown.passwordError) return 'password';
  return shown.state === 'asking' && shown.isNameMissing ? 'name' : null;
}

function failureOf(code: PortErrorCode | null): PasswordRecoveryView['failure'] {
  if (code === 'offline') return 'password-recovery.offline';
  return code === 'rate-limited' ? 'password-recovery.busy' : 'password-recovery.unavailable';
}
