import type { PasswordRecoveryView } from '@portico/core/access/password-recovery';
import type { Portal } from '../portal/portal.ts';

/** The form before its task is there: the same as the view of a machine that has only begun. */
export function passwordRecoveryFirstView({ backend: { access } }: Portal, secret: string | null): PasswordRecoveryView {
  const canRequest = access?.requestRecovery !== undefined;
  const canRedeem = secret !== null && access?.recover !== undefined;
  return {
    state: canRedeem ? 'choosing' : canRequest ? 'asking' : 'unsupported',
    isBusy: false,
    name: '',
    nameError: null,
    passwordError: null,
    minLength: null,
    maxLength: null,
    linkMinutes: null,
    failure: null,
    canRequest,
    focus: canRedeem || canRequest ? null : 'notice',
    code: null,
  };
}
