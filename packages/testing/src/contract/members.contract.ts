import { equal, ok, rejects } from '@portico/backend/check';
import { plainDate, type PlainDate } from '@portico/core/kernel';
import type { EligibilityAnswer, MemberQuery, MembersPort } from '@portico/core/members';
import { askedDay, outageEnd, type PersonName } from './contract-world.ts';
import type { ContractCase, ContractContext } from './contract.ts';
import { failsWith, signedIn } from './steps.ts';

const about = (serviceDate: PlainDate = askedDay, payerId = 'payer:x') => ({ payerId, serviceDate });
const card = (value: string): MemberQuery => ({ by: 'card', value });
const nobody: MemberQuery = card('CARD 9999');

async function membersOf(context: ContractContext, person: PersonName = 'clerk'): Promise<MembersPort> {
  const { members } = await signedIn(context, person);
  ok(members, 'there is a members port');
  return members;
}

const told = (answer: EligibilityAnswer) => [answer.status, answer.helpline?.phone ?? null, answer.helpline?.source ?? null];

/** Look-up and eligibility (N9, N10, P6, P21). */
export const membersCases: readonly ContractCase[] = [
  {
    title: 'N9 N10 every outcome is distinct, with the number of the card, else of the payer',
    needs: ['members'],
    async run(context) {
      const members = await membersOf(context);
      const statusOf = async (query: MemberQuery) => told(await members.eligibility(query, about()));
      equal(await statusOf(card('CARD 0001')), ['active', '+000 800 100', 'card'], 'in force');
      equal(await statusOf(card('CARD 0002')), ['card-expired', '+000 800 200', 'card'], 'the card is over, the coverage is not');
      equal(await statusOf(card('CARD 0003')), ['not-yet-in-force', '+000 555 100', 'payer'], 'begins next month');
      equal(await statusOf(card('CARD 0004')), ['ended', '+000 555 100', 'payer'], 'ended last month');
      equal(await statusOf(nobody), ['not-found', '+000 555 100', 'payer'], 'nobody has this card');
    },
  },
  {
    title: 'N10 a member is found by card, member number, national id, or name and birth date, however they are typed',
    needs: ['members'],
    async run(context) {
      const members = await membersOf(context);
      const nameOf = async (query: MemberQuery) => {
        const answer = await members.eligibility(query, about());
        return 'member' in answer ? answer.member.name : answer.status;
      };
      const birthDate = plainDate('1990-02-03');
      equal(await nameOf(card(' card-٠٠٠١ ')), 'Amina Haddad', 'card');
      equal(await nameOf({ by: 'member-number', value: 'm101' }), 'Amina Haddad', 'member number');
      equal(await nameOf({ by: 'national-id', value: '78419901' }), 'Amina Haddad', 'national id');
      equal(await nameOf({ by: 'name', name: 'HADDAD  amina', birthDate }), 'Amina Haddad', 'name');
      equal(await nameOf({ by: 'name', name: 'Amina Haddad', birthDate: plainDate('1990-02-04') }), 'not-found', 'another birth date');
      equal(await nameOf({ by: 'name', name: 'Am', birthDate }), 'not-found', 'a part of a name');
      equal(await nameOf({ by: 'member-number', value: 'CARD 0001' }), 'not-found', 'a card is no member number');
    },
  },
  {
    title: 'N10 first and last days belong to a coverage, a card is good on its last day, and the service date decides',
    needs: ['members'],
    async run(context) {
      const members = await membersOf(context);
      const on = async (number: string, day: string) => (await members.eligibility(card(number), about(plainDate(day)))).status;
      equal(await on('CARD 0002', '2026-11-20'), 'active', 'the last day of the card');
      equal(await on('CARD 0002', '2026-11-21'), 'card-expired', 'the day after');
      equal(await on('CARD 0003', '2026-11-30'), 'not-yet-in-force', 'the day before the first');
      equal(await on('CARD 0003', '2026-12-01'), 'active', 'the first day');
      equal(await on('CARD 0004', '2026-10-31'), 'active', 'the last day');
      equal(await on('CARD 0004', '2026-11-01'), 'ended', 'the day after the last');
      const next = await members.eligibility(card('CARD 0001'), about(plainDate('2027-01-01')));
      equal(
        [next.status, next.serviceDate, next.asOf],
        ['ended', '2027-01-01', context.clock.now()],
        'active today says nothing of next year',
      );
      await failsWith('invalid', () => members.eligibility(nobody, about(plainDate('2031-01-01'))), 'years ahead');
    },
  },
  {
    title: 'an answer names plan, cost share and what needs authorization; of two coverages the one that serves the day',
    needs: ['members'],
    async run(context) {
      const members = await membersOf(context);
      const answer = await members.eligibility({ by: 'member-number', value: 'M-107' }, about());
      ok(answer.status === 'active', `wanted active, got ${answer.status}`);
      equal([answer.coverage.planName, answer.coverage.from], ['Plan Gold', '2026-07-01'], 'the plan that holds');
      equal(
        answer.coverage.benefits.map(({ isCovered, authorization, share }) => [isCovered, authorization, share?.basisPoints ?? null]),
        [
          [true, 'not-needed', 2_000],
          [true, 'needed', null],
          [false, 'conditional', null],
        ],
        'benefits',
      );
      const earlier = await members.eligibility({ by: 'member-number', value: 'M-107' }, about(plainDate('2026-03-01')));
      equal('coverage' in earlier && [earlier.status, earlier.coverage.planName], ['active', 'Plan Silver'], 'in March');
    },
  },
  {
    title: 'two of one name and birth date are told apart by number, and neither is chosen',
    needs: ['members'],
    async run(context) {
      const members = await membersOf(context);
      const answer = await members.eligibility({ by: 'name', name: 'احمد الخطيب', birthDate: plainDate('1985-05-05') }, about());
      ok(answer.status === 'ambiguous', `wanted ambiguous, got ${answer.status}`);
      equal(
        answer.candidates.map(({ number }) => number),
        ['M-105', 'M-106'],
        'candidates',
      );
    },
  },
  {
    title: 'a payer that cannot be asked says so and when it can, tells of no member, and answers then',
    needs: ['members'],
    async run(context) {
      const there = about(askedDay, 'payer:y');
      const answer = await (await membersOf(context)).eligibility(card('CARD 0001'), there);
      equal(answer.status === 'payer-unavailable' && answer.retryAt, outageEnd, 'not now');
      await context.clock.advance(outageEnd - context.clock.now());
      equal((await (await membersOf(context)).eligibility(card('CARD 0001'), there)).status, 'not-found', 'a member of another payer');
    },
  },
  {
    title: 'P21 a bulk check answers line by line in their order, and takes 25 and no more',
    needs: ['members.eligibilityOf'],
    async run(context) {
      const members = await membersOf(context);
      const { rows, next, total } = await members.eligibilityOf!([card('CARD 0004'), card('-'), card('CARD 0001'), nobody], about());
      equal(
        rows.map(({ answer, code }) => answer?.status ?? code),
        ['ended', 'invalid', 'active', 'not-found'],
        'lines',
      );
      equal([next, total], [null, { kind: 'exact', n: 4 }], 'all on one page');
      const lines = (n: number) => Array.from({ length: n }, () => nobody);
      equal((await members.eligibilityOf!(lines(25), about())).rows.length, 25, 'as many as the policy says');
      await failsWith('invalid', () => members.eligibilityOf!(lines(26), about()), 'one more');
      await failsWith('invalid', () => members.eligibilityOf!([], about()), 'none');
    },
  },
  {
    title: 'whoever asks too often is told when to ask again; each line counts',
    needs: ['members.eligibilityOf'],
    async run(context) {
      const members = await membersOf(context);
      const lines = Array.from({ length: 24 }, () => nobody);
      for (let n = 0; n < 5; n += 1) await members.eligibilityOf!(lines, about());
      const error = (await rejects(() => members.eligibility(nobody, about()), 'the 121st within a minute')) as Record<string, unknown>;
      equal([error['code'], error['retryAfter']], ['rate-limited', 60_000], 'what it says');
      equal((await (await membersOf(context, 'otherClerk')).eligibility(nobody, about())).status, 'not-found', 'somebody else');
      await context.clock.advance(60_000);
      equal((await members.eligibility(nobody, about())).status, 'not-found', 'a minute later');
    },
  },
  {
    title: 'who may ask: nobody before sign-in, a payer about itself, the helpdesk without amounts, and about no payer of others',
    needs: ['members', 'access'],
    async run(context) {
      const page = await context.connect();
      await failsWith('not-signed-in', () => page.members!.eligibility(nobody, about()), 'before sign-in');
      const center = await membersOf(context, 'claimsCenter');
      equal((await center.eligibility(card('CARD 0001'), about())).status, 'active', 'the own payer');
      await failsWith('denied', () => center.eligibility(nobody, about(askedDay, 'payer:y')), 'another payer');
      await failsWith('not-found', async () => (await membersOf(context)).eligibility(nobody, about(askedDay, 'payer:z')), 'of others');
      const answer = await (await membersOf(context, 'helpdesk')).eligibility(card('CARD 0001'), about());
      ok(answer.status === 'active', `wanted active, got ${answer.status}`);
      for (const benefit of answer.coverage.benefits)
        equal(Object.keys(benefit).sort(), ['authorization', 'code', 'isCovered', 'text'], 'what the helpdesk sees of a benefit');
    },
  },
];
