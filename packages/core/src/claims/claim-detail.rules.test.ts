import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { add, money } from '../kernel/index.ts';
import { aCase, anyCase } from './case-fixture.test.ts';
import type { CaseItem, CodedText } from './index.ts';
import { amountDifferences, amountLines, refusalReasons } from './claim-detail.rules.ts';

test('the lines under a case add up to one another, whatever is told', () => {
  fc.assert(
    fc.property(anyCase, ({ amounts }) => {
      const line = (key: string) => amountLines(amounts).find((one) => one.key === key)?.amount;
      const ties = (whole: string, taken: string, left: string): void => {
        const [a, b, c] = [line(whole), line(taken), line(left)];
        if (a && b && c) assert.deepEqual(add(b, c), a, `${whole} − ${taken} = ${left}`);
      };
      ties('billed', 'notApproved', 'approved');
      ties('approved', 'patientShare', 'owed');
      ties('owed', 'paid', 'open');
      for (const key of ['billed', 'approved', 'patientShare', 'paid'] as const) assert.deepEqual(line(key) ?? null, amounts[key]);
    }),
  );
});

test('an amount nobody told makes no line, and nothing follows from it', () => {
  const told = { billed: money(900, 'AED'), approved: null, patientShare: null, paid: money(100, 'AED') };
  assert.deepEqual(
    amountLines(told).map(({ key }) => key),
    ['billed', 'paid'],
  );
});

test('each reason of what was not approved is told once, with the lines that give it', () => {
  const [fee, late, share] = ['45', '29', '1'].map((code) => ({ code, system: 'CARC', text: `Reason ${code}` })) as [
    CodedText,
    CodedText,
    CodedText,
  ];
  const none = { billed: null, approved: null, patientShare: null, paid: null };
  const item = { service: null, quantity: null, serviceFrom: null, serviceTo: null, outcomeCode: null } as const;
  const items: readonly CaseItem[] = [
    { ...item, sequence: 1, outcome: 'denied', amounts: none, reasons: [late] },
    {
      ...item,
      sequence: 2,
      outcome: 'paid',
      amounts: { ...none, billed: money(500, 'KWD'), approved: money(400, 'KWD') },
      reasons: [fee, fee],
    },
    {
      ...item,
      sequence: 3,
      outcome: 'paid',
      amounts: { ...none, billed: money(500, 'KWD'), approved: money(500, 'KWD') },
      reasons: [share],
    },
    { ...item, sequence: 4, outcome: 'partially-paid', amounts: none, reasons: [{ ...fee }, late] },
  ];
  assert.deepEqual(refusalReasons({ items }), [
    { reason: late, lines: [1, 4] },
    { reason: fee, lines: [2, 4] },
  ]);
});

test('items that do not add up to the case are named', () => {
  const item = { sequence: 1, service: null, quantity: null, serviceFrom: null, serviceTo: null, outcomeCode: null, reasons: [] } as const;
  const none = { billed: null, approved: null, patientShare: null, paid: null };
  const record = aCase({
    amounts: { ...none, billed: money(300, 'KWD'), paid: money(200, 'KWD') },
    items: [
      { ...item, outcome: 'paid', amounts: { ...none, billed: money(100, 'KWD'), paid: money(200, 'KWD') } },
      { ...item, sequence: 2, outcome: 'denied', amounts: { ...none, billed: money(199, 'KWD') } },
    ],
  });
  // Paid is told by one item only: nothing can be said of it.
  assert.deepEqual(amountDifferences(record), [{ key: 'billed', told: money(300, 'KWD'), items: money(299, 'KWD') }]);
});
