import { equal, ok } from '@portico/backend/check';
import type { PayerAnswer } from '@portico/core/authorizations';
import type { PlainDate } from '@portico/core/kernel';
import { begun, certified, codes, decided, denied, needs, request, stateOf } from './authorizations.contract.ts';
import type { ContractCase } from './contract.ts';
import { claimsOf, valueOf } from './steps.ts';

const DAY = 86_400_000;

/** What comes from outside: payers' answers of a file or a feed, cases, and values that are none (P3). */
export const authorizationAnswersCases: readonly ContractCase[] = [
  {
    title: 'a payer’s answer is taken once; an older one never reverts and a late one never revives',
    needs: [...needs, 'authorizations.receive', 'authorizations.void'],
    async run(context) {
      const { clerk, desk, meta, id, record } = await begun(context);
      const at = context.clock.now();
      const said = (notificationId: string, issuedAt: number, changes: Partial<PayerAnswer> = {}): PayerAnswer => ({
        ...{ notificationId, issuedAt, numbers: record.numbers, stage: 'decided', items: [certified(1), certified(2)], added: [] },
        ...{ validFrom: null, validTo: null },
        ...changes,
      });
      const take = async (...batch: readonly PayerAnswer[]) => valueOf(await desk.receive(batch, meta()), 'the batch');
      await context.clock.advance(10);
      const number = { type: 'authorization-number', value: 'XN-1' } as const;
      const report = await take(
        said('n-1', at + 5, { numbers: [...record.numbers, number] }),
        said('n-1', at + 5),
        said('n-0', at + 4, { stage: 'pended' }),
      );
      equal(report, { taken: 1, unchanged: 2, refused: [] }, 'one of three');
      equal(stateOf((await clerk.get(id))!.record), 'decided/none/stopped/unused', 'decided');
      equal(
        await take(said('n-2', at + 6, { numbers: [{ type: 'reference-id', value: 'nobody’s' }] })),
        { taken: 0, unchanged: 0, refused: [{ index: 0, code: 'no-such-authorization' }] },
        'of none',
      );
      valueOf(await clerk.void(id, { reason: 'wrong-request', text: '' }, meta()), 'the void');
      await take(said('n-3', at + 9, { numbers: [number] }));
      const { record: late, history } = (await clerk.get(id))!;
      equal(
        [stateOf(late), history.at(-1)!.what],
        ['closed/none/stopped/not-used', 'late-answer'],
        'P3 a late answer under its new number',
      );
    },
  },
  {
    title: 'P3 an answer about a request that another took the place of is noted with it, and revives neither',
    needs: [...needs, 'authorizations.receive'],
    async run(context) {
      const { clerk, desk, meta, id, record } = await begun(context, [denied(1), denied(2)]);
      const next = valueOf(await clerk.submit(request({ supersedes: id }), meta()), 'what takes its place');
      await context.clock.advance(10);
      const late: PayerAnswer = {
        ...{ notificationId: 'n-late', issuedAt: context.clock.now(), numbers: record.numbers, stage: 'decided' },
        ...{ items: [certified(1), certified(2)], added: [], validFrom: null, validTo: null },
      };
      const taken = async () => valueOf(await desk.receive([late], meta()), 'the batch');
      equal(await taken(), { taken: 1, unchanged: 0, refused: [] }, 'taken');
      equal(await taken(), { taken: 0, unchanged: 1, refused: [] }, 'once, also by another command');
      const { record: old, history } = (await clerk.get(id))!;
      equal([old.state.case, old.supersededBy, history.at(-1)!.what], ['superseded', next.id, 'late-answer'], 'the old one');
      const { record: now } = (await clerk.get(next.id))!;
      equal([stateOf(now), now.version], ['received/none/stopped/unused', 1], 'the new one');
    },
  },
  {
    title: 'what a payer asks for in a file is asked for once, is awaited until its newest word ends it, and undoes no decision',
    needs: [...needs, 'authorizations.receive', 'authorizations.informationRequests'],
    async run(context) {
      const { clerk, desk, meta, id, record } = await begun(context);
      await context.clock.advance(10);
      const at = context.clock.now();
      const word = (n: number, changes: Partial<NonNullable<PayerAnswer['ask']>> = {}): PayerAnswer => ({
        ...{ notificationId: `k-${n}`, issuedAt: at - 9 + n, numbers: record.numbers, stage: 'received', items: [], added: [] },
        ...{ validFrom: null, validTo: null },
        ask: { id: 'ask-1', askedAt: at - 9, text: 'The report.', items: [1], due: null, state: 'open', ...changes },
      });
      const take = async (...batch: readonly PayerAnswer[]) => valueOf(await desk.receive(batch, meta()), 'the batch').taken;
      const now = async () => (await clerk.get(id))!;
      const listed = async () => (await clerk.informationRequests({ limit: 500 })).rows.filter(({ row }) => row.id === id).length;
      equal(await take(word(1), word(1)), 1, 'the same twice');
      const asked = await now();
      equal([stateOf(asked.record), asked.history.at(-1)!.what], ['pended/requested/stopped/unused', 'information-requested'], 'asked for');
      equal(
        asked.record.informationRequests.map(({ text, items, dueAt }) => [text, items, dueAt]),
        [['The report.', [1], null]],
        'what',
      );
      equal([await listed(), asked.offers.includes('answer-information')], [1, true], 'waits for the clerk');
      await take(word(3, { state: 'withdrawn' }), word(2));
      equal([stateOf((await now()).record), await listed()], ['pended/none/stopped/unused', 0], 'taken back, whatever comes late');
      valueOf(await desk.decide(id, decided(certified(1), certified(2)), meta()), 'the decision');
      equal(await take(word(5, { id: 'ask-2' })), 1, 'after the decision');
      const { record: over, history } = await now();
      equal(
        [stateOf(over), over.informationRequests.map(({ state }) => state), history.at(-1)!.what],
        ['decided/none/stopped/unused', ['withdrawn', 'withdrawn'], 'late-answer'],
        'is kept, and awaited of nobody',
      );
    },
  },
  {
    title: 'an intake of cases never says what a living authorization is',
    needs: [...needs, 'claims.intake'],
    async run(context) {
      const { clerk, meta, id, record } = await begun(context, [certified(1), certified(2)]);
      const claims = await claimsOf(context);
      const {
        id: _,
        version: __,
        lifecycleVersion: ___,
        organisationId,
        decision,
        takenInAt,
        deadlines,
        ...found
      } = (await claims.get(id))!.record;
      ok(organisationId && decision && takenInAt && deadlines, 'its case');
      const forged = { ...found, createdAt: context.clock.now() + DAY, life: 'cancelled' as const };
      equal(valueOf(await claims.intake!([forged], meta()), 'the intake').unchanged, 1, 'nothing is taken');
      equal(stateOf((await clerk.get(id))!.record), stateOf(record), 'as it was');
      equal((await claims.get(id))!.record.life, 'active', 'and its case');
    },
  },
  {
    title: 'a day, a use or a time that is none is refused, and nothing of it is kept',
    needs: [...needs, 'authorizations.extend', 'authorizations.markUsed', 'authorizations.requestInformation'],
    async run(context) {
      const { clerk, desk, meta, id, record } = await begun(context, [certified(1), certified(2)]);
      const noDay = 'some day' as PlainDate;
      equal(codes(await clerk.extend(id, noDay, meta())), 'invalid', 'until some day');
      equal(codes(await desk.markUsed(id, 'not-used' as 'used', meta())), 'invalid', 'no use');
      const ask = { text: 'Why?', items: [1], dueAt: Number.NaN };
      equal(codes(await desk.requestInformation(id, ask, meta())), 'invalid', 'no time');
      equal(
        codes(await desk.decide(id, { ...decided(certified(1), certified(2)), validTo: noDay }, meta())),
        'invalid',
        'valid to some day',
      );
      equal((await clerk.get(id))!.record.version, record.version, 'as it was');
    },
  },
];
