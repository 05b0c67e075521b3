import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { plainDate } from '../kernel/index.ts';
import { refuseAskedItem } from './authorization-asked.rules.ts';
import { refuseVerdict } from './authorization-item.rules.ts';
import { refuseExtent, refusePeriod, refuseWords, typedQuantity } from './authorization-value.rules.ts';
import { decision, fresh, happening, item, now, policy, records, zone } from './authorization.fixture.test.ts';
import { decideAuthorization } from './authorization.lifecycle.ts';

const extent = (quantity: string | null) => refuseExtent({ quantity, from: null, to: null });
const [early, late] = [plainDate('2026-03-11'), plainDate('2026-03-12')];

suite('authorization: quantities, periods and words', () => {
  test('a quantity is a number above zero with three decimals at most; none is none', () => {
    for (const one of [null, '1', '12', '0.5', '999999.999']) assert.equal(extent(one), null, String(one));
    for (const one of ['', '0', '0.000', '-1', '1e3', '1,5', 'some', '1.2345', '1234567', '٣', ' 1'])
      assert.equal(extent(one), 'not-a-quantity', one);
  });

  test('it is typed with any digits, and is kept with Western ones', () => {
    for (const [typed, read] of [
      [' 2 ', '2'],
      ['٢٫٥', '2.5'],
      ['', null],
      ['two', 'two'],
    ] as const)
      assert.equal(typedQuantity(typed), read);
  });

  test('a period ends on its first day or later, and words are more than blanks', () => {
    assert.deepEqual(
      [
        refusePeriod(early, early),
        refusePeriod(early, late),
        refusePeriod(null, early),
        refusePeriod(late, null),
        refusePeriod(late, early),
      ],
      [null, null, null, null, 'dates-reversed'],
    );
    assert.deepEqual([refuseWords(' \n'), refuseWords(' a ')], ['text-missing', null]);
  });

  test('the request, its update and the decision are refused by the same rule', () => {
    const wrong = { quantity: '0' };
    const granted = { service: null, quantity: '0', amount: null, from: null, to: null, number: null };
    assert.equal(refuseAskedItem(item(1, wrong), policy), 'not-a-quantity');
    assert.equal(refuseVerdict(item(1), decision(1, 'modified', { authorized: granted }), policy), 'not-a-quantity');
    const updated = decideAuthorization(records.received, happening('updated: no quantity', records.received));
    assert.deepEqual(updated, { accepted: false, code: 'not-a-quantity' });
  });

  test('what a feed brought stands: it is neither in the way of another item nor of its own approval', () => {
    const [one, two] = [item(1, { quantity: '0.00005', from: late, to: early }), item(2)];
    const record = { ...fresh(), items: [one, two] };
    const event = { type: 'authorization.updated', at: now, by: null, policy, zone } as const;
    assert.equal(decideAuthorization(record, { ...event, items: [one, { ...two, quantity: '2' }] }).accepted, true);
    assert.deepEqual(decideAuthorization(record, { ...event, items: [{ ...one, amount: null }, two] }), {
      ...{ accepted: false, code: 'not-a-quantity' },
    });
    const { service, quantity, amount, from, to } = one;
    const authorized = { service, quantity, amount, from, to, number: 'N-1' };
    assert.equal(refuseVerdict(one, decision(1, 'certified', { authorized }), policy), null);
  });
});
