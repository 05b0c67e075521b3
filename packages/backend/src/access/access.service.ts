import { decideAccount, type AccessPort } from '@portico/core/access';
import { accepted, refused } from '@portico/core/kernel';
import { runCommand } from '../command-pipeline.ts';
import type { Office } from '../office.ts';
import { nameKey } from './names.ts';
import { createRecovery } from './recovery.ts';
import type { Sessions } from './sessions.ts';
import type { SignIn } from './sign-in.ts';

/** Getting in, out and back in, for one page. */
export function createAccessService(office: Office, sessions: Sessions, signIn: SignIn): AccessPort {
  const { hasher, clock, policyFor } = office;
  return {
    signIn: (credentials, options) => signIn(sessions, credentials, options?.signal),
    session: () => sessions.present(),
    signOut: () => sessions.end(),
    ...(office.mailer === null ? {} : createRecovery(office)),
    async unlockAccount({ name }, meta) {
      const key = await nameKey(hasher, name);
      return runCommand(office, sessions, meta, {
        type: 'access.unlock-account',
        payload: { key },
        right: { action: 'access.unlock-account' },
        work: async (tx, asker) => {
          const row = await tx.get('signIns', key);
          const account = row?.accountId == null ? null : await tx.get('accounts', row.accountId);
          // Somebody of another organisation is answered for like nobody.
          if (!row || account?.organisationId !== asker.subject.organisationId) return { answer: refused('no-such-account') };
          const event = { type: 'account.unlocked', at: clock.now(), policy: policyFor('portal').access } as const;
          const decision = decideAccount(row.account, event);
          if (!decision.accepted) return { answer: refused('not-locked'), target: row.accountId };
          await tx.put('signIns', { ...row, version: row.version + 1, account: decision.next }, row.version);
          return { answer: accepted(null), target: row.accountId };
        },
      });
    },
  };
}
