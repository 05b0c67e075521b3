import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { money } from '../kernel/index.ts';
import { licenceTypes, unlistedPhysicianOf, unlistedServiceOf } from './unlisted.rules.ts';

suite('what is in no list', () => {
  test('N18 a physician needs a licence and a name; the licence is kept in its one form, of whatever kind', () => {
    for (const type of licenceTypes.filter((one) => one !== 'npi')) {
      assert.deepEqual(unlistedPhysicianOf({ type, number: ' ab-١٢٣ ', name: ' د. منى ' }), {
        value: { identifier: { type, value: 'AB-123' }, name: 'د. منى' },
      });
    }
    assert.deepEqual(unlistedPhysicianOf({ type: 'lop', number: ' ', name: '' }), { problems: { number: 'missing', name: 'missing' } });
    assert.deepEqual(unlistedPhysicianOf({ type: 'npi', number: '1999990037', name: 'A' }), { problems: { number: 'not-an-npi' } });
    assert.deepEqual(unlistedPhysicianOf({ type: 'dha', number: '<b>', name: 'A' }), { problems: { number: 'not-an-identifier' } });
  });

  test('N20 a service needs a name and a cost above nothing, in the currency of the request', () => {
    assert.deepEqual(unlistedServiceOf({ name: ' Gait analysis ', cost: '١٢٫٥' }, 'KWD'), {
      value: { name: 'Gait analysis', estimatedCost: money(12_500, 'KWD') },
    });
    assert.deepEqual(unlistedServiceOf({ name: '', cost: ' ' }, 'KWD'), { problems: { name: 'missing', cost: 'missing' } });
    for (const cost of ['0', 'much', '1.2345'])
      assert.deepEqual(unlistedServiceOf({ name: 'X', cost }, 'KWD'), { problems: { cost: 'not-an-amount' } }, cost);
  });
});
