import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isOlder, type CaseAge } from './case-order.rules.ts';

const age = (updatedAt: number | null, createdAt: number | null): CaseAge => ({
  createdAt,
  source: updatedAt === null ? {} : { updatedAt },
});
const anyAge = fc.tuple(fc.option(fc.nat(3)), fc.option(fc.nat(3))).map(([updatedAt, createdAt]) => age(updatedAt, createdAt));

test('when the sources changed a record counts before when it was written', () => {
  assert.equal(isOlder(age(1, 9), age(2, 0)), true);
  assert.equal(isOlder(age(2, 0), age(1, 9)), false);
  assert.equal(isOlder(age(1, 0), age(1, 9)), true);
});

test('what both do not tell is not compared', () => {
  assert.equal(isOlder(age(1, 2), age(null, 3)), true);
  assert.equal(isOlder(age(1, null), age(null, 3)), false);
  assert.equal(isOlder(age(null, null), age(null, 3)), false);
});

test('of two records at most one is the older, and none is older than itself', () => {
  fc.assert(
    fc.property(anyAge, anyAge, (one, other) => {
      assert.equal(isOlder(one, one), false);
      assert.equal(isOlder(one, other) && isOlder(other, one), false);
    }),
  );
});
