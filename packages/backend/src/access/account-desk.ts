import { decideAccount, isLocked, lockedUntil, proofsLeft, type AccessPort, type AccountState } from '@portico/core/access';
import { accepted, can, PortError, refused } from '@portico/core/kernel';
import { audit } from '../audit.ts';
import { runCommand } from '../command-pipeline.ts';
import type { AccountRecord, AuditRecord, SignInRecord, Tx } from '../collections.ts';
import type { Office } from '../office.ts';
import { eq } from '../store.ts';
import { nameKey } from './names.ts';
import { endSessionsOf, isSessionOver, sessionChanges, sessionsOf, throwIfAborted, type Asker, type Sessions } from './sessions.ts';

/** So many accounts are found at most; who has more of one address has a question for somebody else. */
const MOST = 5;
/** So many lines of what happened last. */
const TRACES = 10;

/** What the helpdesk does for people who cannot get in (N6): finds an account, unlocks it, ends its sessions. All of it is audited. */
export function createAccountDesk(
  office: Office,
  sessions: Sessions,
): Pick<Required<AccessPort>, 'findAccounts' | 'unlockAccount' | 'endSessions'> {
  const { store, hasher, clock, policyFor } = office;
  const policy = policyFor('portal').access;

  /** Somebody of another organisation is answered for like nobody. */
  const ownAccount = async (tx: Tx, accountId: string, { subject }: Asker): Promise<AccountRecord | null> => {
    const account = await tx.get('accounts', accountId);
    return account?.organisationId === subject.organisationId ? account : null;
  };

  const stateOf = async (tx: Tx, account: AccountRecord): Promise<AccountState> => {
    const at = clock.now();
    const row = (await tx.get('signIns', account.nameKey)) as SignInRecord;
    const alive = (await sessionsOf(tx, account.id)).filter((session) => !isSessionOver(session, policy, at));
    const rows = await tx.query('audit', {
      where: eq('target', account.id),
      orderBy: { field: 'at', direction: 'descending' },
      limit: TRACES,
    });
    const { id: accountId, displayName, email, roles } = account;
    return {
      ...{ accountId, displayName, email, roles },
      life: row.account.value.life,
      isLocked: isLocked(row.account, policy, at),
      lockedUntil: isLocked(row.account, policy, at) ? lockedUntil(row.account, policy) : null,
      isRecoveryLocked: proofsLeft(row.account, policy) === 0,
      sessions: alive.length,
      lastSignInAt: row.signedInAt ?? null,
      traces: rows.map((trace) => traceOf(trace, account)),
    };
  };

  return {
    async findAccounts({ text, signal }) {
      throwIfAborted(signal);
      const wanted = text.trim();
      const [name, sessionKey] = [await nameKey(hasher, wanted), await sessions.key()];
      return store.transaction('write', async (tx) => {
        const asker = await sessions.identify(tx, sessionKey);
        if (asker === null) throw new PortError('not-signed-in');
        if (!can(asker.subject, 'access.find-account').allow) throw new PortError('denied');
        await sessions.touch(tx, asker);
        if (wanted === '') return [];
        const named = await tx.query('accounts', { where: eq('nameKey', name), limit: 1 });
        const addressed = await tx.query('accounts', { where: eq('emailKey', wanted.toLowerCase()), limit: MOST + 1 });
        const { organisationId, accountId: actor } = asker.subject;
        const found = [...new Map([...named, ...addressed].map((account) => [account.id, account])).values()]
          .filter((account) => account.organisationId === organisationId)
          .slice(0, MOST);
        const entry = { organisationId, actor, action: 'access.find-account', outcome: 'accepted', code: null, commandId: null } as const;
        for (const target of found.length > 0 ? found.map(({ id }) => id) : [null]) await audit(office, tx, { ...entry, target });
        return Promise.all(found.map((account) => stateOf(tx, account)));
      });
    },

    async unlockAccount(request, meta) {
      const payload = 'accountId' in request ? { accountId: request.accountId } : { key: await nameKey(hasher, request.name) };
      return runCommand(office, sessions, meta, {
        type: 'access.unlock-account',
        payload,
        right: { action: 'access.unlock-account' },
        work: async (tx, asker) => {
          const accountId = payload.accountId ?? (await tx.get('signIns', payload.key!))?.accountId;
          const account = accountId == null ? null : await ownAccount(tx, accountId, asker);
          const row = account && (await tx.get('signIns', account.nameKey));
          if (!account || !row) return { answer: refused('no-such-account') };
          const decision = decideAccount(row.account, { type: 'account.unlocked', at: clock.now(), policy });
          if (!decision.accepted) return { answer: refused('not-locked'), target: account.id };
          await tx.put('signIns', { ...row, version: row.version + 1, account: decision.next }, row.version);
          return { answer: accepted(null), target: account.id };
        },
      });
    },

    endSessions: ({ accountId }, meta) =>
      runCommand(office, sessions, meta, {
        type: 'access.end-sessions',
        payload: { accountId },
        right: { action: 'access.end-sessions' },
        work: async (tx, asker) => {
          const account = await ownAccount(tx, accountId, asker);
          if (account === null) return { answer: refused('no-such-account') };
          const ended = await endSessionsOf(tx, account.id);
          return { answer: accepted({ ended: ended.length }), target: account.id, changes: sessionChanges(ended, account) };
        },
      }),
  };
}

const traceOf = ({ at, action, outcome, code, actor }: AuditRecord, { id }: AccountRecord): AccountState['traces'][number] => ({
  ...{ at, action, outcome, code },
  by: actor === null || actor === id ? 'person' : 'desk',
});
