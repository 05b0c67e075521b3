import {
  attemptsLeft,
  decideAccount,
  secretAnswerForm,
  secretAnswerIssue,
  secretQuestions,
  type AccessPort,
  type QuestionRefusal,
} from '@portico/core/access';
import { accepted, can, refused } from '@portico/core/kernel';
import { runCommand, type Outcome } from '../command-pipeline.ts';
import type { Tx } from '../collections.ts';
import type { Office } from '../office.ts';
import { post } from '../outbox.ts';
import { reserve } from './gate.ts';
import { mailTexts } from './mails.ts';
import { throwIfAborted, type Asker, type Sessions } from './sessions.ts';

type Answer = Outcome<null, QuestionRefusal>;

/**
 * The own secret question (N5). Whoever holds the page must know the password too: a try at it takes the way of a sign-in, reserved at the
 * same gate before it is looked at. The answer is kept as the hasher made it of its one form.
 */
export function createQuestionSetting(office: Office, sessions: Sessions): Pick<Required<AccessPort>, 'setSecretQuestion'> {
  const { store, clock, hasher, ids, policyFor, inTurn } = office;
  const policy = policyFor('portal').access;
  const right = { action: 'access.own-recovery' } as const;

  return {
    async setSecretQuestion({ question, answer, password }, meta) {
      // Neither answer nor password is in the payload: a digest of something so short could be guessed.
      const answered = (work: (tx: Tx, asker: Asker) => Promise<Answer>) =>
        runCommand<null, QuestionRefusal>(office, sessions, meta, {
          ...{ type: 'access.set-secret-question', payload: { question }, right, work },
        });
      const refusing = (code: QuestionRefusal, detail?: Readonly<Record<string, number>>) =>
        answered(async (_tx, { account }) => ({ answer: refused(code, detail), target: account.id }));

      const { account: asking, subject } = await sessions.reading(async (_tx, asker) => asker, meta.signal);
      const issue = secretQuestions.includes(question) ? secretAnswerIssue(answer) : 'question-unknown';
      if (issue !== null) return refusing(issue);
      return inTurn(`sign-in:${asking.nameKey}`, async () => {
        throwIfAborted(meta.signal);
        const isKnown = await store.transaction('read', (tx) => tx.get('commands', `${asking.id}/${meta.commandId}`));
        // A repetition costs no second try, and who may not do it none at all.
        if (isKnown || !can(subject, right.action).allow) return refusing('password-not-valid');
        const reserved = await store.transaction('write', (tx) => reserve(office, tx, asking.nameKey, 'sign-in.attempted'));
        if (!reserved.isTaken) return refusing('locked');
        const { account, at: reservedAt, life } = reserved;
        if (account === null || !(await hasher.verify(password, account.passwordHash))) {
          const left = attemptsLeft(life, policy, reservedAt);
          return left === 0 ? refusing('locked') : refusing('password-not-valid', { attemptsLeft: left });
        }
        const answerHash = await hasher.hash(secretAnswerForm(answer));
        return answered(async (tx, { account: now }) => {
          const target = now.id;
          const row = (await tx.get('signIns', now.nameKey))!;
          const at = clock.now();
          const decision = decideAccount(row.account, { type: 'sign-in.succeeded', reservedAt, at, policy });
          // Another password was set while this one was looked at, or somebody locked the account meanwhile.
          if (now.passwordHash !== account.passwordHash) return { answer: refused('password-not-valid'), target };
          if (!decision.accepted) return { answer: refused('locked'), target };
          await tx.put('signIns', { ...row, version: row.version + 1, account: decision.next }, row.version);
          await tx.put('accounts', { ...now, version: now.version + 1, secretQuestion: { question, answerHash } }, now.version);
          await post(tx, { id: ids.uuid(), to: now.email, ...mailTexts(now.locale).questionSet(), secret: null, at });
          return { answer: accepted(null), target };
        });
      });
    },
  };
}
