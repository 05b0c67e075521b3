import { equal, ok } from '@portico/backend/check';
import type { AccessPort } from '@portico/core/access';
import type { ContractCase, ContractContext, Need } from './contract.ts';
import { people } from './contract-world.ts';
import { failsWith, refusalOf, signedIn, valueOf } from './steps.ts';

const needs: readonly Need[] = ['access.findAccounts', 'access.unlockAccount', 'access.endSessions'];

const deskOf = async (context: ContractContext): Promise<Required<AccessPort>> =>
  (await signedIn(context, 'helpdesk')).access as Required<AccessPort>;

const clerkId = people.clerk.subject.accountId;

async function lock(context: ContractContext, name: string): Promise<void> {
  const { access } = await context.connect();
  for (let n = 0; n < 4; n += 1) await access!.signIn({ name, password: 'not the password of anybody' });
}

/** What the helpdesk does for people who cannot get in (N6). */
export const accountDeskCases: readonly ContractCase[] = [
  {
    title: 'N6 the helpdesk finds an account by its exact name or e-mail address, and lists nothing otherwise',
    needs,
    async run(context) {
      const desk = await deskOf(context);
      const found = async (text: string) => (await desk.findAccounts({ text })).map(({ accountId }) => accountId);
      for (const text of [people.clerk.name, ` ${people.clerk.name.toUpperCase()}`, people.clerk.email, people.clerk.email.toUpperCase()])
        equal(await found(text), [clerkId], text);
      for (const text of ['', ' ', 'clerk', people.clerk.subject.displayName, '%', '*', people.stranger.name, people.stranger.email])
        equal(await found(text), [], `"${text}"`);
    },
  },
  {
    title: 'N6 its state is told: lock, live sessions, last sign-in',
    needs,
    async run(context) {
      const desk = await deskOf(context);
      const state = async () => (await desk.findAccounts({ text: people.clerk.name }))[0]!;
      const fresh = await state();
      equal(
        [fresh.life, fresh.isLocked, fresh.lockedUntil, fresh.sessions, fresh.lastSignInAt],
        ['active', false, null, 0, null],
        'at first',
      );
      equal([fresh.displayName, fresh.email], [people.clerk.subject.displayName, people.clerk.email], 'whose it is');
      const at = context.clock.now();
      await Promise.all([signedIn(context, 'clerk'), signedIn(context, 'clerk')]);
      await context.clock.advance(1);
      await lock(context, people.clerk.name);
      const locked = await state();
      equal([locked.isLocked, locked.sessions, locked.lastSignInAt], [true, 2, at], 'after two sign-ins and a lock');
      const { sessionIdleMinutes } = (await (await context.connect()).policies.for('portal')).policy.access;
      await context.clock.advance(sessionIdleMinutes * 60_000 - 1);
      const later = await deskOf(context);
      equal((await later.findAccounts({ text: people.clerk.name }))[0]!.sessions, 0, 'sessions that were idle too long');
    },
  },
  {
    title: 'N6 what is found can be unlocked and its sessions ended, and both stand in its audit, the newest first',
    needs,
    async run(context) {
      const desk = await deskOf(context);
      const [page, other] = [await signedIn(context, 'clerk'), await signedIn(context, 'otherClerk')];
      await lock(context, people.clerk.name);
      await context.clock.advance(1);
      valueOf(await desk.unlockAccount({ accountId: clerkId }, { commandId: context.commandId() }), 'unlocking');
      await context.clock.advance(1);
      equal(
        valueOf(await desk.endSessions({ accountId: clerkId }, { commandId: context.commandId() }), 'ending'),
        { ended: 1 },
        'sessions',
      );
      equal(await page.access!.session(), null, 'the session of the account');
      ok(await other.access!.session(), 'the session of somebody else lives');
      await context.clock.advance(1);
      const [state] = await desk.findAccounts({ text: people.clerk.email });
      equal([state!.isLocked, state!.sessions], [false, 0], 'its state');
      const traces = state!.traces.filter(({ action }) => action !== 'access.find-account');
      equal(
        traces.slice(0, 2).map(({ action, outcome, code, by }) => [action, outcome, code, by]),
        [
          ['access.end-sessions', 'accepted', null, 'desk'],
          ['access.unlock-account', 'accepted', null, 'desk'],
        ],
        'what happened last',
      );
      ok(
        traces.some(({ action, outcome, by }) => action === 'access.sign-in' && outcome === 'locked' && by === 'person'),
        'the lock',
      );
      ok(
        state!.traces.some(({ action }) => action === 'access.find-account'),
        'the look at it',
      );
      ok(state!.traces.length <= 10, 'a few lines');
      equal((await page.access!.signIn(people.clerk)).status, 'signed-in', 'the clerk after');
    },
  },
  {
    title: 'N6 nobody but the helpdesk finds an account, unlocks it or ends its sessions',
    needs,
    async run(context) {
      await lock(context, people.newcomer.name);
      for (const person of ['otherClerk', 'claimsCenter'] as const) {
        const access = (await signedIn(context, person)).access as Required<AccessPort>;
        await failsWith('denied', () => access.findAccounts({ text: people.clerk.name }), `${person} looks`);
        const { accountId } = people.newcomer.subject;
        equal(refusalOf(await access.unlockAccount({ accountId }, { commandId: context.commandId() })), 'denied', `${person} unlocks`);
        equal(refusalOf(await access.endSessions({ accountId: clerkId }, { commandId: context.commandId() })), 'denied', `${person} ends`);
      }
      const nobody = (await context.connect()).access as Required<AccessPort>;
      await failsWith('not-signed-in', () => nobody.findAccounts({ text: people.clerk.name }), 'a page that is not signed in');
    },
  },
  {
    title: 'N6 accounts of another organisation are answered for like none',
    needs,
    async run(context) {
      const desk = await deskOf(context);
      const { accountId } = people.stranger.subject;
      await lock(context, people.stranger.name);
      for (const id of [accountId, 'account:of-nobody']) {
        equal(refusalOf(await desk.unlockAccount({ accountId: id }, { commandId: context.commandId() })), 'no-such-account', 'unlocking');
        equal(refusalOf(await desk.endSessions({ accountId: id }, { commandId: context.commandId() })), 'no-such-account', 'ending');
      }
    },
  },
];
