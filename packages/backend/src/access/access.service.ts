import type { AccessPort } from '@portico/core/access';
import type { Office } from '../office.ts';
import { createAccountDesk } from './account-desk.ts';
import { createActivation } from './activation.ts';
import { createCodeIssue, createProofRecovery } from './proof-recovery.ts';
import { createLinkRecovery } from './recovery.ts';
import { createRegistration } from './registration.ts';
import { createQuestionSetting } from './secret-question.ts';
import type { Sessions } from './sessions.ts';
import type { SignIn } from './sign-in.ts';

/** Getting in, out and back in, for one page. A way back that policy does not name is not there at all (ASVS 6.3.4). */
export function createAccessService(office: Office, sessions: Sessions, signIn: SignIn): AccessPort {
  const { recovery, registration } = office.policyFor('portal').access;
  const isOpen = registration && office.mailer !== null && office.registersInto !== null;
  // Every recovery ends with a notice by mail.
  const offered = office.mailer === null ? [] : recovery;
  const { recoveryQuestion, recoverWithAnswer, recoverWithCode } = createProofRecovery(office);
  return {
    signIn: (credentials, options) => signIn(sessions, credentials, options?.signal),
    session: () => sessions.present(),
    keepAlive: (options) => sessions.stay(options?.signal),
    signOut: () => sessions.end(),
    ...(offered.includes('email-link') ? createLinkRecovery(office) : {}),
    ...(offered.includes('recovery-code') ? { recoverWithCode, ...createCodeIssue(office, sessions) } : {}),
    ...(offered.includes('secret-question') ? { recoveryQuestion, recoverWithAnswer, ...createQuestionSetting(office, sessions) } : {}),
    ...createAccountDesk(office, sessions),
    ...createActivation(office, sessions),
    // Whoever registers is answered by mail.
    ...(isOpen ? createRegistration(office) : {}),
  };
}
