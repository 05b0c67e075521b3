import { equal, ok } from '@portico/backend/check';
import type { AccessPort, SignInAnswer } from '@portico/core/access';
import type { Backend } from '@portico/core/portal';
import type { ContractCase, ContractContext } from './contract.ts';
import { people, type PersonName } from './contract-world.ts';
import { failsWith, refusalOf, signedIn, valueOf } from './steps.ts';

const wrong = 'not the password of anybody';

async function accessOf(context: ContractContext, backend?: Backend): Promise<Required<AccessPort>> {
  const { access } = backend ?? (await context.connect());
  ok(access, 'there is an access port');
  return access as Required<AccessPort>;
}

const tryIn = async (context: ContractContext, name: string, password: string): Promise<SignInAnswer> =>
  (await accessOf(context)).signIn({ name, password });

const right = (context: ContractContext, person: PersonName): Promise<SignInAnswer> =>
  tryIn(context, people[person].name, people[person].password);

async function failTimes(context: ContractContext, name: string, times: number): Promise<readonly SignInAnswer[]> {
  const answers: SignInAnswer[] = [];
  for (let n = 0; n < times; n += 1) answers.push(await tryIn(context, name, wrong));
  return answers;
}

/** Getting in, staying in and getting out (N4, N6, N8). Recovery has cases of its own. */
export const accessCases: readonly ContractCase[] = [
  {
    title: 'signs in with the right password, whatever the case of the name, and tells who is in and until when',
    needs: ['access'],
    async run(context) {
      const { name, password, subject } = people.clerk;
      const answer = await tryIn(context, ` ${name.toUpperCase()} `, password);
      ok(answer.status === 'signed-in', `wanted signed-in, got ${answer.status}`);
      equal(answer.session.subject, { ...subject, organisationId: 'organisation:1' }, 'the subject');
      equal(answer.session.startedAt, context.clock.now(), 'the start');
      ok(answer.session.endsAt > answer.session.startedAt, 'the session ends after it began');
    },
  },
  {
    title: 'N4 tells the tries that are left and locks on the fourth failure',
    needs: ['access'],
    async run(context) {
      equal(
        await failTimes(context, people.clerk.name, 4),
        [...[3, 2, 1].map((attemptsLeft) => ({ status: 'wrong-credentials', attemptsLeft })), { status: 'locked', until: null }],
        'four failures',
      );
    },
  },
  {
    title: 'N4 a lock holds whatever is tried after, the right password too',
    needs: ['access'],
    async run(context) {
      await failTimes(context, people.clerk.name, 4);
      equal(await right(context, 'clerk'), { status: 'locked', until: null }, 'the right password');
      equal((await failTimes(context, people.clerk.name, 1))[0], { status: 'locked', until: null }, 'a wrong password');
      equal((await right(context, 'otherClerk')).status, 'signed-in', 'somebody else');
    },
  },
  {
    title: 'N4 a success resets the counter, the third failure before it and all',
    needs: ['access'],
    async run(context) {
      for (let round = 0; round < 2; round += 1) {
        await failTimes(context, people.clerk.name, 3);
        equal((await right(context, 'clerk')).status, 'signed-in', 'the right password at the fourth try');
      }
    },
  },
  {
    title: 'N4 answers for names that nobody has like for names that somebody has, word for word',
    needs: ['access'],
    async run(context) {
      equal(await failTimes(context, 'nobody@work.example', 6), await failTimes(context, people.clerk.name, 6), 'six failures each');
    },
  },
  {
    title: 'N4 parallel guesses gain nothing: three are told wrong, all others locked',
    needs: ['access'],
    async run(context) {
      const answers = await Promise.all(Array.from({ length: 40 }, () => tryIn(context, people.clerk.name, wrong)));
      equal(answers.filter(({ status }) => status === 'wrong-credentials').length, 3, 'told wrong');
      equal(answers.filter(({ status }) => status === 'locked').length, 37, 'told locked');
    },
  },
  {
    title: 'N4 people who are right at the same moment all get in',
    needs: ['access'],
    async run(context) {
      const answers = await Promise.all(Array.from({ length: 12 }, () => right(context, 'clerk')));
      equal(
        answers.map(({ status }) => status),
        answers.map(() => 'signed-in'),
        'twelve at once',
      );
    },
  },
  {
    title: 'N8 an account that is not active yet is told so after the right password only',
    needs: ['access'],
    async run(context) {
      equal((await failTimes(context, people.newcomer.name, 1))[0], { status: 'wrong-credentials', attemptsLeft: 3 }, 'a wrong password');
      equal(await right(context, 'newcomer'), { status: 'not-active' }, 'the right password');
    },
  },
  {
    title: 'a page has no session before sign-in and none after sign-out, and other pages keep theirs',
    needs: ['access'],
    async run(context) {
      const [page, other] = [await signedIn(context, 'clerk'), await signedIn(context, 'clerk')];
      const access = await accessOf(context, page);
      equal((await access.session())?.subject.accountId, people.clerk.subject.accountId, 'after sign-in');
      await access.signOut();
      await access.signOut();
      equal(await access.session(), null, 'after sign-out');
      equal((await other.access!.session())?.subject.accountId, people.clerk.subject.accountId, 'the other page');
      equal(await (await accessOf(context)).session(), null, 'a new page');
    },
  },
  {
    title: 'a reload keeps the session, and a sign-out before it does not',
    needs: ['access', 'reload'],
    async run(context) {
      const before = await signedIn(context, 'clerk');
      const session = await before.access!.session();
      const after = await context.reload!(before);
      equal(await after.access!.session(), session, 'the session after a reload');
      await after.access!.signOut();
      equal(await (await context.reload!(after)).access!.session(), null, 'the session after sign-out and reload');
    },
  },
  {
    title: 'a session ends when it was idle for as long as policy says, not a moment earlier',
    needs: ['access'],
    async run(context) {
      const { access, policies } = await signedIn(context, 'clerk');
      const idle = (await policies.for('portal')).policy.access.sessionIdleMinutes * 60_000;
      await context.clock.advance(idle - 1);
      ok(await access!.session(), 'one millisecond before');
      await context.clock.advance(1);
      equal(await access!.session(), null, 'at the limit');
    },
  },
  {
    title: 'a session that is used lives on, until its absolute end',
    needs: ['access', 'drafts'],
    async run(context) {
      const { access, drafts, policies } = await signedIn(context, 'clerk');
      const { sessionIdleMinutes } = (await policies.for('portal')).policy.access;
      const { endsAt } = (await access!.session())!;
      const step = Math.floor((sessionIdleMinutes * 60_000) / 2);
      while (context.clock.now() + step < endsAt) {
        await context.clock.advance(step);
        equal(await drafts!.get('any'), null, 'used half an idle time later');
      }
      await context.clock.advance(endsAt - context.clock.now());
      equal(await access!.session(), null, 'at its end');
      await failsWith('not-signed-in', () => drafts!.get('any'), 'a use after its end');
    },
  },
  {
    title: 'a page that tells that its person is still there keeps its session, until the absolute end',
    needs: ['access.keepAlive'],
    async run(context) {
      const { access, policies } = await signedIn(context, 'clerk');
      const { sessionIdleMinutes } = (await policies.for('portal')).policy.access;
      const { endsAt } = (await access!.session())!;
      for (let n = 0; n < 3; n += 1) {
        await context.clock.advance(sessionIdleMinutes * 60_000 - 1);
        equal((await access!.keepAlive!())?.endsAt, endsAt, 'a moment before its idle end');
      }
      await context.clock.advance(endsAt - context.clock.now());
      equal(await access!.keepAlive!(), null, 'at its end');
      equal(await (await accessOf(context)).keepAlive(), null, 'a page without a session');
    },
  },
  {
    title: 'N6 the helpdesk ends a lock by hand, and nobody else does',
    needs: ['access.unlockAccount'],
    async run(context) {
      const [helpdesk, clerk] = [await signedIn(context, 'helpdesk'), await signedIn(context, 'otherClerk')];
      const unlock = async (backend: Backend, name: string): Promise<string> =>
        refusalOf(await backend.access!.unlockAccount!({ name }, { commandId: context.commandId() }));
      equal(await unlock(helpdesk, people.clerk.name), 'not-locked', 'an open account');
      await failTimes(context, people.clerk.name, 4);
      equal(await unlock(clerk, people.clerk.name), 'denied', 'a clerk');
      equal((await right(context, 'clerk')).status, 'locked', 'still locked');
      equal(await unlock(helpdesk, people.clerk.name), 'accepted', 'the helpdesk');
      equal(await failTimes(context, people.clerk.name, 1), [{ status: 'wrong-credentials', attemptsLeft: 3 }], 'the counter after');
      equal((await right(context, 'clerk')).status, 'signed-in', 'the right password after');
      await failTimes(context, people.stranger.name, 4);
      equal(await unlock(helpdesk, people.stranger.name), 'no-such-account', 'somebody of another organisation');
      equal(await unlock(helpdesk, 'nobody@work.example'), 'no-such-account', 'nobody');
    },
  },
  {
    title: 'the same command id is answered alike and done once; with another payload it is refused',
    needs: ['access.unlockAccount'],
    async run(context) {
      const { access } = await signedIn(context, 'helpdesk');
      await failTimes(context, people.clerk.name, 4);
      const meta = { commandId: context.commandId() };
      valueOf(await access!.unlockAccount!({ name: people.clerk.name }, meta), 'the first time');
      await failTimes(context, people.clerk.name, 4);
      valueOf(await access!.unlockAccount!({ name: people.clerk.name }, meta), 'the second time');
      equal((await right(context, 'clerk')).status, 'locked', 'the second time did nothing');
      equal(refusalOf(await access!.unlockAccount!({ name: people.otherClerk.name }, meta)), 'payload-differs', 'another name');
    },
  },
  {
    title: 'commands that need a right are not taken from a page that is not signed in',
    needs: ['access.unlockAccount'],
    async run(context) {
      const access = await accessOf(context);
      await failsWith('not-signed-in', () => access.unlockAccount({ name: 'x' }, { commandId: context.commandId() }), 'unlocking');
    },
  },
];
