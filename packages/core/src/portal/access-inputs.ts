import type { SignInInput } from '../access/index.ts';
import type { PasswordRecoveryInput } from '../access/password-recovery.ts';
import type { HeadlessPortal } from './portal.ts';

const policyOf = (portal: HeadlessPortal) => async () => (await portal.policyFor('portal')).access;

/** What the sign-in machine needs of a portal; null where its backend has no sign-in. */
export function signInInput(portal: HeadlessPortal): SignInInput | null {
  const { signIn, clock } = portal;
  const { access, enforcement } = portal.backend.capabilities;
  if (signIn === null) return null;
  return { signIn, policy: policyOf(portal), recovery: access?.recovery ?? [], rehearsal: enforcement === 'rehearsal', clock };
}

/** What password recovery needs of a portal; `secret` is the one of the link, null to ask for a link. Null where there is no sign-in. */
export function passwordRecoveryInput(portal: HeadlessPortal, secret: string | null): PasswordRecoveryInput | null {
  const { ids, clock } = portal;
  const { access } = portal.backend;
  return access ? { access, policy: policyOf(portal), secret, ids, clock } : null;
}
