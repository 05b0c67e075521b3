import { equal, ok } from '@portico/backend/check';
import type { CommandAnswer } from '@portico/core/kernel';
import type { DemoMail } from '@portico/core/portal';
import type { ContractCase, ContractContext, Need } from './contract.ts';
import { people } from './contract-world.ts';
import { refusalOf, signedIn } from './steps.ts';

const needs: readonly Need[] = ['access.requestRecovery', 'access.recover', 'mails'];
const MINUTE = 60_000;
const fresh = 'a quite new way to get in';

const ask = async (context: ContractContext, name: string, commandId = context.commandId()): Promise<CommandAnswer<null>> =>
  (await context.connect()).access!.requestRecovery!({ name }, { commandId });

const redeem = async (context: ContractContext, secret: string, password = fresh): Promise<string> =>
  refusalOf(await (await context.connect()).access!.recover!({ secret, password }, { commandId: context.commandId() }));

const tryIn = async (context: ContractContext, password: string): Promise<string> =>
  (await (await context.connect()).access!.signIn({ name: people.clerk.name, password })).status;

const links = async (context: ContractContext): Promise<readonly (DemoMail & { readonly secret: string })[]> =>
  (await context.mails!()).flatMap((mail) => (mail.secret === null ? [] : [{ ...mail, secret: mail.secret }]));

async function newLink(context: ContractContext): Promise<string> {
  // Mails of one moment have no order.
  await context.clock.advance(1);
  await ask(context, people.clerk.name);
  const [mail] = await links(context);
  ok(mail, 'a mail with a link was sent');
  return mail.secret;
}

/** Recovery by a link in a mail (N5). */
export const recoveryCases: readonly ContractCase[] = [
  {
    title: 'N5 sends a link to the address of the account, with the secret in the fragment only',
    needs,
    async run(context) {
      equal((await ask(context, people.clerk.name)).status, 'accepted', 'the answer');
      const [mail, ...others] = await links(context);
      equal([mail?.to, others.length], [people.clerk.email, 0], 'one mail, to the account');
      const link = /https?:\S+/.exec(mail!.body)?.[0] ?? '';
      const [address, fragment] = link.split('#');
      equal(fragment, mail!.secret, 'the fragment');
      ok(
        mail!.secret.length >= 8 && !address!.includes(mail!.secret) && !mail!.subject.includes(mail!.secret),
        'the secret stands nowhere else',
      );
    },
  },
  {
    title: 'N5 answers the same for a name that nobody has, and sends nothing',
    needs,
    async run(context) {
      equal(await ask(context, 'nobody@work.example'), await ask(context, people.clerk.name), 'the answers');
      equal((await links(context)).length, 1, 'mails');
    },
  },
  {
    title: 'N5 a finished recovery sets the password, unlocks and zeroes the counter',
    needs,
    async run(context) {
      for (let n = 0; n < 4; n += 1) await tryIn(context, 'wrong password here');
      equal(await tryIn(context, people.clerk.password), 'locked', 'before');
      equal(await redeem(context, await newLink(context)), 'accepted', 'the recovery');
      for (let n = 0; n < 3; n += 1) equal(await tryIn(context, people.clerk.password), 'wrong-credentials', 'the old password');
      equal(await tryIn(context, fresh), 'signed-in', 'the new password');
    },
  },
  {
    title: 'N5 a finished recovery ends all sessions of the account and of nobody else',
    needs,
    async run(context) {
      const [page, other] = [await signedIn(context, 'clerk'), await signedIn(context, 'otherClerk')];
      await redeem(context, await newLink(context));
      equal(await page.access!.session(), null, 'the session of the account');
      ok(await other.access!.session(), 'the session of somebody else lives');
    },
  },
  {
    title: 'N5 a link works once',
    needs,
    async run(context) {
      const secret = await newLink(context);
      const twice = await Promise.all([redeem(context, secret), redeem(context, secret, `${fresh} again`)]);
      equal([...twice].sort(), ['accepted', 'link-not-valid'], 'both at once');
      equal(await redeem(context, secret), 'link-not-valid', 'later');
    },
  },
  {
    title: 'N5 a link ends with its minutes, not a moment earlier',
    needs,
    async run(context) {
      const minutes = (await (await context.connect()).policies.for('portal')).policy.access.recoveryLinkMinutes;
      const late = await newLink(context);
      await context.clock.advance(minutes * MINUTE);
      equal(await redeem(context, late), 'link-not-valid', 'at its end');
      const inTime = await newLink(context);
      await context.clock.advance(minutes * MINUTE - 1);
      equal(await redeem(context, inTime), 'accepted', 'one millisecond before');
    },
  },
  {
    title: 'N5 a new link takes the place of an older one',
    needs,
    async run(context) {
      const older = await newLink(context);
      const newer = await newLink(context);
      ok(older !== newer, 'they differ');
      equal(await redeem(context, older), 'link-not-valid', 'the older');
      equal(await redeem(context, newer), 'accepted', 'the newer');
    },
  },
  {
    title:
      'N5 an account is sent so many mails an hour as policy says; whoever asks again is answered the same, and the last link stays good',
    needs,
    async run(context) {
      const most = (await (await context.connect()).policies.for('portal')).policy.access.recoveryMailsPerHour;
      for (let n = 0; n < most; n += 1) await newLink(context);
      const [last] = await links(context);
      await context.clock.advance(1);
      equal(await ask(context, people.clerk.name), await ask(context, 'nobody@work.example'), 'the answer beyond the limit');
      equal((await links(context)).length, most, 'mails');
      equal(await redeem(context, last!.secret), 'accepted', 'the last link');
      await context.clock.advance(60 * MINUTE);
      ok((await newLink(context)) !== last!.secret, 'an hour later there is another');
    },
  },
  {
    title: 'a password that is too short, too long or too common is refused and leaves the link good',
    needs,
    async run(context) {
      const secret = await newLink(context);
      equal(await redeem(context, secret, 'short'), 'password-too-short', 'short');
      equal(await redeem(context, secret, '🙂'.repeat(11)), 'password-too-short', 'eleven characters, however many bytes');
      equal(await redeem(context, secret, 'x7 q'.repeat(100)), 'password-too-long', 'long');
      for (const common of ['password1234', 'Qwertyuiop12', 'aaaaaaaaaaaa', '123456789012']) {
        equal(await redeem(context, secret, common), 'password-too-common', common);
      }
      equal(await tryIn(context, people.clerk.password), 'signed-in', 'the old password');
      equal(await redeem(context, secret), 'accepted', 'a good one');
    },
  },
  {
    title: 'a secret that was never sent is refused',
    needs,
    async run(context) {
      await newLink(context);
      for (const secret of ['', 'guess', people.clerk.email]) equal(await redeem(context, secret), 'link-not-valid', `"${secret}"`);
    },
  },
  {
    title: 'the same command id sends one mail',
    needs,
    async run(context) {
      const commandId = context.commandId();
      const answers = await Promise.all([1, 2, 3].map(() => ask(context, people.clerk.name, commandId)));
      equal(new Set(answers.map(({ status }) => status)).size, 1, 'answers');
      equal((await links(context)).length, 1, 'mails');
    },
  },
  {
    title: 'the same command id redeems a link once and is answered alike, as after a lost answer',
    needs,
    async run(context) {
      const secret = await newLink(context);
      const page = await context.connect();
      const meta = { commandId: context.commandId() };
      const once = (password: string) => page.access!.recover!({ secret, password }, meta);
      equal([await once(fresh), await once(fresh)].map(refusalOf), ['accepted', 'accepted'], 'twice the same');
      equal(refusalOf(await once('something else again')), 'payload-differs', 'another password');
    },
  },
];
