import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { money, plainDate } from '../kernel/index.ts';
import { anyCase, anyCriteria, aRow } from './case-fixture.test.ts';
import { compareRows, defaultSortOf, matches, rowOf, sortKeyOf, type CaseCriteria, type CaseRow, type CaseSortKey } from './index.ts';

const asks = (changes: Partial<CaseCriteria>): CaseCriteria => ({ ...anyCriteria, ...changes });
const [first, last] = [plainDate('2026-10-01'), plainDate('2026-10-31')];

test('N21 service dates are inclusive on both ends and go by the first day of a stay', () => {
  const month = asks({ from: first, to: last });
  const from = (serviceFrom: string | null, serviceTo: string | null = null): CaseRow =>
    aRow({ serviceFrom: serviceFrom as CaseRow['serviceFrom'], serviceTo: serviceTo as CaseRow['serviceTo'] });
  const answers = [from('2026-09-30'), from('2026-10-01'), from('2026-10-31', '2026-11-02'), from('2026-11-01')].map((row) =>
    matches(month, row),
  );
  assert.deepEqual(answers, [false, true, true, false]);
  assert.equal(matches(month, from(null, '2026-10-02')), true);
  assert.equal(matches(month, from(null)), false);
  assert.equal(matches(anyCriteria, from(null)), true);
});

test('N24 by payment date only paid cases are found, whatever their service date', () => {
  const paid = aRow({ serviceFrom: plainDate('2026-08-01'), paymentDate: last });
  assert.equal(matches(asks({ dateMode: 'payment', from: first, to: last }), paid), true);
  assert.equal(matches(asks({ dateMode: 'service', from: first, to: last }), paid), false);
  assert.equal(matches(asks({ dateMode: 'payment' }), aRow({ paymentDate: null })), false);
});

const finds: readonly (readonly [string, Partial<CaseCriteria>, boolean])[] = [
  ['a name without hamza, anywhere in it', { memberName: 'امينه' }, true],
  ['another name', { memberName: 'سعاد' }, false],
  ['the beginning of a member number in any case', { memberNumber: 'm-7' }, true],
  ['the middle of a member number', { memberNumber: '77' }, false],
  ['a number with its leading zeros, in Arabic digits', { identifier: '٠٠٠١' }, true],
  ['a number without its leading zeros', { identifier: '123' }, false],
  ['part of the physician', { physician: 'huda' }, true],
  ['the payer', { payerId: 'p-1' }, true],
  ['another payer', { payerId: 'p-2' }, false],
  ['the kind', { kinds: ['authorization'] }, false],
  ['the decision', { decisions: ['denied', 'paid'] }, true],
  ['voided authorizations (N29)', { notUsedOnly: true }, false],
  ['an amount at its very bounds', { amount: { currency: 'KWD', from: 12_500, to: 12_500 } }, true],
  ['an amount one minor unit above', { amount: { currency: 'KWD', from: 12_501, to: null } }, false],
  ['the same number in another currency', { amount: { currency: 'USD', from: 12_500, to: 12_500 } }, false],
];
for (const [what, criteria, found] of finds) {
  test(`${what} ${found ? 'finds' : 'does not find'} the case`, () => assert.equal(matches(asks(criteria), aRow()), found));
}

test('what is hidden cannot be searched for', () => {
  fc.assert(
    fc.property(anyCase, (record) => {
      const row = rowOf(record, ['amounts', 'payment']);
      assert.equal(matches(asks({ amount: { currency: record.currency!, from: null, to: null } }), row), false);
      assert.equal(matches(asks({ dateMode: 'payment' }), row), false);
    }),
  );
});

const keys: readonly CaseSortKey[] = ['serviceDate', 'paymentDate', 'memberName', 'payerName', 'billed', 'paid'];

test('sorting is a total order: missing keys last both ways, ties by id', () => {
  fc.assert(
    fc.property(fc.array(anyCase, { maxLength: 12 }), fc.constantFrom(...keys), fc.boolean(), (records, key, isUp) => {
      const direction = isUp ? 'ascending' : 'descending';
      const rows = records.map((record) => rowOf(record));
      const sorted = rows.toSorted(compareRows({ key, direction }));
      assert.deepEqual(rows.toReversed().toSorted(compareRows({ key, direction })), sorted);
      const found = sorted.map((row) => sortKeyOf(row, key));
      const told = found.filter((value) => value !== null);
      assert.deepEqual(found.slice(told.length), Array(found.length - told.length).fill(null));
      assert.deepEqual(told, isUp ? told.toSorted() : told.toSorted().toReversed());
    }),
  );
});

test('keys of amounts stand in the order of the amounts of one currency', () => {
  const minor = fc.integer({ min: -Number.MAX_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
  fc.assert(
    fc.property(minor, minor, (a, b) => {
      const key = (n: number): string =>
        sortKeyOf(aRow({ amounts: { billed: money(n, 'KWD'), approved: null, patientShare: null, paid: null } }), 'billed')!;
      assert.equal(Math.sign(a - b), key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
    }),
  );
});

test('N24 without a sort the newest day of the date mode comes first and cases without one last', () => {
  const rows = [
    aRow({ id: '1', serviceFrom: null, serviceTo: null, paymentDate: null }),
    aRow({ id: '2', serviceFrom: first, paymentDate: last }),
    aRow({ id: '3', serviceFrom: last, paymentDate: first }),
  ];
  const order = (dateMode: 'service' | 'payment') => rows.toSorted(compareRows(defaultSortOf(dateMode))).map(({ id }) => id);
  assert.deepEqual(order('service'), ['3', '2', '1']);
  assert.deepEqual(order('payment'), ['2', '3', '1']);
});
