import { countedMails, mayMail, type AccessPort, type RecoveryRefusal } from '@portico/core/access';
import { accepted, refused } from '@portico/core/kernel';
import { runOpenCommand, type Outcome } from '../command-pipeline.ts';
import type { Tx } from '../collections.ts';
import type { Office } from '../office.ts';
import { post } from '../outbox.ts';
import { eq } from '../store.ts';
import { finishRecovery } from './finish-recovery.ts';
import { signInRow } from './gate.ts';
import { mailTexts } from './mails.ts';
import { nameKey } from './names.ts';
import { checkPassword } from './password.rules.ts';

const MINUTE = 60_000;

/** Recovery by a link in a mail (N5): its secret is stored as a digest only, is valid once and for minutes, and stands in the link's fragment. */
export function createLinkRecovery(office: Office): Pick<Required<AccessPort>, 'requestRecovery' | 'recover'> {
  const { clock, hasher, ids, policyFor, recoveryUrl, store } = office;
  const policy = policyFor('portal').access;

  /** A new link takes the place of older ones. A name that nobody has gets the same rows, and no mail. */
  const request = async (tx: Tx, name: string, secret: { readonly text: string; readonly key: string }): Promise<Outcome<null, never>> => {
    const at = clock.now();
    const [account = null] = await tx.query('accounts', { where: eq('nameKey', name) });
    const target = account?.id ?? null;
    const row = await signInRow(tx, name);
    const sentAt = countedMails(row.recoveryMails ?? [], at);
    // Who asks too often is told the same, and the link that was sent last stays good.
    if (mayMail(sentAt, policy, at) !== null) return { answer: accepted(null), target };
    await tx.put('signIns', { ...row, version: row.version + 1, recoveryMails: [...sentAt, at] }, row.version);
    for (const old of await tx.query('recoveries', { where: eq('nameKey', name) })) await tx.delete('recoveries', old.id);
    const expiresAt = at + policy.recoveryLinkMinutes * MINUTE;
    await tx.put('recoveries', { id: secret.key, version: 1, nameKey: name, accountId: target, expiresAt }, 0);
    if (account !== null) {
      const text = mailTexts(account.locale).recovery(`${recoveryUrl}#${secret.text}`, policy.recoveryLinkMinutes);
      await post(tx, { id: ids.uuid(), to: account.email, ...text, secret: secret.text, at });
    }
    return { answer: accepted(null), target };
  };

  const redeem = async (tx: Tx, linkKey: string, passwordHash: string | null): Promise<Outcome<null, RecoveryRefusal>> => {
    const link = await tx.get('recoveries', linkKey);
    const account = link?.accountId == null || clock.now() >= link.expiresAt ? null : await tx.get('accounts', link.accountId);
    if (account === null || passwordHash === null) return { answer: refused('link-not-valid') };
    const changes = await finishRecovery(office, tx, account, { passwordHash, notice: ({ recovered }) => recovered() });
    if (changes === null) return { answer: refused('link-not-valid'), target: account.id };
    await tx.delete('recoveries', linkKey);
    return { answer: accepted(null), target: account.id, changes };
  };

  /** Whether a link may be good; one that is too old is swept. */
  const meets = async (linkKey: string): Promise<boolean> => {
    const link = await store.transaction('read', (tx) => tx.get('recoveries', linkKey));
    if (link === null || clock.now() < link.expiresAt) return link !== null;
    await store.transaction('write', (tx) => tx.delete('recoveries', linkKey));
    return false;
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
      const passwordHash = weakness === null && (await meets(linkKey)) ? await hasher.hash(password) : null;
      // The payload is stored as a digest; 256 random bits of the secret beside the password keep it from being guessed.
      return runOpenCommand<null, RecoveryRefusal>(office, meta, {
        type: 'access.recover',
        payload: { secret, password },
        work: (tx) => (weakness === null ? redeem(tx, linkKey, passwordHash) : Promise.resolve({ answer: refused(weakness) })),
      });
    },
  };
}
