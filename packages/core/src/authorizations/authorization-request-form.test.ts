import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainDate } from '../kernel/index.ts';
import { changed, emptyForm, formRespoken, withGiven, withItem } from './authorization-request-form.ts';

const form = { ...emptyForm, payerId: 'payer:a', currency: 'KWD' };

test('another payer brings its own currency; the same one leaves what was chosen', () => {
  const currencies = [
    ...[changed(form, { payerId: 'payer:b' }), changed(form, { payerId: 'payer:a' }), changed(form, { note: 'n' })],
    ...['payer:b', 'payer:a', null].map((payerId) => withGiven(form, { payerId, member: null }).form),
  ].map(({ payerId, currency }) => [payerId, currency]);
  const [other, same] = [
    ['payer:b', ''],
    ['payer:a', 'KWD'],
  ];
  assert.deepEqual(currencies, [other, same, same, other, same, same]);
});

test('days of the whole and of each line are the same days in another language; what is none stands as it was typed', () => {
  const base = withItem(form, { type: 'item.added', service: null });
  const typed = {
    ...base,
    serviceFrom: '11/12',
    serviceTo: '13/13',
    items: base.items.map((item) => ({ ...item, from: '1/2/2027', to: '' })),
  };
  const { serviceFrom, serviceTo, items } = formRespoken(typed, 'en-US', { today: plainDate('2026-11-21'), locale: 'ar' });
  assert.deepEqual([serviceFrom, serviceTo, items[0]?.from, items[0]?.to], ['2026-11-12', '13/13', '2027-01-02', '']);
});
