import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changed, emptyForm, withGiven } from './authorization-request-form.ts';

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
