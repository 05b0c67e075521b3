import { equal, ok } from '@portico/backend/check';
import type { AccessPort, Registration } from '@portico/core/access';
import type { Backend } from '@portico/core/portal';
import type { ContractCase, ContractContext, Need } from './contract.ts';
import { people } from './contract-world.ts';
import { failsWith, refusalOf, signedIn, valueOf } from './steps.ts';

const needs: readonly Need[] = ['access.register', 'access.pendingAccounts', 'access.activateAccount', 'access.refuseAccount'];

/** Somebody who registers. */
const newcomer: Registration = {
  ...{ displayName: 'Layla of the Front Desk', email: 'layla@mail.example', phone: '+971 4 555 0100', role: 'clerk' },
  ...{ providerNumber: 'DHA-F-0047', providerName: 'Clinic A', name: 'layla', password: 'a kettle of fish on Sunday', locale: 'en' },
};

const pageOf = async (context: ContractContext): Promise<Required<AccessPort>> => (await context.connect()).access as Required<AccessPort>;
const deskOf = async (context: ContractContext, person: 'helpdesk' | 'clerk' = 'helpdesk'): Promise<Required<AccessPort>> =>
  (await signedIn(context, person)).access as Required<AccessPort>;

async function registered(context: ContractContext, changes: Partial<Registration> = {}): Promise<void> {
  valueOf(await (await pageOf(context)).register({ ...newcomer, ...changes }, { commandId: context.commandId() }), 'registering');
}

const waiting = async (desk: Required<AccessPort>): Promise<readonly string[]> =>
  (await desk.pendingAccounts()).rows.map(({ displayName }) => displayName);

/** Registration (N7), and the helpdesk's queue (N8). */
export const registrationCases: readonly ContractCase[] = [
  {
    title: 'N7 N8 who registers waits, is activated for a provider, and only then signs in and sees its cases',
    needs: [...needs, 'claims.search'],
    async run(context) {
      await registered(context);
      const page: Backend = await context.connect();
      equal(await page.access!.signIn(newcomer), { status: 'not-active' }, 'before activation');
      equal(await page.access!.session(), null, 'no session');
      const desk = await deskOf(context);
      const { rows, total } = await desk.pendingAccounts();
      equal(total, 1, 'who waits');
      const { accountId, requestedAt, ...said } = rows[0]!;
      const { name: _name, password: _password, locale: _locale, ...shown } = newcomer;
      equal(said, shown, 'what the helpdesk reads: neither password nor name');
      equal(requestedAt, context.clock.now(), 'since when');
      valueOf(
        await desk.activateAccount({ accountId, providerIds: ['provider:a'], payerIds: [] }, { commandId: context.commandId() }),
        'activating',
      );
      equal(await waiting(desk), [], 'after');
      const answer = await page.access!.signIn(newcomer);
      ok(answer.status === 'signed-in', 'after activation');
      equal([answer.session.subject.roles, answer.session.subject.providerIds], [['clerk'], ['provider:a']], 'what it may');
    },
  },
  {
    title: 'N8 who is refused never signs in, and is told why by mail; neither answer can be given twice',
    needs: [...needs, 'mails'],
    async run(context) {
      await registered(context);
      const desk = await deskOf(context);
      const { accountId } = (await desk.pendingAccounts()).rows[0]!;
      const bound = { accountId, providerIds: ['provider:a'], payerIds: [] };
      valueOf(await desk.refuseAccount({ accountId, reason: 'provider-unknown' }, { commandId: context.commandId() }), 'refusing');
      equal(await waiting(desk), [], 'who waits');
      equal(refusalOf(await desk.activateAccount(bound, { commandId: context.commandId() })), 'not-pending', 'activating after');
      const again = { accountId, reason: 'has-account' } as const;
      equal(refusalOf(await desk.refuseAccount(again, { commandId: context.commandId() })), 'not-pending', 'refusing again');
      equal((await (await pageOf(context)).signIn(newcomer)).status, 'not-active', 'sign-in');
      const mails = (await context.mails!()).filter(({ to }) => to === newcomer.email);
      equal(mails.length, 2, 'mails: one that it arrived, one that it was refused');
      for (const { subject, body } of mails)
        for (const word of [newcomer.displayName, newcomer.name, newcomer.providerNumber, newcomer.phone, newcomer.password])
          ok(!`${subject} ${body}`.includes(word), `"${word}" stands in no mail`);
    },
  },
  {
    title: 'N7 a name that somebody has is answered like a new one, and only its owner is told, by mail',
    needs: [...needs, 'mails'],
    async run(context) {
      const page = await pageOf(context);
      const fresh = await page.register(newcomer, { commandId: context.commandId() });
      const taken = await page.register({ ...newcomer, name: ` ${people.clerk.name.toUpperCase()}` }, { commandId: context.commandId() });
      equal(JSON.stringify(taken), JSON.stringify(fresh), 'the answers, to the byte');
      equal(await waiting(await deskOf(context)), [newcomer.displayName], 'who waits');
      const told = (await context.mails!()).map(({ to }) => to).toSorted();
      equal(told, [newcomer.email, people.clerk.email].toSorted(), 'mails');
      equal((await page.signIn(people.clerk)).status, 'signed-in', 'the owner, by the password of before');
    },
  },
  {
    title: 'N7 tries that were counted before a name was anybody’s stay counted: no count tells that it is new',
    needs,
    async run(context) {
      const page = await pageOf(context);
      const wrong = { name: newcomer.name, password: 'not the password of anybody' };
      const before = await page.signIn(wrong);
      await registered(context);
      const after = await page.signIn(wrong);
      ok(before.status === 'wrong-credentials' && after.status === 'wrong-credentials', 'both are wrong');
      equal(after.attemptsLeft, before.attemptsLeft - 1, 'tries that are left');
    },
  },
  {
    title: 'N7 all that is asked is mandatory, and what is wrong is told by field; a password goes by the rules of all passwords',
    needs,
    async run(context) {
      const page = await pageOf(context);
      const asked = async (changes: Partial<Registration>) => {
        const answer = await page.register({ ...newcomer, ...changes }, { commandId: context.commandId() });
        return answer.status === 'refused' ? [answer.code, answer.detail] : answer.status;
      };
      for (const field of ['displayName', 'email', 'phone', 'providerNumber', 'providerName', 'name', 'password'] as const)
        equal(await asked({ [field]: '' }), ['registration-not-valid', { [field]: 'missing' }], field);
      equal(await asked({ email: 'layla' }), ['registration-not-valid', { email: 'not-valid' }], 'no address');
      equal(await asked({ password: 'short' }), ['registration-not-valid', { password: 'password-too-short' }], 'short');
      equal(await asked({ password: 'password12345' }), ['registration-not-valid', { password: 'password-too-common' }], 'common');
      equal(
        await asked({ role: 'helpdesk' as 'clerk' }),
        ['registration-not-valid', { role: 'missing' }],
        'a role that nobody may ask for',
      );
      equal(await waiting(await deskOf(context)), [], 'who waits');
    },
  },
  {
    title: 'N7 a repeated command registers once; too many for one address are told to wait, known name or not',
    needs,
    async run(context) {
      const page = await pageOf(context);
      const commandId = context.commandId();
      for (let n = 0; n < 3; n += 1) valueOf(await page.register(newcomer, { commandId }), 'the same again');
      const { recoveryMailsPerHour } = (await (await context.connect()).policies.for('portal')).policy.access;
      for (let n = 1; n < recoveryMailsPerHour; n += 1) await registered(context, { name: `layla-${n}` });
      for (const name of ['layla-again', people.clerk.name])
        await failsWith('rate-limited', () => page.register({ ...newcomer, name }, { commandId: context.commandId() }), name);
      equal((await (await deskOf(context)).pendingAccounts()).total, recoveryMailsPerHour, 'who waits');
      await context.clock.advance(3_600_000);
      await registered(context, { name: 'layla-later' });
    },
  },
  {
    title:
      'N8 nobody but the helpdesk of the organisation sees who waits, activates or refuses; nobody is activated for nothing, nor for whom it does not know',
    needs,
    async run(context) {
      await registered(context);
      const [desk, clerk, nobody] = [await deskOf(context), await deskOf(context, 'clerk'), await pageOf(context)];
      const { accountId } = (await desk.pendingAccounts()).rows[0]!;
      const [bound, meta] = [{ accountId, providerIds: ['provider:a'], payerIds: [] }, () => ({ commandId: context.commandId() })];
      await failsWith('denied', () => clerk.pendingAccounts(), 'a clerk looks');
      await failsWith('not-signed-in', () => nobody.pendingAccounts(), 'nobody looks');
      equal(refusalOf(await clerk.activateAccount(bound, meta())), 'denied', 'a clerk activates');
      equal(refusalOf(await clerk.refuseAccount({ accountId, reason: 'details-wrong' }, meta())), 'denied', 'a clerk refuses');
      equal(refusalOf(await desk.activateAccount({ ...bound, providerIds: [] }, meta())), 'binding-missing', 'for no provider');
      for (const wrong of ['Sunrise Clinic', 'provider:z', 'payer:x', ''])
        equal(refusalOf(await desk.activateAccount({ ...bound, providerIds: ['provider:a', wrong] }, meta())), 'binding-unknown', wrong);
      equal(refusalOf(await desk.activateAccount({ ...bound, payerIds: ['payer:z'] }, meta())), 'binding-unknown', 'a payer elsewhere');
      const others = people.stranger.subject.accountId;
      equal(refusalOf(await desk.activateAccount({ ...bound, accountId: others }, meta())), 'no-such-account', 'of others');
      equal(
        refusalOf(await desk.activateAccount({ ...bound, accountId: people.clerk.subject.accountId }, meta())),
        'not-pending',
        'an active one',
      );
      equal(await waiting(desk), [newcomer.displayName], 'who waits still');
    },
  },
];
