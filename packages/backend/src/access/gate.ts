import { decideAccount, newAccount, type Account } from '@portico/core/access';
import type { Instant } from '@portico/core/kernel';
import type { AccountRecord, SignInRecord, Tx } from '../collections.ts';
import type { Office } from '../office.ts';

/** What may be tried under a name: a password, or a recovery code or answer. */
export type Door = 'sign-in.attempted' | 'recovery.attempted';

/** A try that was counted before anything is looked at, or the row as it is where none is taken any more. */
export type Reserved =
  | { readonly isTaken: false; readonly row: SignInRecord }
  | {
      readonly isTaken: true;
      readonly at: Instant;
      readonly life: Account;
      readonly accountId: string | null;
      readonly account: AccountRecord | null;
    };

/** The row of a name; one that nobody has is begun like any other. */
export async function signInRow(tx: Tx, key: string): Promise<SignInRecord> {
  return (await tx.get('signIns', key)) ?? { id: key, version: 0, account: newAccount('active'), accountId: null };
}

/** The one gate of all doors (N4, N5): counts the try as a failure first, so that parallel guesses gain nothing. */
export async function reserve({ clock, policyFor }: Office, tx: Tx, key: string, door: Door): Promise<Reserved> {
  const row = await signInRow(tx, key);
  const at = clock.now();
  const decision = decideAccount(row.account, { type: door, at, policy: policyFor('portal').access });
  if (!decision.accepted) return { isTaken: false, row };
  await tx.put('signIns', { ...row, version: row.version + 1, account: decision.next }, row.version);
  const { accountId } = row;
  return { isTaken: true, at, life: decision.next, accountId, account: accountId === null ? null : await tx.get('accounts', accountId) };
}
