import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { scaleOf } from '@portico/core/kernel';
import { aClaim, only, soundly } from './cases-fixture.test.ts';

test('amounts as large as can be kept survive to the digit: none passes through a float', () => {
  const large = fc.integer({ min: 2 ** 52, max: Number.MAX_SAFE_INTEGER });
  fc.assert(
    fc.property(large, fc.constantFrom('KWD', 'USD'), (minor, currency) => {
      const digits = String(minor);
      const scale = scaleOf(currency)!;
      const text = `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
      const source = JSON.stringify(aClaim({ item: [{ sequence: 1, net: { value: '@', currency } }] })).replace('"@"', text);
      assert.equal(only(soundly(source)).items[0]!.amounts.billed?.minor, minor);
    }),
    { numRuns: 300 },
  );
});
