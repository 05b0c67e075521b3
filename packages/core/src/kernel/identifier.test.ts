import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { checkIdentifier, isNpi, isTaxId, normalizeIdentifier } from './identifier.ts';
import type { IdentifierType } from './identifier.ts';

const nineDigits = fc.tuple(fc.constantFrom('1', '2'), fc.stringMatching(/^\d{8}$/)).map(([first, rest]) => first + rest);

/** The published rule for the ten-digit form: double every other digit from the right, add the digits, add 24 for the prefix 80840. */
function npiOf(nine: string): string {
  const doubled = [...nine].map((digit, index) => (index % 2 === 0 ? String(Number(digit) * 2) : digit)).join('');
  const sum = 24 + [...doubled].reduce((total, digit) => total + Number(digit), 0);
  return nine + ((10 - (sum % 10)) % 10);
}

describe('NPI', () => {
  test('takes published examples', () => {
    assert.ok(isNpi('1234567893'));
    assert.ok(isNpi('1245319599'));
  });

  test('refuses a number that is right by plain Luhn over its ten digits only', () => {
    assert.equal(isNpi('1234567897'), false);
  });

  test('exactly one check digit is right, by the constant 24 of the published rule', () => {
    fc.assert(
      fc.property(nineDigits, (nine) => {
        const right = [...'0123456789'].map((digit) => nine + digit).filter(isNpi);
        assert.deepEqual(right, [npiOf(nine)]);
      }),
    );
  });

  test('refuses other first digits although the check digit is right', () => {
    assert.deepEqual(
      ['0', '3', '9'].map((first) => isNpi(npiOf(`${first}23456789`))),
      [false, false, false],
    );
  });

  test('any single wrong digit is caught', () => {
    fc.assert(
      fc.property(nineDigits, fc.nat(9), fc.integer({ min: 1, max: 9 }), (nine, at, by) => {
        const digits = [...npiOf(nine)];
        digits[at] = String((Number(digits[at]) + by) % 10);
        assert.equal(isNpi(digits.join('')), false);
      }),
    );
  });

  test('refuses other first digits, lengths and characters', () => {
    for (const wrong of [
      '',
      '3234567893',
      '0234567893',
      '123456789',
      '12345678930',
      '123456789X',
      '١٢٣٤٥٦٧٨٩٣',
      ' 1234567893',
      '1234567893\n',
    ]) {
      assert.equal(isNpi(wrong), false, JSON.stringify(wrong));
    }
  });
});

test('Tax ID has the shape of an EIN', () => {
  assert.deepEqual(['12-3456789', '123456789', '12-345678', '1234567890', '123-45-6789', '1-23456789', 'AB-3456789', ''].map(isTaxId), [
    true,
    true,
    false,
    false,
    false,
    false,
    false,
    false,
  ]);
});

describe('N18 one kind of identifier with a check by type', () => {
  const cases: readonly [IdentifierType, string, string | null][] = [
    ['npi', ' ١٢٣٤٥٦٧٨٩٣ ', null],
    ['npi', '1234567890', 'not-an-npi'],
    ['tax-id', '۱۲-۳۴۵۶۷۸۹', null],
    ['tax-id', '12-34', 'not-a-tax-id'],
    ['lop', '10452', null],
    ['dha', 'dha-p-0123456', null],
    ['doh', 'GD12345', null],
    ['moh', 'د/12345', null],
    ['lop', '10452?', 'unexpected-characters'],
    ['dha', '<b>', 'unexpected-characters'],
    ['member-number', 'KW#100-200:3', null],
    ['member-number', 'a\u0007b', 'unexpected-characters'],
    ['claim-number', ' \u200f ', 'empty'],
    ['other', 'x'.repeat(65), 'too-long'],
  ];
  for (const [type, value, expected] of cases) {
    test(`${type} ${JSON.stringify(value.slice(0, 20))} → ${expected ?? 'taken'}`, () =>
      assert.equal(checkIdentifier(type, value), expected));
  }
});

test('normalising is trimmed, ASCII, upper case, without direction marks, and done once', () => {
  assert.equal(normalizeIdentifier(' \u202adha-f-٠۱２\u202c\u200f '), 'DHA-F-012');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const once = normalizeIdentifier(text);
      assert.equal(normalizeIdentifier(once), once);
    }),
    { numRuns: 1000 },
  );
});
