import {
  attemptsLeft,
  decideAccount,
  isLocked,
  lockedUntil,
  maySignIn,
  type Account,
  type Session,
  type SignInAnswer,
} from '@portico/core/access';
import type { Instant } from '@portico/core/kernel';
import { audit } from '../audit.ts';
import type { AccountRecord, SignInRecord, Tx } from '../collections.ts';
import type { Office } from '../office.ts';
import { reserve } from './gate.ts';
import { nameKey } from './names.ts';
import { throwIfAborted, type Sessions } from './sessions.ts';

/** The one gate for passwords (N4). */
export type SignIn = (
  sessions: Sessions,
  credentials: { readonly name: string; readonly password: string },
  signal?: AbortSignal,
) => Promise<SignInAnswer>;

type Tried =
  | { readonly locked: SignInAnswer }
  | {
      readonly at: Instant;
      readonly account: AccountRecord | null;
      /** What a wrong password is answered: this attempt's own place in the count, whatever others do meanwhile. */
      readonly ifWrong: SignInAnswer;
    };

/**
 * Two transactions: reserve the attempt, refused if locked; look at the password outside; then record success, or leave the attempt spent.
 * Names that nobody has take the same way at the same cost, with a password that nobody knows. Tries at one name wait for one another
 * here, so that people who are right at the same moment all get in; across processes the reservation alone keeps the count.
 */
export function createSignIn(office: Office): SignIn {
  const { store, clock, ids, hasher, policyFor, inTurn } = office;
  const policy = policyFor('portal').access;
  const nobodysHash = hasher.hash(ids.secret());
  // Whoever signs in first hears of a hasher that does not work.
  nobodysHash.catch(() => undefined);

  const attempt = async (tx: Tx, key: string): Promise<Tried> => {
    const reserved = await reserve(office, tx, key, 'sign-in.attempted');
    if (!reserved.isTaken) {
      await audited(tx, reserved.row, 'locked');
      return { locked: lockedAnswer(reserved.row.account) };
    }
    const { at, account, life } = reserved;
    return { at, account, ifWrong: wrongAnswer(life, at) };
  };

  const settle = async (
    tx: Tx,
    key: string,
    { at: reservedAt, account: tried, ifWrong }: Exclude<Tried, { readonly locked: SignInAnswer }>,
    isRight: boolean,
    begin: (account: AccountRecord) => Promise<Session>,
  ): Promise<SignInAnswer> => {
    const row = (await tx.get('signIns', key))!;
    const at = clock.now();
    const account = tried && (await tx.get('accounts', tried.id));
    // A recovery that was finished while the password was looked at must not let the former one in.
    if (!isRight || account === null || account.passwordHash !== tried?.passwordHash) {
      const answer = isRight ? wrongAnswer(row.account, at) : ifWrong;
      await audited(tx, row, answer.status);
      return answer;
    }
    const decision = decideAccount(row.account, { type: 'sign-in.succeeded', reservedAt, at, policy });
    if (!decision.accepted) return lockedAnswer(row.account);
    const status = maySignIn(decision.next) ? 'signed-in' : 'not-active';
    const signedIn = status === 'signed-in' ? { signedInAt: at } : {};
    await tx.put('signIns', { ...row, ...signedIn, version: row.version + 1, account: decision.next }, row.version);
    await audited(tx, row, status);
    return status === 'signed-in' ? { status, session: await begin(account) } : { status };
  };

  const lockedAnswer = (account: Account): SignInAnswer => ({ status: 'locked', until: lockedUntil(account, policy) });

  const wrongAnswer = (account: Account, at: Instant): SignInAnswer =>
    isLocked(account, policy, at)
      ? lockedAnswer(account)
      : { status: 'wrong-credentials', attemptsLeft: attemptsLeft(account, policy, at) };

  const audited = (tx: Tx, row: SignInRecord, outcome: SignInAnswer['status']): Promise<void> =>
    audit(office, tx, {
      ...{ organisationId: null, actor: row.accountId, action: 'access.sign-in', target: row.accountId },
      ...{ outcome, code: null, commandId: null },
    });

  return async (sessions, { name, password }, signal) => {
    const key = await nameKey(hasher, name);
    return inTurn(`sign-in:${key}`, async () => {
      throwIfAborted(signal);
      const reserved = await store.transaction('write', (tx) => attempt(tx, key));
      if ('locked' in reserved) return reserved.locked;
      const dummy = await nobodysHash;
      const isRight = await hasher.verify(password, reserved.account?.passwordHash ?? dummy);
      throwIfAborted(signal);
      const text = ids.secret();
      const token = { text, key: await hasher.digest(text) };
      const answer = await store.transaction('write', (tx) =>
        settle(tx, key, reserved, isRight, (account) => sessions.begin(tx, account, token)),
      );
      if (answer.status === 'signed-in') sessions.keep(text);
      return answer;
    });
  };
}
