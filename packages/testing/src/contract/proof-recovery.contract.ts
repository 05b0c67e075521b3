import { equal, ok } from '@portico/backend/check';
import type { CommandAnswer } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import { people } from './contract-world.ts';
import type { ContractCase, ContractContext, Need } from './contract.ts';
import { failsWith, refusalOf, signedIn, valueOf } from './steps.ts';

const fresh = 'a quite new way to get in';
const nobody = 'nobody@work.example';

type Way = 'code' | 'answer';
const right = { code: people.clerk.recoveryCode, answer: people.clerk.secretQuestion.answer } as const;

interface Try {
  readonly proof: string;
  readonly name?: string;
  readonly password?: string;
  readonly commandId?: string;
}

async function prove(
  context: ContractContext,
  way: Way,
  { proof, name = people.clerk.name, password = fresh, commandId = context.commandId() }: Try,
): Promise<CommandAnswer<unknown>> {
  const access = (await context.connect()).access!;
  return way === 'code'
    ? access.recoverWithCode!({ name, code: proof, password }, { commandId })
    : access.recoverWithAnswer!({ name, answer: proof, password }, { commandId });
}

const tryIn = async (context: ContractContext, password: string, name: string = people.clerk.name): Promise<string> =>
  (await (await context.connect()).access!.signIn({ name, password })).status;

/** What must hold of a proof, whichever it is. */
const casesOf = (way: Way, needs: readonly Need[]): readonly ContractCase[] => [
  {
    title: `N5 the right ${way} sets the password, unlocks, zeroes the counters, ends all sessions and sends a notice`,
    needs: [...needs, 'mails'],
    async run(context) {
      const [page, other] = [await signedIn(context, 'clerk'), await signedIn(context, 'otherClerk')];
      for (let n = 0; n < 4; n += 1) await tryIn(context, 'wrong password here');
      equal(await tryIn(context, people.clerk.password), 'locked', 'before');
      equal(refusalOf(await prove(context, way, { proof: right[way] })), 'accepted', 'the recovery');
      equal(await page.access!.session(), null, 'the session of the account');
      ok(await other.access!.session(), 'the session of somebody else lives');
      for (let n = 0; n < 3; n += 1) equal(await tryIn(context, people.clerk.password), 'wrong-credentials', 'the old password');
      equal(await tryIn(context, fresh), 'signed-in', 'the new password');
      const [notice] = await context.mails!();
      equal([notice?.to, notice?.secret], [people.clerk.email, null], 'the notice');
      ok(!notice!.body.includes(right[way]), 'the notice holds no secret');
    },
  },
  {
    title: `N4 N5 four wrong ones are the last: then no ${way} is taken, nor the password, for names that nobody has alike`,
    needs,
    async run(context) {
      const readings = async (name: string): Promise<readonly unknown[]> => {
        const answers: unknown[] = [];
        for (let n = 0; n < 5; n += 1) answers.push(await prove(context, way, { name, proof: `wrong ${n}` }));
        return [...answers, await tryIn(context, 'wrong password here', name)];
      };
      const known = await readings(people.clerk.name);
      equal(
        known,
        [...[3, 2, 1].map(notValid), { status: 'refused', code: 'locked' }, { status: 'refused', code: 'locked' }, 'locked'],
        'known',
      );
      equal(await readings(nobody), known, 'a name that nobody has');
      equal(await readings(people.otherClerk.name), known, 'somebody who has none');
      equal(refusalOf(await prove(context, way, { proof: right[way] })), 'locked', 'the right one after');
      equal(await tryIn(context, people.clerk.password), 'locked', 'the right password after');
    },
  },
  {
    title: `N4 N5 guesses at passwords and at the ${way} are counted together at the sign-in`,
    needs,
    async run(context) {
      for (let n = 0; n < 2; n += 1) {
        equal(await tryIn(context, 'wrong password here'), 'wrong-credentials', 'a password');
        await prove(context, way, { proof: 'wrong' });
      }
      equal(await tryIn(context, people.clerk.password), 'locked', 'after the fourth failure of all');
      equal(refusalOf(await prove(context, way, { proof: right[way] })), 'accepted', 'and the way back is open');
    },
  },
  {
    title: `N4 N5 parallel guesses at the ${way} gain nothing`,
    needs,
    async run(context) {
      const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => prove(context, way, { proof: `guess ${n}` })));
      equal(answers.filter((answer) => refusalOf(answer) === 'proof-not-valid').length, 3, 'told wrong');
      equal(answers.filter((answer) => refusalOf(answer) === 'locked').length, 17, 'told locked');
    },
  },
  {
    title: `N5 a password that cannot be used costs no try at the ${way}`,
    needs,
    async run(context) {
      for (let n = 0; n < 5; n += 1)
        equal(refusalOf(await prove(context, way, { proof: right[way], password: 'short' })), 'password-too-short', 'short');
      equal(await prove(context, way, { proof: 'wrong' }), notValid(3), 'then the first wrong one');
    },
  },
  {
    title: `N5 the same command id proves the ${way} once and is answered alike, as after a lost answer`,
    needs,
    async run(context) {
      const commandId = context.commandId();
      const wrong = context.commandId();
      for (let n = 0; n < 5; n += 1)
        equal(await prove(context, way, { proof: 'wrong', commandId: wrong }), notValid(3), 'the same wrong one');
      for (let n = 0; n < 2; n += 1) equal(refusalOf(await prove(context, way, { proof: right[way], commandId })), 'accepted', `try ${n}`);
    },
  },
];

const notValid = (attemptsLeft: number) => ({ status: 'refused', code: 'proof-not-valid', detail: { attemptsLeft } });

const codeNeeds: readonly Need[] = ['access.recoverWithCode'];

/** Recovery by a saved code (N5). */
export const recoveryCodeCases: readonly ContractCase[] = [
  ...casesOf('code', codeNeeds),
  {
    title: 'N5 a code works once and the one that takes its place is told once: it works, the old one does not',
    needs: codeNeeds,
    async run(context) {
      const commandId = context.commandId();
      const first = valueOf(await prove(context, 'code', { proof: right.code, commandId }), 'the first') as { nextCode: string | null };
      ok(first.nextCode !== null && first.nextCode !== right.code, 'there is a new one');
      equal(valueOf(await prove(context, 'code', { proof: right.code, commandId }), 'again'), { nextCode: null }, 'a repetition');
      equal(refusalOf(await prove(context, 'code', { proof: right.code })), 'proof-not-valid', 'the old code');
      const typed = ` ${first.nextCode!.toUpperCase().replaceAll('-', ' ')} `;
      equal(refusalOf(await prove(context, 'code', { proof: typed })), 'accepted', 'the new one, as somebody types it');
    },
  },
  {
    title: 'N5 of two who use a code at the same moment one gets in',
    needs: codeNeeds,
    async run(context) {
      const both = await Promise.all([1, 2].map(() => prove(context, 'code', { proof: right.code })));
      equal(both.map(refusalOf).sort(), ['accepted', 'proof-not-valid'], 'both');
    },
  },
  {
    title: 'N5 whoever is signed in makes a new code, is told it once and by mail that it was made; an older one is void',
    needs: ['access.issueRecoveryCode', 'access.recoverWithCode', 'mails'],
    async run(context) {
      const { access } = await signedIn(context, 'clerk');
      const meta = { commandId: context.commandId() };
      const { code } = valueOf(await access!.issueRecoveryCode!(meta), 'the new code');
      ok(code !== null && code.replace(/[^0-9a-z]/gi, '').length >= 6, 'it is told');
      equal(valueOf(await access!.issueRecoveryCode!(meta), 'again'), { code: null }, 'a repetition');
      const [notice] = await context.mails!();
      ok(notice?.to === people.clerk.email && !notice.body.includes(code!), 'the notice, without the code');
      equal(refusalOf(await prove(context, 'code', { proof: right.code })), 'proof-not-valid', 'the older one');
      equal(refusalOf(await prove(context, 'code', { proof: code! })), 'accepted', 'the new one');
    },
  },
  {
    title: 'a recovery code is made for nobody who is not signed in',
    needs: ['access.issueRecoveryCode'],
    async run(context) {
      const { access } = await context.connect();
      await failsWith('not-signed-in', () => access!.issueRecoveryCode!({ commandId: context.commandId() }), 'making one');
    },
  },
];

const questionNeeds: readonly Need[] = ['access.recoveryQuestion', 'access.recoverWithAnswer'];
const questionOf = async (context: ContractContext, name: string) => (await context.connect()).access!.recoveryQuestion!({ name });

interface Setting {
  readonly answer?: string;
  readonly password?: string;
  readonly commandId?: string;
}

async function setQuestion(context: ContractContext, page: Backend, setting: Setting = {}): Promise<CommandAnswer<null>> {
  const { answer = '  A Canal   Boat ', password = people.clerk.password, commandId = context.commandId() } = setting;
  return page.access!.setSecretQuestion!({ question: 'first-journey', answer, password }, { commandId });
}

const settingNeeds: readonly Need[] = ['access.setSecretQuestion', ...questionNeeds];

const questionSettingCases: readonly ContractCase[] = [
  {
    title:
      'N5 whoever is signed in and gives the password sets question and answer: they get the person back in, the older answer does not',
    needs: [...settingNeeds, 'mails'],
    async run(context) {
      const page = await signedIn(context, 'clerk');
      const commandId = context.commandId();
      for (let n = 0; n < 2; n += 1)
        equal(await setQuestion(context, page, { commandId }), { status: 'accepted', value: null }, `try ${n}`);
      const [notice, ...others] = await context.mails!();
      equal([notice?.to, notice?.secret, others.length], [people.clerk.email, null, 0], 'one notice');
      ok(!/canal/i.test(notice!.body), 'without the answer');
      ok(await page.access!.session(), 'the session lives');
      equal(await questionOf(context, people.clerk.name), { question: 'first-journey' }, 'the question');
      equal(refusalOf(await prove(context, 'answer', { proof: right.answer })), 'proof-not-valid', 'the older answer');
      equal(refusalOf(await prove(context, 'answer', { proof: 'a ＣＡＮＡＬ boat' })), 'accepted', 'the new one, typed otherwise');
    },
  },
  {
    title: 'N4 N5 a password at the secret question is a try at the sign-in: four wrong ones lock, the right one zeroes the count',
    needs: settingNeeds,
    async run(context) {
      const page = await signedIn(context, 'clerk');
      const wrong = context.commandId();
      const tell = async (setting: Setting) => setQuestion(context, page, { password: 'wrong password here', ...setting });
      for (let n = 0; n < 3; n += 1)
        equal(await tell({ commandId: wrong }), { status: 'refused', code: 'password-not-valid', detail: { attemptsLeft: 3 } }, 'once');
      equal(await tryIn(context, 'wrong password here'), 'wrong-credentials', 'a second, at the sign-in');
      equal(refusalOf(await setQuestion(context, page)), 'accepted', 'the right one');
      for (let n = 3; n > 0; n -= 1)
        equal(await tell({}), { status: 'refused', code: 'password-not-valid', detail: { attemptsLeft: n } }, `${n} left`);
      equal(refusalOf(await tell({})), 'locked', 'the fourth');
      equal(refusalOf(await setQuestion(context, page)), 'locked', 'the right one after');
      equal(await tryIn(context, people.clerk.password), 'locked', 'and at the sign-in');
    },
  },
  {
    title: 'N4 N5 parallel guesses at the password of the secret question gain nothing',
    needs: settingNeeds,
    async run(context) {
      const page = await signedIn(context, 'clerk');
      const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => setQuestion(context, page, { password: `a guess ${n}` })));
      equal(answers.filter((answer) => refusalOf(answer) === 'password-not-valid').length, 3, 'told wrong');
      equal(answers.filter((answer) => refusalOf(answer) === 'locked').length, 9, 'told locked');
      equal(await questionOf(context, people.clerk.name), { question: people.clerk.secretQuestion.question }, 'and set was nothing');
    },
  },
  {
    title: 'N5 an answer that cannot be kept, and a question that nobody has, cost no try; nobody sets one who is not signed in',
    needs: settingNeeds,
    async run(context) {
      const page = await signedIn(context, 'clerk');
      const password = 'wrong password here';
      for (const [answer, code] of [
        [' \u00a0 ', 'answer-missing'],
        ['x  ', 'answer-too-short'],
        ['x'.repeat(400), 'answer-too-long'],
      ] as const)
        equal(refusalOf(await setQuestion(context, page, { answer, password })), code, code);
      const own = { question: 'of my own' as 'first-street', answer: 'something', password };
      equal(refusalOf(await page.access!.setSecretQuestion!(own, { commandId: context.commandId() })), 'question-unknown', 'a question');
      equal(refusalOf(await setQuestion(context, page, { password })), 'password-not-valid', 'the first wrong password');
      await failsWith('not-signed-in', async () => setQuestion(context, await context.connect()), 'nobody');
    },
  },
];

/** Recovery by a secret question (N5; reliability 1.3). */
export const secretQuestionCases: readonly ContractCase[] = [
  ...casesOf('answer', questionNeeds),
  {
    title: 'N5 the question of an account is the chosen one, for its name in any case',
    needs: questionNeeds,
    async run(context) {
      for (const name of [people.clerk.name, ` ${people.clerk.name.toUpperCase()} `])
        equal(await questionOf(context, name), { question: people.clerk.secretQuestion.question }, name);
    },
  },
  {
    title: 'N5 names that nobody has, and accounts without one, get a question of the same kind, always the same one',
    needs: questionNeeds,
    async run(context) {
      const names = [people.otherClerk.name, ...Array.from({ length: 12 }, (_, n) => `nobody-${n}@work.example`)];
      const first = await Promise.all(names.map((name) => questionOf(context, name)));
      for (let round = 0; round < 3; round += 1) equal(await Promise.all(names.map((name) => questionOf(context, name))), first, 'later');
      for (const one of first) equal(Object.keys(one), ['question'], 'its form');
      ok(new Set(first.map(({ question }) => question)).size > 1, 'they differ from name to name');
    },
  },
  {
    title: 'N5 an answer is the same however it is typed: compatibility forms, case, blanks',
    needs: questionNeeds,
    async run(context) {
      equal(refusalOf(await prove(context, 'answer', { proof: '  STRASSE   des ｌichts ' })), 'accepted', 'typed otherwise');
    },
  },
  ...questionSettingCases,
];
