import { equal, ok } from '@portico/backend/check';
import type { AuthorizationRequest, AuthorizationsPort } from '@portico/core/authorizations';
import type { MessagesPort, Notice } from '@portico/core/messages';
import { plainDate } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import { noticeSchema } from '@portico/core/schemas';
import type { ContractCase, ContractContext, Need } from './contract.ts';
import type { PersonName } from './contract-world.ts';
import { failsWith, signedIn, valueOf } from './steps.ts';

const needs: readonly Need[] = ['access', 'messages', 'authorizations.submit', 'authorizations.pend'];

const party = (id: string) => ({ id, name: id, identifiers: [] });
const member = { id: null, name: 'Mara Lind', number: 'M-77', birthDate: null };
const request: AuthorizationRequest = {
  ...{ kind: 'request', urgency: 'standard', payer: party('payer:x'), provider: party('provider:a'), physician: party('physician:1') },
  ...{
    unlistedPhysician: null,
    member,
    serviceFrom: plainDate('2026-12-01'),
    serviceTo: null,
    currency: 'USD',
    supersedes: null,
    note: '',
  },
  diagnoses: [{ coded: { code: 'D1', system: null, text: null }, exact: null }],
  items: [
    {
      ...{ sequence: 1, service: { code: 'S-1', system: null, text: null }, unlisted: null, quantity: '1', amount: null, from: null },
      ...{ to: null, origin: 'provider', outcome: 'undecided', outcomeCode: null, reasons: [], authorized: null },
    },
  ],
};

type Ports = Pick<Backend, 'changes'> & { authorizations: Required<AuthorizationsPort>; messages: MessagesPort };
const portsOf = async (context: ContractContext, person: PersonName): Promise<Ports> =>
  (await signedIn(context, person)) as unknown as Ports;

/** A clerk who sent so many requests, and the payer's people they went to. */
async function begun(context: ContractContext, count: number) {
  const [clerk, desk] = [await portsOf(context, 'clerk'), await portsOf(context, 'claimsCenter')];
  const meta = () => ({ commandId: context.commandId() });
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    ids.push(valueOf(await clerk.authorizations.submit(request, meta()), `request ${n}`).id);
    await context.clock.advance(1_000);
  }
  return { clerk, desk, meta, ids };
}

async function all(messages: MessagesPort, unreadOnly = false, limit = 2): Promise<readonly Notice[]> {
  const found: Notice[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<MessagesPort['notices']>> = await messages.notices({ unreadOnly }, { cursor, limit });
    found.push(...page.rows);
    cursor = page.next;
  } while (cursor !== null);
  return found;
}

/** Notices and read marks (E20, E22, E24). */
export const messagesCases: readonly ContractCase[] = [
  {
    title: 'E20 E22 what a clerk sends is told to the payer’s people, what they do to the clerks, newest first, page by page',
    needs,
    async run(context) {
      const { clerk, desk, meta, ids } = await begun(context, 3);
      const told = await all(desk.messages);
      equal(
        told.map(({ recordId, topic, event, readAt }) => [recordId, topic, event, readAt]),
        ids.toReversed().map((id) => [id, 'authorizations', 'submitted', null]),
        'what the payer’s people are told',
      );
      equal([(await all(clerk.messages)).length, await clerk.messages.unread(), await desk.messages.unread()], [0, 0, 3], 'how many');
      valueOf(await desk.authorizations.pend(ids[0]!, { text: 'The board.' }, meta()), 'pended');
      equal(
        (await all(clerk.messages)).map(({ recordId, event, at }) => [recordId, event, at]),
        [[ids[0], 'pended', context.clock.now()]],
        'what the clerk is told',
      );
    },
  },
  {
    title: 'E24 a notice holds a number and nothing about a person',
    needs,
    async run(context) {
      const { desk, clerk, ids } = await begun(context, 1);
      const [notice] = await all(desk.messages);
      noticeSchema.parse(notice);
      equal(notice!.reference, (await clerk.authorizations.get(ids[0]!))!.record.numbers[0]!.value, 'its number');
      ok(!JSON.stringify(notice).includes(member.name) && !JSON.stringify(notice).includes(member.number), 'no name and no member number');
    },
  },
  {
    title: 'E22 a notice for somebody else is neither listed nor counted, nor marked by them',
    needs: [...needs, 'messages.markRead'],
    async run(context) {
      const { desk, meta } = await begun(context, 1);
      const [notice] = await all(desk.messages);
      for (const person of ['clerk', 'otherClerk', 'payerDesk', 'helpdesk', 'stranger'] as const) {
        const { messages } = await portsOf(context, person);
        equal([await all(messages), await messages.unread()], [[], 0], person);
        equal(valueOf(await messages.markRead!([notice!.id], meta()), person).unread, 0, person);
      }
      equal(await desk.messages.unread(), 1, 'unread all the same');
    },
  },
  {
    title: 'E22 what a person marks is read for that person, once, and only what is unread is listed on request',
    needs: [...needs, 'messages.markRead'],
    async run(context) {
      const { desk, meta } = await begun(context, 5);
      const every = await all(desk.messages);
      const [, second, , fourth] = every.map(({ id }) => id);
      const same = meta();
      equal(valueOf(await desk.messages.markRead!([second!, fourth!, second!, 'nobody’s'], same), 'marked').unread, 3, 'what is left');
      equal(valueOf(await desk.messages.markRead!([second!, fourth!, second!, 'nobody’s'], same), 'again').unread, 3, 'the same command');
      equal(
        (await all(desk.messages, true)).map(({ id }) => id),
        every.map(({ id }) => id).filter((id) => id !== second && id !== fourth),
        'unread ones, paged without a gap',
      );
      equal(
        (await all(desk.messages)).map(({ readAt }) => readAt !== null),
        [false, true, false, true, false],
        'marks',
      );
    },
  },
  {
    title: 'E22 all that is there is marked as read, what comes after is not, and it is taken back',
    needs: [...needs, 'messages.markRead', 'messages.undoAllRead'],
    async run(context) {
      const { clerk, desk, meta } = await begun(context, 3);
      const [first] = await all(desk.messages);
      await desk.messages.markRead!([first!.id], meta());
      equal(valueOf(await desk.messages.markRead!('all', meta()), 'all').unread, 0, 'nothing is left');
      valueOf(await clerk.authorizations.submit(request, meta()), 'another');
      equal(await desk.messages.unread(), 1, 'what came after');
      equal(valueOf(await desk.messages.undoAllRead!(meta()), 'undone').unread, 3, 'as it was, and what came');
      equal(valueOf(await desk.messages.undoAllRead!(meta()), 'undone twice').unread, 3, 'there is nothing more to take back');
    },
  },
  {
    title: 'E22 a notice is kept as long as the policy says to the moment, and is neither listed nor counted after',
    needs: [...needs, 'messages.markRead'],
    async run(context) {
      const { desk, meta, ids } = await begun(context, 2);
      const { policies } = await signedIn(context, 'claimsCenter');
      const { noticeDays } = (await policies.for('portal')).policy.messages;
      const [newer, older] = await all(desk.messages);
      await desk.messages.markRead!([older!.id], meta());
      const left = async (): Promise<readonly unknown[]> => {
        const { messages } = await portsOf(context, 'claimsCenter');
        return [await messages.unread(), (await all(messages)).map(({ id }) => id)];
      };
      await context.clock.advance(older!.at + noticeDays * 86_400_000 - context.clock.now() - 1);
      equal(await left(), [1, [newer!.id, older!.id]], 'up to the last moment');
      await context.clock.advance(1);
      equal(await left(), [1, [newer!.id]], 'the older one is gone');
      await context.clock.advance(newer!.at - older!.at);
      equal(await left(), [0, []], 'the newer one is gone');
      const { authorizations } = await portsOf(context, 'clerk');
      ok(await authorizations.get(ids[0]!), 'what it told of is there');
    },
  },
  {
    title: 'E22 a notice that comes is told by its id; a cursor of another question is none',
    needs,
    async run(context) {
      const { clerk, desk, meta } = await begun(context, 3);
      const heard: string[] = [];
      // On the page that made it: what carries changes between pages takes its time.
      clerk.changes.subscribe('notices', ({ id }) => heard.push(id));
      valueOf(await clerk.authorizations.submit(request, meta()), 'another');
      ok(heard.includes((await all(desk.messages))[0]!.id) || heard.includes('*'), 'told by its id');
      const { next } = await desk.messages.notices({ unreadOnly: true }, { limit: 1 });
      await failsWith(['invalid', 'expired-cursor'], () => desk.messages.notices({ unreadOnly: false }, { cursor: next }), 'the cursor');
    },
  },
];
