import {
  proofsLeft,
  recoveryCodeForm,
  recoveryCodeOf,
  secretAnswerForm,
  secretQuestions,
  type AccessPort,
  type RecoveryRefusal,
} from '@portico/core/access';
import { accepted, refused, type CommandAnswer, type CommandMeta } from '@portico/core/kernel';
import { runCommand, runOpenCommand, type Outcome } from '../command-pipeline.ts';
import type { AccountRecord, Tx } from '../collections.ts';
import type { Office } from '../office.ts';
import { post } from '../outbox.ts';
import { finishRecovery, type Recovered } from './finish-recovery.ts';
import { reserve, signInRow } from './gate.ts';
import { mailTexts } from './mails.ts';
import { nameKey } from './names.ts';
import { checkPassword } from './password.rules.ts';
import { throwIfAborted, type Sessions } from './sessions.ts';

/** A way back in by something that one knows. */
interface Proof<Value> {
  /** Name of the command. */
  readonly type: string;
  readonly name: string;
  /** What was typed, in its one form. */
  readonly typed: string;
  readonly password: string;
  /** What the account keeps of it, as the hasher made it. */
  readonly kept: (account: AccountRecord) => string | undefined;
  /** What a right proof changes beside the password, what is answered once, and what a repetition is answered. */
  readonly renew: () => Promise<Omit<Recovered, 'passwordHash'> & { readonly value: Value; readonly again: Value }>;
}

/**
 * Recovery by a saved code or a secret question (N5). A proof takes the way of a password: a try is reserved at the same gate, looked at
 * outside of any transaction, and only a right one has an effect. Names that nobody has, and accounts without such a proof, take the same
 * way at the same cost, with one that nobody knows.
 */
export function createProofRecovery(
  office: Office,
): Pick<Required<AccessPort>, 'recoveryQuestion' | 'recoverWithAnswer' | 'recoverWithCode'> {
  const { store, hasher, ids, policyFor, inTurn } = office;
  const policy = policyFor('portal').access;
  let nobodysHash: Promise<string> | undefined;

  async function recover<Value>(proof: Proof<Value>, meta: CommandMeta): Promise<CommandAnswer<Value, RecoveryRefusal>> {
    const { type, name, typed, password, kept, renew } = proof;
    const key = await nameKey(hasher, name);
    const weakness = checkPassword(password, policy);
    // Neither proof nor password is in the payload: a digest of something so short could be guessed.
    const answered = (work: (tx: Tx) => Promise<Outcome<Value, RecoveryRefusal>>) =>
      runOpenCommand<Value, RecoveryRefusal>(office, meta, { type, payload: { key }, work });
    const refusing = (code: RecoveryRefusal, target: string | null = null, detail?: Readonly<Record<string, number>>) =>
      answered(async () => ({ answer: refused(code, detail), target }));

    return inTurn(`sign-in:${key}`, async () => {
      throwIfAborted(meta.signal);
      if (weakness !== null) return refusing(weakness);
      // A repetition costs no second try.
      if (await store.transaction('read', (tx) => tx.get('commands', `anybody/${meta.commandId}`))) return refusing('proof-not-valid');
      const reserved = await store.transaction('write', (tx) => reserve(office, tx, key, 'recovery.attempted'));
      if (!reserved.isTaken) return refusing('locked', reserved.row.accountId);
      const { account, accountId, life } = reserved;
      const stored = account === null ? undefined : kept(account);
      const dummy = await (nobodysHash ??= hasher.hash(ids.secret()));
      const isRight = (await hasher.verify(typed, stored ?? dummy)) && stored !== undefined;
      if (!isRight) {
        const attemptsLeft = proofsLeft(life, policy);
        return attemptsLeft === 0 ? refusing('locked', accountId) : refusing('proof-not-valid', accountId, { attemptsLeft });
      }
      const passwordHash = await hasher.hash(password);
      const { value, again, ...recovered } = await renew();
      return answered(async (tx) => {
        const now = await tx.get('accounts', account!.id);
        // Used up meanwhile, by another process.
        if (now === null || kept(now) !== stored) return { answer: refused('proof-not-valid'), target: accountId };
        const changes = await finishRecovery(office, tx, now, { passwordHash, ...recovered });
        if (changes === null) return { answer: refused('proof-not-valid'), target: accountId };
        return { answer: accepted(value), kept: accepted(again), target: accountId, changes };
      });
    });
  }

  return {
    async recoveryQuestion({ name }) {
      const key = await nameKey(hasher, name);
      const drawn = await hasher.digest(ids.secret());
      return store.transaction('write', async (tx) => {
        const row = await signInRow(tx, key);
        const account = await tx.get('accounts', row.accountId ?? '');
        // Drawn for everybody, so that whoever has a question leaves the same traces as who has none.
        const decoy = row.decoy ?? secretQuestions[sumOf(drawn) % secretQuestions.length]!;
        if (row.decoy === undefined) await tx.put('signIns', { ...row, version: row.version + 1, decoy }, row.version);
        return { question: account?.secretQuestion?.question ?? decoy };
      });
    },
    recoverWithAnswer: ({ name, answer, password }, meta) =>
      recover<null>(
        {
          ...{ type: 'access.recover-with-answer', name, password, typed: secretAnswerForm(answer) },
          kept: ({ secretQuestion }) => secretQuestion?.answerHash,
          renew: async () => ({ notice: ({ recovered }) => recovered(), value: null, again: null }),
        },
        meta,
      ),
    recoverWithCode: ({ name, code, password }, meta) =>
      recover<{ readonly nextCode: string | null }>(
        {
          ...{ type: 'access.recover-with-code', name, password, typed: recoveryCodeForm(code) },
          kept: ({ recoveryCodeHash }) => recoveryCodeHash,
          renew: async () => {
            const next = await newCode(office);
            const again = { nextCode: null };
            return {
              changed: { recoveryCodeHash: next.hash },
              notice: ({ codeUsed }) => codeUsed(),
              value: { nextCode: next.code },
              again,
            };
          },
        },
        meta,
      ),
  };
}

/** A new recovery code for whoever is signed in (N5): told once, kept as the hasher made it, with a notice by mail. */
export function createCodeIssue(office: Office, sessions: Sessions): Pick<Required<AccessPort>, 'issueRecoveryCode'> {
  return {
    async issueRecoveryCode(meta) {
      const { code, hash } = await newCode(office);
      return runCommand<{ readonly code: string | null }, never>(office, sessions, meta, {
        ...{ type: 'access.issue-recovery-code', payload: null, right: { action: 'access.own-recovery' } },
        work: async (tx, { account }) => {
          const at = office.clock.now();
          await tx.put('accounts', { ...account, version: account.version + 1, recoveryCodeHash: hash }, account.version);
          await post(tx, { id: office.ids.uuid(), to: account.email, ...mailTexts(account.locale).codeIssued(), secret: null, at });
          return { answer: accepted({ code }), kept: accepted({ code: null }), target: account.id };
        },
      });
    },
  };
}

/** A recovery code, and what is kept of it. */
async function newCode({ hasher, ids }: Office): Promise<{ readonly code: string; readonly hash: string }> {
  const code = recoveryCodeOf(ids.secret());
  return { code, hash: await hasher.hash(recoveryCodeForm(code)) };
}

const sumOf = (text: string): number => [...text].reduce((sum, sign) => sum + sign.codePointAt(0)!, 0);
