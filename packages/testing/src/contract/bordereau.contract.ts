import { equal, ok } from '@portico/backend/check';
import {
  bordereauTotals,
  matches,
  serviceDateOf,
  type Bordereau,
  type BordereauRequest,
  type CaseCriteria,
  type ClaimsPort,
} from '@portico/core/claims';
import { addDays, money, toIsoInstant, type CommandAnswer } from '@portico/core/kernel';
import type { ContractCase, ContractContext, Need } from './contract.ts';
import { anotherCase, firstDay } from './contract-world.ts';
import { anything, claimsOf, failsWith, refusalOf, valueOf, worldRows } from './steps.ts';

const needs: readonly Need[] = ['claims.issueBordereau', 'claims.bordereauRows'];

const request = (changes: Partial<BordereauRequest> = {}): BordereauRequest => ({
  ...{ providerId: 'provider:a', payerId: 'payer:x', period: { from: firstDay, to: addDays(firstDay, 30) }, criteria: anything },
  ...changes,
});

const issue = (
  context: ContractContext,
  claims: ClaimsPort,
  changes: Partial<BordereauRequest> = {},
  commandId = context.commandId(),
): Promise<CommandAnswer<Bordereau>> => claims.issueBordereau!(request(changes), { commandId });

const found = worldRows.filter((row) => matches({ ...anything, ...request().period, providerId: 'provider:a', payerId: 'payer:x' }, row));

/** The statement of claims from provider to payer (N22). */
export const bordereauCases: readonly ContractCase[] = [
  {
    title: 'N22 issues a numbered batch for one provider, payer and period, with totals per currency',
    needs,
    async run(context) {
      const batch = valueOf(await issue(context, await claimsOf(context)), 'the batch');
      const year = toIsoInstant(context.clock.now()).slice(0, 4);
      equal(batch.number, `B-${year}-000001`, 'the number');
      equal(
        [batch.provider.id, batch.payer.id, batch.period, batch.dateMode],
        ['provider:a', 'payer:x', request().period, 'service'],
        'what it is for',
      );
      equal([batch.rowCount, batch.totals], [found.length, bordereauTotals(found)], 'rows and totals');
      ok(found.length > 3 && batch.totals.length > 1, 'there are several rows and currencies');
      equal([batch.issuedAt, batch.issuedBy], [context.clock.now(), 'The clerk'], 'when and by whom');
    },
  },
  {
    title: 'N22 the rows of a batch are frozen in the order of service date and id, page by page',
    needs: [...needs, 'claims.intake'],
    async run(context) {
      const claims = await claimsOf(context);
      const { number } = valueOf(await issue(context, claims), 'the batch');
      await claims.intake!([anotherCase()], { commandId: context.commandId() });
      const rows = [];
      for (let cursor: string | null = null; ;) {
        const page = await claims.bordereauRows!(number, { limit: 4, cursor });
        equal(page.total, { kind: 'exact', n: found.length }, 'the total');
        rows.push(...page.rows);
        cursor = page.next;
        if (cursor === null) break;
      }
      equal(rows.map(({ reference }) => reference).toSorted(), found.map(({ reference }) => reference).toSorted(), 'the rows');
      const keys = rows.map((row) => `${serviceDateOf(row)} ${row.id}`);
      equal(keys, keys.toSorted(), 'their order');
    },
  },
  {
    title: 'N22 a batch stays as it was issued, and its rows add up to its totals, when a case changes later',
    needs: [...needs, 'claims.intake'],
    async run(context) {
      const claims = await claimsOf(context);
      const record = anotherCase({ identifiers: [{ type: 'claim-number', value: 'changes' }] });
      await claims.intake!([record], { commandId: context.commandId() });
      const { number, totals } = valueOf(await issue(context, claims), 'the batch');
      const amounts = { ...record.amounts, billed: money(1, 'KWD'), paid: null };
      const later = await claims.intake!([{ ...record, amounts, currency: 'KWD' }], { commandId: context.commandId() });
      equal(valueOf(later, 'the change').updated, 1, 'cases that changed');
      const { rows } = await claims.bordereauRows!(number, { limit: 1_000 });
      ok(
        rows.some(({ reference }) => reference === 'changes'),
        'the case is in the batch',
      );
      equal(bordereauTotals(rows), totals, 'the sum of the rows');
    },
  },
  {
    title: 'N22 the same command id gives the same batch; another act gives the next number',
    needs,
    async run(context) {
      const claims = await claimsOf(context);
      const commandId = context.commandId();
      const [one, same] = await Promise.all([issue(context, claims, {}, commandId), issue(context, claims, {}, commandId)]);
      equal(one, same, 'the same id');
      const next = valueOf(await issue(context, claims, { payerId: 'payer:y' }), 'the next');
      ok(next.number.endsWith('-000002'), `the next number is ${next.number}`);
      equal(refusalOf(await issue(context, claims, { payerId: 'payer:y' }, commandId)), 'payload-differs', 'another payload');
    },
  },
  {
    title: 'N22 a case tells the batches it went out with',
    needs,
    async run(context) {
      const claims = await claimsOf(context);
      const { number, issuedAt } = valueOf(await issue(context, claims), 'the batch');
      const { rows } = await claims.bordereauRows!(number, { limit: 1 });
      const history = (await claims.get(rows[0]!.id))!.history;
      equal(history.at(-1), { at: issuedAt, what: 'exported', by: 'The clerk', reference: number }, 'the last event');
    },
  },
  {
    title: 'N22 refuses a batch of nothing, a period that is none and a query that the rules refuse, and uses no number for them',
    needs,
    async run(context) {
      const claims = await claimsOf(context);
      const far = addDays(firstDay, 5_000);
      equal(refusalOf(await issue(context, claims, { period: { from: far, to: far } })), 'nothing-to-issue', 'nothing');
      equal(
        refusalOf(await issue(context, claims, { period: { from: addDays(firstDay, 1), to: firstDay } })),
        'invalid-period',
        'end before start',
      );
      equal(refusalOf(await issue(context, claims, { period: { from: firstDay, to: far } })), 'invalid-period', 'too long a span');
      const unpaid: CaseCriteria = { ...anything, dateMode: 'payment', kinds: ['authorization'] };
      equal(refusalOf(await issue(context, claims, { criteria: unpaid })), 'invalid-criteria', 'a query that finds nothing ever');
      ok(valueOf(await issue(context, claims), 'the first batch').number.endsWith('-000001'), 'the first number is still free');
    },
  },
  {
    title: 'N22 a batch is issued for own providers only, and read by who may see its rows',
    needs: [...needs, 'access'],
    async run(context) {
      const clerk = await claimsOf(context);
      equal(refusalOf(await issue(context, clerk, { providerId: 'provider:c' })), 'denied', 'a foreign provider');
      equal(refusalOf(await issue(context, await claimsOf(context, 'helpdesk'))), 'denied', 'the helpdesk');
      const center = await claimsOf(context, 'claimsCenter');
      equal(refusalOf(await issue(context, center, { payerId: 'payer:y' })), 'denied', 'a foreign payer');
      const { number } = valueOf(await issue(context, clerk), 'the batch');
      equal((await center.bordereauRows!(number, {})).total, { kind: 'exact', n: found.length }, 'its payer');
      for (const person of ['otherClerk', 'stranger'] as const) {
        const claims = await claimsOf(context, person);
        await failsWith('not-found', () => claims.bordereauRows!(number, {}), person);
        await failsWith('not-found', () => claims.bordereauRows!('B-1999-000001', {}), 'a number that is not there');
      }
    },
  },
];
