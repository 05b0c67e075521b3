import type { SnapshotFrom } from 'xstate';
import type { PortErrorCode } from '../kernel/index.ts';
import type { passwordRecoveryMachine } from './password-recovery.machine.ts';
import type { passwordRecoveryMessages } from './password-recovery.messages.ts';

type Key<Names extends string> = Extract<keyof typeof passwordRecoveryMessages, `password-recovery.${Names}`>;

/** What is shown of getting back in. */
export interface PasswordRecoveryView {
  /** `asking` and `sent` are about the link; `choosing` and `done` about the password. */
  readonly state: 'asking' | 'sent' | 'choosing' | 'linkNotValid' | 'done' | 'unsupported';
  readonly isBusy: boolean;
  readonly name: string;
  readonly nameError: Key<'nameMissing'> | null;
  /** `tooShort` wants `n` = `minLength`, `tooLong` wants `n` = `maxLength`. */
  readonly passwordError: Key<'tooShort' | 'tooLong' | 'tooCommon' | 'refused'> | null;
  /** Rules to tell before typing, in characters; null until the policy is known. */
  readonly minLength: number | null;
  readonly maxLength: number | null;
  /** How long a link works, for `sentMinutes`; null until the policy is known. */
  readonly linkMinutes: number | null;
  /** What went wrong with the sending, with a button that tries again; null otherwise. */
  readonly failure: Key<'unavailable' | 'offline' | 'busy'> | null;
  /** Whether a (new) link can be asked for here. */
  readonly canRequest: boolean;
  readonly focus: 'name' | 'password' | 'notice' | null;
  /** Why it was not possible, for whoever reports; null otherwise. */
  readonly code: PortErrorCode | null;
}

/** Pure: a snapshot of the machine to what is shown. */
export function passwordRecoveryView(snapshot: SnapshotFrom<typeof passwordRecoveryMachine>): PasswordRecoveryView {
  const { context } = snapshot;
  const failed = snapshot.matches('requestFailed') || snapshot.matches('recoverFailed');
  const state = shownState[snapshot.value];
  const passwordError =
    state === 'choosing' && !failed && context.refusal !== null ? (passwordErrors[context.refusal] ?? 'password-recovery.refused') : null;
  return {
    state,
    isBusy: snapshot.matches('requesting') || snapshot.matches('recovering'),
    name: context.name,
    nameError: state === 'asking' && context.isNameMissing ? 'password-recovery.nameMissing' : null,
    passwordError,
    minLength: context.policy?.minPasswordLength ?? null,
    maxLength: context.policy?.maxPasswordLength ?? null,
    linkMinutes: context.policy?.recoveryLinkMinutes ?? null,
    failure: failed ? failureOf(context.code) : null,
    canRequest: context.ports.access.requestRecovery !== undefined,
    focus: failed || !isForm.includes(state) ? 'notice' : passwordError ? 'password' : context.isNameMissing ? 'name' : null,
    code: failed ? context.code : null,
  };
}

const isForm: readonly PasswordRecoveryView['state'][] = ['asking', 'choosing'];

const shownState = {
  starting: 'asking',
  asking: 'asking',
  requesting: 'asking',
  requestFailed: 'asking',
  sent: 'sent',
  choosing: 'choosing',
  recovering: 'choosing',
  recoverFailed: 'choosing',
  linkNotValid: 'linkNotValid',
  done: 'done',
  unsupported: 'unsupported',
} as const;

const passwordErrors: Readonly<Record<string, PasswordRecoveryView['passwordError']>> = {
  'password-too-short': 'password-recovery.tooShort',
  'password-too-long': 'password-recovery.tooLong',
  'password-too-common': 'password-recovery.tooCommon',
};

function failureOf(code: PortErrorCode | null): PasswordRecoveryView['failure'] {
  if (code === 'offline') return 'password-recovery.offline';
  return code === 'rate-limited' ? 'password-recovery.busy' : 'password-recovery.unavailable';
}
