import { equal, ok } from '@portico/backend/check';
import { compareRows, defaultSortOf, matches, type CaseCriteria, type CaseRow, type CaseSort } from '@portico/core/claims';
import { addDays } from '@portico/core/kernel';
import type { ContractCase, Need } from './contract.ts';
import { firstDay } from './contract-world.ts';
import { allRows, anything, claimsOf, clerksRows, failsWith, references } from './steps.ts';

const day = (n: number) => addDays(firstDay, n);

/** Each filter with criteria that find some of the clerk's rows and miss some. */
const filters: readonly { readonly need: Need; readonly cites: string; readonly criteria: readonly Partial<CaseCriteria>[] }[] = [
  {
    need: 'dates:service',
    cites: 'N21 N24',
    criteria: [{ from: day(4), to: day(9) }, { from: day(30) }, { from: day(0), to: day(3) }, { from: day(5), to: day(5) }],
  },
  { need: 'dates:payment', cites: 'N24', criteria: [{ dateMode: 'payment' }, { dateMode: 'payment', from: day(60), to: day(75) }] },
  { need: 'filter:kind', cites: 'N21', criteria: [{ kinds: ['claim'] }, { kinds: ['authorization'] }] },
  { need: 'filter:decision', cites: 'N23', criteria: [{ decisions: ['paid'] }, { decisions: ['denied', 'in-process'] }] },
  { need: 'filter:notUsed', cites: 'N23 N29', criteria: [{ notUsedOnly: true }] },
  {
    need: 'filter:memberName',
    cites: 'N23',
    criteria: [{ memberName: 'احمد' }, { memberName: 'mary AMES' }, { memberName: 'فاطمه' }, { memberName: 'ülle' }],
  },
  { need: 'filter:memberNumber', cites: 'N23', criteria: [{ memberNumber: 'M-1' }, { memberNumber: 'm-10' }, { memberNumber: 'm-1٠' }] },
  { need: 'filter:payer', cites: 'N23', criteria: [{ payerId: 'payer:x' }, { payerId: 'payer:y' }] },
  { need: 'filter:physician', cites: 'N23', criteria: [{ physician: 'huda' }, { physician: 'مني' }] },
  { need: 'filter:identifier', cites: 'N23', criteria: [{ identifier: 'C-001' }, { identifier: 'PAY-2' }, { identifier: 'a-00' }] },
  {
    need: 'filter:amount',
    cites: 'N23',
    criteria: [
      { amount: { currency: 'KWD', from: null, to: null } },
      { amount: { currency: 'USD', from: 1_000, to: 2_500 } },
      { amount: { currency: 'JPY', from: null, to: 1_700 } },
    ],
  },
];

const sorts: readonly CaseSort['key'][] = ['serviceDate', 'paymentDate', 'memberName', 'payerName', 'billed', 'paid'];

const wanted = (criteria: CaseCriteria): readonly string[] => references(clerksRows.filter((row) => matches(criteria, row))).toSorted();

const order = (rows: readonly CaseRow[], sort: CaseSort): void => {
  const compare = compareRows(sort);
  rows.forEach((row, n) => ok(n === 0 || compare(rows[n - 1]!, row) < 0, `row ${n} stands in order (${row.reference})`));
};

const filterCases = filters.map(({ need, cites, criteria }): ContractCase => ({
  title: `${cites} finds by ${need.split(':')[1]} what the rules of core match, and nothing else`,
  needs: ['claims', need],
  async run(context) {
    const claims = await claimsOf(context);
    for (const some of criteria) {
      const asked = { ...anything, ...some };
      const [found, right] = [references(await allRows(claims, asked)).toSorted(), wanted(asked)];
      ok(right.length > 0 && right.length < clerksRows.length, `the world has some for ${JSON.stringify(some)}`);
      equal(found, right, JSON.stringify(some));
    }
  },
}));

const sortCases = sorts.map((key): ContractCase => ({
  title: `N21 sorts by ${key} in both directions, missing ones last, ties by id, page after page`,
  needs: ['claims', `sort:${key}`],
  async run(context) {
    const claims = await claimsOf(context);
    for (const direction of ['ascending', 'descending'] as const) {
      const sort: CaseSort = { key, direction };
      const rows = await allRows(claims, anything, sort, 7);
      equal(references(rows).toSorted(), references(clerksRows).toSorted(), `all rows, ${direction}`);
      order(rows, sort);
    }
  },
}));

/** The search of claims (N21–N25): what any backend with a claims port must do, as far as its capabilities say. */
export const claimsSearchCases: readonly ContractCase[] = [
  {
    title: 'N21 lists claims and authorizations together, newest service first, cases without a date last',
    needs: ['claims'],
    async run(context) {
      const claims = await claimsOf(context);
      const rows = await allRows(claims, anything);
      order(rows, defaultSortOf('service'));
      equal(new Set(rows.map(({ kind }) => kind)).size, 2, 'kinds');
      equal(references(rows).toSorted(), references(clerksRows).toSorted(), 'all rows');
    },
  },
  {
    title: 'N24 by payment date lists the newest payment first',
    needs: ['claims', 'dates:payment'],
    async run(context) {
      const rows = await allRows(await claimsOf(context), { ...anything, dateMode: 'payment' }, null, 7);
      ok(new Set(rows.map(({ paymentDate }) => paymentDate)).size > 3, 'the world has several days of payment');
      order(rows, defaultSortOf('payment'));
    },
  },
  {
    title: 'N24 refuses criteria that the rules of core find fault with, whoever asks without the form',
    needs: ['claims'],
    async run(context) {
      const claims = await claimsOf(context);
      const wrong: readonly (readonly [string, Partial<CaseCriteria>])[] = [
        ['an end before its start', { from: day(2), to: day(1) }],
        ['an end without a start', { to: day(3) }],
        ['more days than the policy allows', { from: day(0), to: day(40_000) }],
        ['an open end that counts until today', { from: addDays(firstDay, -40_000) }],
        ['authorizations by payment date', { dateMode: 'payment', kinds: ['authorization'] }],
        ['claims that are not used', { notUsedOnly: true, kinds: ['claim'] }],
        ['amounts from more to less', { amount: { currency: 'KWD', from: 2, to: 1 } }],
      ];
      for (const [what, some] of wrong) {
        const criteria: CaseCriteria = { ...anything, ...some };
        await failsWith('invalid', () => claims.search(criteria, {}), `search: ${what}`);
        if (claims.open) await failsWith('invalid', () => claims.open!(criteria, {}), `open: ${what}`);
        if (claims.breakdown) await failsWith('invalid', () => claims.breakdown!(criteria), `breakdown: ${what}`);
      }
    },
  },
  {
    title: 'N21 a row says all that the rules of core make of its case',
    needs: ['claims'],
    async run(context) {
      // Its deadlines hang on when it was taken in.
      const bare = ({ id: _id, version: _version, deadlines: _deadlines, ...row }: CaseRow) => row;
      const byReference = (a: CaseRow, b: CaseRow) => (a.reference < b.reference ? -1 : 1);
      const rows = await allRows(await claimsOf(context), anything);
      equal(rows.toSorted(byReference).map(bare), clerksRows.toSorted(byReference).map(bare), 'rows');
    },
  },
  {
    title: 'tells how many there are: counted, at least so many, or not at all',
    needs: ['claims'],
    async run(context) {
      const { total } = await (await claimsOf(context)).search(anything, { limit: 3 });
      ok(
        total.kind === 'unknown' || (total.kind === 'exact' ? total.n === clerksRows.length : total.n <= clerksRows.length),
        JSON.stringify(total),
      );
    },
  },
  {
    title: 'an empty result is a page of no rows with a total of 0, not a failure',
    needs: ['claims'],
    async run(context) {
      const page = await (await claimsOf(context)).search({ ...anything, from: day(3_000), to: day(3_001) }, {});
      equal(page, { rows: [], next: null, total: { kind: 'exact', n: 0 } }, 'the page');
    },
  },
  {
    title: 'several filters at once find what meets them all',
    needs: ['claims', 'filter:kind', 'filter:payer', 'filter:memberName'],
    async run(context) {
      const criteria: CaseCriteria = { ...anything, from: day(1), to: day(30), kinds: ['claim'], payerId: 'payer:x', memberName: 'م' };
      const right = wanted(criteria);
      ok(right.length > 0, 'the world has some');
      equal(references(await allRows(await claimsOf(context), criteria)).toSorted(), right, 'rows');
    },
  },
  {
    title: 'pages of any size put together are the whole, in order, none twice',
    needs: ['claims'],
    async run(context) {
      const claims = await claimsOf(context);
      const whole = (await allRows(claims, anything, null, 500)).map(({ id }) => id);
      for (const limit of [1, 2, 10, clerksRows.length, clerksRows.length + 1])
        equal(
          (await allRows(claims, anything, null, limit)).map(({ id }) => id),
          whole,
          `pages of ${limit}`,
        );
    },
  },
  {
    title: 'a cursor of another query, or none at all, is refused',
    needs: ['claims'],
    async run(context) {
      const claims = await claimsOf(context);
      const { next } = await claims.search(anything, { limit: 5 });
      ok(next !== null, 'there is a second page');
      const codes = ['invalid', 'expired-cursor'] as const;
      await failsWith(codes, () => claims.search({ ...anything, from: day(1) }, { limit: 5, cursor: next }), 'other criteria');
      await failsWith(codes, () => claims.search(anything, { limit: 5, cursor: 'no cursor' }), 'no cursor');
    },
  },
  {
    title: 'a call that is aborted before it begins rejects as aborted',
    needs: ['claims'],
    async run(context) {
      const claims = await claimsOf(context);
      const stop = new AbortController();
      stop.abort();
      await failsWith('aborted', () => claims.search(anything, { signal: stop.signal }), 'search');
      await failsWith('aborted', () => claims.get('any', { signal: stop.signal }), 'get');
    },
  },
  {
    title: 'N27 opens a case from its row: the same row, its record and its history',
    needs: ['claims'],
    async run(context) {
      const claims = await claimsOf(context);
      for (const row of (await allRows(claims, anything)).slice(0, 5)) {
        const detail = await claims.get(row.id);
        ok(detail, `there is a case ${row.reference}`);
        equal(detail.row, row, 'the row');
        equal([detail.record.id, detail.record.version, detail.record.decision], [row.id, row.version, row.decision], 'the record');
        equal(detail.hidden, [], 'nothing is hidden from the clerk');
      }
    },
  },
  {
    title: 'a case that is not there is null',
    needs: ['claims'],
    async run(context) {
      const claims = await claimsOf(context);
      for (const id of ['', 'none', '__proto__', '../1']) equal(await claims.get(id), null, `"${id}"`);
    },
  },
  ...filterCases,
  ...sortCases,
  {
    title: 'an opened result is read anywhere, in the order of the pages, as long as it is open',
    needs: ['claims.open'],
    async run(context) {
      const claims = await claimsOf(context);
      const sort: CaseSort = { key: 'serviceDate', direction: 'ascending' };
      const whole = await allRows(claims, anything, sort);
      const set = await claims.open!(anything, { sort });
      equal(set.total, { kind: 'exact', n: whole.length }, 'the total');
      for (const [from, to] of [
        [0, 10],
        [37, 44],
        [whole.length - 3, whole.length + 50],
        [5, 5],
        [5_000, 5_010],
      ] as const)
        equal(await set.rows(from, to), whole.slice(from, to), `rows ${from} to ${to}`);
      set.close();
      await failsWith(['invalid', 'expired-cursor'], () => set.rows(0, 1), 'rows after closing');
    },
  },
  {
    title: 'N22 counts a result by payer and by provider, most first',
    needs: ['claims.breakdown'],
    async run(context) {
      const criteria: CaseCriteria = { ...anything, from: day(2), to: day(25) };
      const found = clerksRows.filter((row) => matches(criteria, row));
      const breakdown = await (await claimsOf(context)).breakdown!(criteria);
      equal(breakdown.total, { kind: 'exact', n: found.length }, 'the total');
      for (const [parties, key] of [
        [breakdown.payers, 'payerId'],
        [breakdown.providers, 'providerId'],
      ] as const) {
        equal(
          parties.map(({ count }) => count),
          parties.map(({ count }) => count).toSorted((a, b) => b - a),
          `${key}: most first`,
        );
        for (const { id, count } of parties) equal(count, found.filter((row) => row[key] === id).length, `${key} ${id}`);
        equal(
          parties.reduce((sum, { count }) => sum + count, 0),
          found.length,
          `${key}: all together`,
        );
      }
      for (const { payerId, providerId, count } of breakdown.pairs ?? [])
        equal(
          count,
          found.filter((row) => row.payerId === payerId && row.providerId === providerId).length,
          `${payerId} with ${providerId}`,
        );
      const paired = breakdown.pairs?.reduce((sum, { count }) => sum + count, 0);
      equal(paired ?? found.length, found.length, 'the pairs, all together');
    },
  },
];
