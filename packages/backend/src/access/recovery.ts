import { decideAccount, type AccessPort, type RecoveryRefusal } from '@portico/core/access';
import { accepted, refused, type Change, type CommandAnswer, type CommandMeta } from '@portico/core/kernel';
import { runOpenCommand, type Outcome } from '../command-pipeline.ts';
import type { Tx } from '../collections.ts';
import type { Office } from '../office.ts';
import { post } from '../outbox.ts';
import { eq } from '../store.ts';
import { mailTexts } from './mails.ts';
import { nameKey } from './names.ts';
import { checkPassword } from './password.rules.ts';
import { endSessionsOf } from './sessions.ts';

const MINUTE = 60_000;

/** Recovery by a link in a mail (N5): its secret is stored as a digest only, is valid once and for minutes, and stands in the link's fragment. */
export function createRecovery(office: Office): Pick<Required<AccessPort>, 'requestRecovery' | 'recover'> {
  const { clock, hasher, ids, policyFor, recoveryUrl } = office;
  const policy = policyFor('portal').access;

  /** A new link takes the place of older ones. A name that nobody has gets a row as well, and no mail. */
  const request = async (tx: Tx, name: string, secret: { readonly text: string; readonly key: string }): Promise<Outcome<null, never>> => {
    const [account = null] = await tx.query('accounts', { where: eq('nameKey', name) });
    for (const old of await tx.query('recoveries', { where: eq('nameKey', name) })) await tx.delete('recoveries', old.id);
    const at = clock.now();
    const expiresAt = at + policy.recoveryLinkMinutes * MINUTE;
    await tx.put('recoveries', { id: secret.key, version: 1, nameKey: name, accountId: account?.id ?? null, expiresAt }, 0);
    if (account !== null) {
      const text = mailTexts(account.locale).recovery(`${recoveryUrl}#${secret.text}`, policy.recoveryLinkMinutes);
      await post(tx, { id: ids.uuid(), to: account.email, ...text, secret: secret.text, at });
    }
    return { answer: accepted(null), target: account?.id ?? null };
  };

  const redeem = async (tx: Tx, linkKey: string, passwordHash: string | null): Promise<Outcome<null, RecoveryRefusal>> => {
    const link = await tx.get('recoveries', linkKey);
    const at = clock.now();
    const account = link?.accountId == null || at >= link.expiresAt ? null : await tx.get('accounts', link.accountId);
    const row = account && (await tx.get('signIns', account.nameKey));
    if (!link || !account || !row || passwordHash === null) return { answer: refused('link-not-valid') };
    const decision = decideAccount(row.account, { type: 'recovery.completed', at, policy });
    if (!decision.accepted) return { answer: refused('link-not-valid'), target: account.id };
    await tx.delete('recoveries', linkKey);
    await tx.put('accounts', { ...account, version: account.version + 1, passwordHash }, account.version);
    await tx.put('signIns', { ...row, version: row.version + 1, account: decision.next }, row.version);
    const ended = await endSessionsOf(tx, account.id);
    await post(tx, { id: ids.uuid(), to: account.email, ...mailTexts(account.locale).recovered(), secret: null, at });
    const changes = ended.map(({ sessionId, version }): Change => ({ topic: 'session', id: sessionId, version: version + 1 }));
    return { answer: accepted(null), target: account.id, changes };
  };

  return {
    async requestRecovery({ name }, meta) {
      const key = await nameKey(hasher, name);
      const text = ids.secret();
      const secret = { text, key: await hasher.digest(text) };
      return runOpenCommand(office, meta, {
        type: 'access.request-recovery',
        payload: { key },
        work: (tx) => request(tx, key, secret),
      });
    },

    async recover({ secret, password }, meta) {
      const linkKey = await hasher.digest(secret);
      const weakness = checkPassword(password, policy);
      // Hashing is dear: it is done for a link that may be good, and the link is looked at again with the effect.
      const link = weakness === null ? await office.store.transaction('read', (tx) => tx.get('recoveries', linkKey)) : null;
      const passwordHash = link === null ? null : await hasher.hash(password);
      return command(meta, { secret, password }, (tx) =>
        weakness === null ? redeem(tx, linkKey, passwordHash) : Promise.resolve({ answer: refused(weakness) }),
      );
    },
  };

  function command(
    meta: CommandMeta,
    payload: { readonly secret: string; readonly password: string },
    work: (tx: Tx) => Promise<Outcome<null, RecoveryRefusal>>,
  ): Promise<CommandAnswer<null, RecoveryRefusal>> {
    // The payload is stored as a digest; 256 random bits of the secret beside the password keep it from being guessed.
    return runOpenCommand(office, meta, { type: 'access.recover', payload, work });
  }
}
