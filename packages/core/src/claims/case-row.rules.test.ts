import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FieldGroup } from '../kernel/index.ts';
import { aCase, anyCase } from './case-fixture.test.ts';
import { referenceOf, rowOf, visibleCase } from './index.ts';

const groups = fc.subarray<FieldGroup>(['amounts', 'clinical', 'payment']);

/** Every path to a value that says something. */
function told(value: unknown, path = ''): readonly string[] {
  if (value === null || value === '') return [];
  if (typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, inner]) => told(inner, `${path}/${key}`));
}

test('hiding one more group never shows more, in rows and in whole cases', () => {
  fc.assert(
    fc.property(anyCase, groups, groups, (record, some, more) => {
      const both = [...new Set([...some, ...more])];
      for (const view of [rowOf, visibleCase]) {
        const less = told(view(record, both));
        const before = new Set(told(view(record, some)));
        assert.deepEqual(
          less.filter((path) => !before.has(path)),
          [],
        );
      }
    }),
  );
});

test('hidden groups leave nothing behind', () => {
  const record = aCase({
    items: [
      {
        ...{ sequence: 1, service: { code: 'SECRET', system: null, text: null }, quantity: '1', serviceFrom: null, serviceTo: null },
        ...{ amounts: aCase().amounts, outcome: 'paid', outcomeCode: null, reasons: [{ code: 'SECRET', system: null, text: null }] },
      },
    ],
    diagnoses: [{ code: 'SECRET', system: null, text: null }],
    notes: ['SECRET'],
    source: { format: 'fhir-r4', reference: null, original: 'SECRET' },
  });
  const text = JSON.stringify([rowOf(record, ['amounts', 'clinical', 'payment']), visibleCase(record, ['amounts', 'clinical', 'payment'])]);
  assert.doesNotMatch(text, /SECRET|minor|KWD|2026-10-25/);
});

test('with payment hidden the other amounts stay', () => {
  const { amounts, paymentDate } = rowOf(aCase(), ['payment']);
  assert.equal(paymentDate, null);
  assert.equal(amounts?.paid, null);
  assert.equal(amounts?.billed?.minor, 12_500);
});

test('the first number shown is that of the kind of case, and there always is one', () => {
  const identifiers = [
    { type: 'reference-id', value: 'R9' },
    { type: 'authorization-number', value: 'A1' },
    { type: 'claim-number', value: '007' },
  ] as const;
  assert.equal(referenceOf(aCase({ identifiers })), '007');
  assert.equal(referenceOf(aCase({ kind: 'authorization', identifiers })), 'A1');
  assert.equal(referenceOf(aCase({ identifiers: [{ type: 'npi', value: '1234567893' }] })), 'c-1');
});
