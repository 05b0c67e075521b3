import { possibleRecovery, type RecoveryMethod } from '@portico/core/access';
import type { PasswordRecoveryView } from '@portico/core/access/password-recovery';
import type { Portal } from '../portal/portal.ts';

/** The form before its task is there: the same as the view of a machine that has only begun. */
export function passwordRecoveryFirstView(
  { backend: { access, capabilities } }: Portal,
  secret: string | null,
  wanted: RecoveryMethod | null,
): PasswordRecoveryView {
  const methods = possibleRecovery(access ?? {}, capabilities.access?.recovery ?? []);
  const method = methods.find((one) => one === wanted) ?? methods[0] ?? null;
  const byLink = secret !== null && access?.recover !== undefined;
  return {
    state: byLink ? 'choosing' : method ? 'asking' : 'unsupported',
    isBusy: false,
    name: '',
    nameError: null,
    methods,
    method: byLink ? null : method,
    question: null,
    proofError: null,
    attemptsLeft: 0,
    passwordError: null,
    minLength: null,
    maxLength: null,
    linkMinutes: null,
    nextCode: null,
    nextCodeText: null,
    failure: null,
    canRestart: method !== null,
    focus: byLink || method ? null : 'notice',
    code: null,
  };
}
