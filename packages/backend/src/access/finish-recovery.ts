import { decideAccount } from '@portico/core/access';
import type { OfficeChange } from '../changes.ts';
import type { AccountRecord, Tx } from '../collections.ts';
import type { Office } from '../office.ts';
import { post } from '../outbox.ts';
import { mailTexts, type MailText } from './mails.ts';
import { endSessionsOf, sessionChanges } from './sessions.ts';

/** What a recovery that proved right brings: the new password as the hasher made it, whatever else changes, and what the notice says. */
export interface Recovered {
  readonly passwordHash: string;
  readonly changed?: Pick<AccountRecord, 'recoveryCodeHash'>;
  readonly notice: (texts: ReturnType<typeof mailTexts>) => MailText;
}

/**
 * The end of every recovery (N5), in one transaction: the password is set, the account unlocked with its counters at zero, all sessions
 * ended, a notice posted. Answers whom to tell, or null where the account does not take it.
 */
export async function finishRecovery(
  { clock, ids, policyFor }: Office,
  tx: Tx,
  account: AccountRecord,
  { passwordHash, changed = {}, notice }: Recovered,
): Promise<readonly OfficeChange[] | null> {
  const at = clock.now();
  const row = await tx.get('signIns', account.nameKey);
  const decision = row && decideAccount(row.account, { type: 'recovery.completed', at, policy: policyFor('portal').access });
  if (!decision?.accepted) return null;
  await tx.put('accounts', { ...account, ...changed, version: account.version + 1, passwordHash }, account.version);
  await tx.put('signIns', { ...row!, version: row!.version + 1, account: decision.next }, row!.version);
  const ended = await endSessionsOf(tx, account.id);
  await post(tx, { id: ids.uuid(), to: account.email, ...notice(mailTexts(account.locale)), secret: null, at });
  return sessionChanges(ended, account);
}
