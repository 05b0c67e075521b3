import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { money, type FieldGroup } from '../kernel/index.ts';
import { anyCase, aRow } from './case-fixture.test.ts';
import { bordereauCells, bordereauColumns, bordereauTotals, rowOf, type CaseAmounts } from './index.ts';

const groups = fc.subarray<FieldGroup>(['amounts', 'clinical', 'payment']);
const none: CaseAmounts = { billed: null, approved: null, patientShare: null, paid: null };

test('N22 totals tie with the rows, one a currency, never mixed', () => {
  fc.assert(
    fc.property(fc.array(anyCase), groups, (records, hidden) => {
      const rows = records.map((record) => rowOf(record, hidden));
      const totals = bordereauTotals(rows);
      assert.equal(new Set(totals.map(({ currency }) => currency)).size, totals.length);
      for (const total of totals) {
        for (const key of ['billed', 'approved', 'patientShare', 'paid'] as const) {
          const told = rows.map((row) => row.amounts?.[key] ?? null).filter((amount) => amount?.currency === total.currency);
          const sum = told.reduce((all, amount) => all + BigInt(amount!.minor), 0n);
          assert.deepEqual(total[key], told.length === 0 ? null : money(Number(sum), total.currency));
        }
      }
      const counted = totals.reduce((all, { count }) => all + count, 0);
      assert.equal(
        counted,
        rows.filter(({ amounts }) => amounts !== null && Object.values(amounts).some((amount) => amount !== null)).length,
      );
    }),
  );
});

test('amounts nobody told are no zeros', () => {
  const [total] = bordereauTotals([aRow({ amounts: { ...none, billed: money(5, 'KWD') } })]);
  assert.deepEqual(total, { currency: 'KWD', count: 1, billed: money(5, 'KWD'), approved: null, patientShare: null, paid: null });
});

test('hidden groups have no column, and no cell holds what is hidden', () => {
  fc.assert(
    fc.property(anyCase, groups, (record, hidden) => {
      const columns = bordereauColumns(hidden);
      const cells = bordereauCells(rowOf(record, hidden), columns);
      assert.equal(cells.length, columns.length);
      assert.deepEqual(
        cells.map(({ type }) => type),
        columns.map(({ type }) => type),
      );
      if (hidden.includes('amounts')) assert.ok(cells.every(({ type }) => type !== 'amount'));
      const keys = columns.map(({ key }) => key);
      if (hidden.includes('payment')) assert.ok(!keys.includes('paid') && !keys.includes('paymentDate'));
    }),
  );
});

test('cells are typed: numbers of claims are text, amounts exact decimals of their currency', () => {
  const columns = bordereauColumns();
  const cells = bordereauCells(aRow(), columns);
  const cell = (key: string) => cells[columns.findIndex((column) => column.key === key)];
  assert.deepEqual(cell('reference'), { type: 'text', text: '000123' });
  assert.deepEqual(cell('billed'), { type: 'amount', decimal: '12.500', currency: 'KWD' });
  assert.deepEqual(cell('serviceFrom'), { type: 'date', date: '2026-10-05' });
  assert.deepEqual(cell('kind'), { type: 'message', key: 'case.kind.claim' });
  assert.deepEqual(cell('currency'), { type: 'text', text: 'KWD' });
});
