import { equal, ok } from '@portico/backend/check';
import type { CaseCriteria, CaseSort, ClaimsPort } from '@portico/core/claims';
import type { ContractCase } from './contract.ts';
import { people, type PersonName } from './contract-world.ts';
import { allRows, anything, claimsOf, failsWith, references, signedIn, worldRows } from './steps.ts';

const of = (key: 'providerId' | 'payerId', ids: readonly string[]): readonly string[] =>
  references(worldRows.filter((row) => ids.includes(row[key]))).toSorted();

/** Whom a result shows what: bound to the subject, hidden groups gone, foreign like absent. */
export const claimsScopeCases: readonly ContractCase[] = [
  {
    title: 'a clerk finds the cases of own providers, a payer its own, the helpdesk all of the organisation',
    needs: ['claims', 'access'],
    async run(context) {
      const found = async (person: PersonName) => references(await allRows(await claimsOf(context, person), anything)).toSorted();
      equal(await found('clerk'), of('providerId', people.clerk.subject.providerIds), 'the clerk');
      equal(await found('otherClerk'), of('providerId', people.otherClerk.subject.providerIds), 'the other clerk');
      equal(await found('claimsCenter'), of('payerId', people.claimsCenter.subject.payerIds), 'the claims center');
      equal(await found('helpdesk'), references(worldRows).toSorted(), 'the helpdesk');
      equal((await found('stranger')).length, 5, 'somebody of another organisation');
    },
  },
  {
    title: 'asking for what one may not see finds nothing, in rows, totals and counts alike',
    needs: ['claims', 'access', 'claims.breakdown', 'claims.open'],
    async run(context) {
      const claims = await claimsOf(context);
      const foreign: CaseCriteria = { ...anything, providerId: 'provider:c' };
      equal(await claims.search(foreign, {}), { rows: [], next: null, total: { kind: 'exact', n: 0 } }, 'search');
      equal((await claims.open!(foreign, {})).total, { kind: 'exact', n: 0 }, 'open');
      const { pairs = [], ...parties } = await claims.breakdown!(foreign);
      equal([parties, pairs], [{ total: { kind: 'exact', n: 0 }, payers: [], providers: [] }, []], 'breakdown');
    },
  },
  {
    title: 'a case of somebody else is answered like one that does not exist',
    needs: ['claims', 'access'],
    async run(context) {
      const [foreign] = await allRows(await claimsOf(context, 'otherClerk'), anything);
      const [abroad] = await allRows(await claimsOf(context, 'stranger'), anything);
      const claims = await claimsOf(context);
      for (const row of [foreign, abroad]) {
        ok(row, 'there is a foreign case');
        equal(await claims.get(row.id), null, 'the answer');
      }
    },
  },
  {
    title: 'the helpdesk sees neither amounts nor payments nor diagnoses, in rows and in cases',
    needs: ['claims', 'access'],
    async run(context) {
      const claims = await claimsOf(context, 'helpdesk');
      const rows = await allRows(claims, anything);
      ok(rows.length > 0, 'there are rows');
      for (const row of rows) equal([row.amounts, row.paymentDate], [null, null], `row ${row.reference}`);
      const { record, row, hidden } = (await claims.get(rows[0]!.id))!;
      equal([...hidden].sort(), ['amounts', 'clinical', 'payment'], 'what is hidden');
      equal(
        [row.amounts, record.paymentDate, record.currency, record.diagnoses.length, record.source.original],
        [null, null, null, 0, null],
        'the case',
      );
      ok(
        Object.values(record.amounts).every((amount) => amount === null),
        'the amounts of the case',
      );
      for (const item of record.items) {
        equal([item.service, item.reasons.length], [null, 0], 'the services');
        ok(
          Object.values(item.amounts).every((amount) => amount === null),
          'the amounts of a line',
        );
      }
    },
  },
  {
    title: 'what is hidden cannot be filtered, sorted or counted by either',
    needs: ['claims', 'access', 'claims.open', 'claims.breakdown'],
    async run(context) {
      const claims = await claimsOf(context, 'helpdesk');
      const asked: readonly [CaseCriteria, CaseSort | null][] = [
        [{ ...anything, amount: { currency: 'KWD', from: 1, to: null } }, null],
        [{ ...anything, dateMode: 'payment' }, null],
        [anything, { key: 'billed', direction: 'ascending' }],
        [anything, { key: 'paid', direction: 'ascending' }],
        [anything, { key: 'paymentDate', direction: 'ascending' }],
      ];
      for (const [criteria, sort] of asked) {
        await failsWith('denied', () => claims.search(criteria, { sort }), 'search');
        await failsWith('denied', () => claims.open!(criteria, { sort }), 'open');
      }
      await failsWith('denied', () => claims.breakdown!(asked[0]![0]), 'breakdown');
    },
  },
  {
    title: 'nothing is answered to a page that is not signed in, or not any more',
    needs: ['claims', 'access'],
    async run(context) {
      const page = await signedIn(context, 'clerk');
      const set = await page.claims!.open?.(anything, {});
      await page.access!.signOut();
      const calls: readonly ((claims: ClaimsPort) => Promise<unknown> | undefined)[] = [
        (claims) => claims.search(anything, {}),
        (claims) => claims.get('any'),
        (claims) => claims.open?.(anything, {}),
        (claims) => claims.breakdown?.(anything),
        (claims) => claims.savedQueries?.(),
        (claims) => claims.bordereauRows?.('B-2026-000001', {}),
        () => set?.rows(0, 1),
      ];
      for (const call of calls) {
        const answer = call(page.claims!);
        if (answer !== undefined) await failsWith('not-signed-in', () => answer, String(call));
      }
    },
  },
];
