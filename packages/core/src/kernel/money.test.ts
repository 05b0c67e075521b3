import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as dinero from 'dinero.js/bigint';
import * as currencies from 'dinero.js/bigint/currencies';
import fc from 'fast-check';
import {
  add,
  allocate,
  compare,
  fromDecimal,
  money,
  MoneyError,
  negate,
  parseMoney,
  subtract,
  sumByCurrency,
  times,
  toDecimal,
  zero,
} from './money.ts';
import type { Money } from './money.ts';

const codes = ['JPY', 'CLP', 'USD', 'AED', 'LBP', 'HUF', 'KWD', 'IQD', 'OMR'] as const;
const code = fc.constantFrom(...codes);
const minor = fc.oneof(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.maxSafeInteger());
const amount = fc.record({ minor, currency: code }).map(({ minor, currency }) => money(minor, currency));
const factor = fc
  .tuple(fc.boolean(), fc.nat(300), fc.string({ unit: fc.constantFrom(...'0123456789'), maxLength: 8 }))
  .map(([negative, whole, fraction]) => `${negative ? '-' : ''}${whole}${fraction && `.${fraction}`}`);

const inDinero = (m: Money) => dinero.dinero({ amount: BigInt(m.minor), currency: currencies[m.currency as (typeof codes)[number]] });
const minorOf = (d: dinero.Dinero<bigint>) => dinero.toSnapshot(d).amount;
const scaleInDinero = (m: Money) => Number(currencies[m.currency as (typeof codes)[number]].exponent);

describe('money against dinero.js', () => {
  const rounding = {
    'half-away-from-zero': dinero.halfAwayFromZero,
    'half-even': dinero.halfEven,
    'toward-zero': undefined,
  } as const;
  for (const [name, divide] of Object.entries(rounding) as [keyof typeof rounding, typeof dinero.halfEven | undefined][]) {
    test(`times rounds ${name} to the same minor unit`, () => {
      const bounded = fc.record({ minor: fc.integer({ min: -1e12, max: 1e12 }), currency: code });
      const near = fc.record({ minor: fc.integer({ min: -50, max: 50 }), currency: code });
      const halves = fc.constantFrom('0.5', '-0.5', '0.25', '0.05', '1.5', '0.125', '0.005');
      fc.assert(
        fc.property(fc.oneof(bounded, near), fc.oneof(factor, halves), (m, by) => {
          const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(by)!;
          const scaled = { amount: BigInt(sign + whole + fraction), scale: BigInt(fraction.length) };
          const product = dinero.multiply(inDinero(m), scaled);
          const exponent = BigInt(scaleInDinero(m));
          const expected = divide
            ? dinero.transformScale(product, exponent, divide)
            : dinero.transformScale(dinero.dinero({ ...dinero.toSnapshot(product), amount: abs(minorOf(product)) }), exponent);
          const actual = times(m, by, name).minor;
          assert.equal(BigInt(divide ? actual : Math.abs(actual)), minorOf(expected), `${m.minor} ${m.currency} × ${by}`);
        }),
        { numRuns: 3000 },
      );
    });
  }

  test('decimal text is the same', () => {
    fc.assert(
      fc.property(amount, (m) => assert.equal(toDecimal(m), dinero.toDecimal(inDinero(m)))),
      { numRuns: 2000 },
    );
  });

  test('add, subtract and compare are the same', () => {
    const pair = fc.tuple(fc.integer({ min: -1e15, max: 1e15 }), fc.integer({ min: -1e15, max: 1e15 }), code);
    fc.assert(
      fc.property(pair, ([x, y, currency]) => {
        const [a, b] = [money(x, currency), money(y, currency)];
        assert.equal(BigInt(add(a, b).minor), minorOf(dinero.add(inDinero(a), inDinero(b))));
        assert.equal(BigInt(subtract(a, b).minor), minorOf(dinero.subtract(inDinero(a), inDinero(b))));
        assert.equal(compare(a, b), dinero.compare(inDinero(a), inDinero(b)));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('money keeps what a float would lose', () => {
  test('9007199254740.991 KWD × 7.5 % is exact where number arithmetic overflows silently', () => {
    assert.equal(toDecimal(times(fromDecimal('9007199254740.991', 'KWD'), '0.075')), '675539944105.574');
  });

  test('halves go away from zero, refunds too', () => {
    assert.deepEqual([times(money(-5, 'USD'), '0.5').minor, times(money(5, 'USD'), '0.5').minor], [-3, 3]);
    assert.equal(times(money(5, 'USD'), '-0.5').minor, -3);
    assert.equal(times(money(5, 'USD'), '0.5', 'half-even').minor, 2);
    assert.equal(times(money(-5, 'USD'), '0.5', 'toward-zero').minor, -2);
  });

  test('there is no negative zero', () => {
    const zeros = [
      negate(zero('KWD')),
      money(-0, 'KWD'),
      times(money(-1, 'KWD'), '0'),
      times(money(0, 'KWD'), '-1.5'),
      fromDecimal('-0.000', 'KWD'),
      ...allocate(money(-1, 'KWD'), [0, 1]).slice(0, 1),
    ];
    for (const m of zeros) assert.ok(Object.is(m.minor, 0));
  });

  test('sums, products and amounts that are not exact any more throw', () => {
    const most = money(Number.MAX_SAFE_INTEGER, 'USD');
    for (const wrong of [
      () => add(most, money(1, 'USD')),
      () => subtract(negate(most), money(1, 'USD')),
      () => times(most, '1.01'),
      () => money(0.5, 'USD'),
      () => money(NaN, 'USD'),
      () => money(Infinity, 'USD'),
      () => money(2 ** 53, 'USD'),
      () => sumByCurrency([most, most]),
    ]) {
      assert.throws(wrong, MoneyError);
    }
  });

  test('currencies never mix and unknown ones are refused, never 2', () => {
    for (const wrong of [
      () => add(money(1, 'USD'), money(1, 'AED')),
      () => subtract(money(1, 'USD'), money(1, 'AED')),
      () => compare(money(1, 'USD'), money(1, 'AED')),
      () => money(1, 'XXX'),
      () => zero('usd'),
      () => fromDecimal('1', 'ABC'),
      () => toDecimal({ minor: 1, currency: '' }),
    ]) {
      assert.throws(wrong, MoneyError);
    }
  });

  test('a factor that is no decimal text throws', () => {
    for (const wrong of ['', '1e3', '.5', '5.', '1,5', ' 1', 'NaN', '--1'])
      assert.throws(() => times(money(1, 'USD'), wrong), MoneyError, wrong);
  });
});

describe('allocate', () => {
  const weights = fc
    .array(fc.oneof(fc.nat(10), fc.maxSafeNat()), { minLength: 1, maxLength: 12 })
    .filter((list) => list.some((weight) => weight > 0));

  test('parts sum to the whole and each is less than one minor unit from its exact share', () => {
    fc.assert(
      fc.property(amount, weights, (m, list) => {
        const parts = allocate(m, list);
        assert.equal(parts.length, list.length);
        assert.equal(
          parts.reduce((sum, part) => sum + BigInt(part.minor), 0n),
          BigInt(m.minor),
        );
        const total = list.reduce((sum, weight) => sum + BigInt(weight), 0n);
        parts.forEach((part, index) => assert.ok(abs(BigInt(part.minor) * total - BigInt(m.minor) * BigInt(list[index]!)) < total));
      }),
      { numRuns: 2000 },
    );
  });

  test('equal shares are the same as with dinero.js', () => {
    fc.assert(
      fc.property(fc.nat(1e12), code, fc.integer({ min: 1, max: 12 }), (units, currency, count) => {
        const m = money(units, currency);
        const expected = dinero
          .allocate(
            inDinero(m),
            Array.from({ length: count }, () => 1n),
          )
          .map((part) => Number(minorOf(part)));
        assert.deepEqual(
          allocate(
            m,
            Array.from({ length: count }, () => 1),
          ).map((part) => part.minor),
          expected,
        );
      }),
    );
  });

  test('the largest remainder gets the missing unit, not the first part', () => {
    assert.deepEqual(
      allocate(money(10, 'KWD'), [1, 2, 4]).map((part) => part.minor),
      [1, 3, 6],
    );
    assert.deepEqual(
      allocate(money(-100, 'USD'), [3, 0, 1, 3]).map((part) => part.minor),
      [-43, 0, -14, -43],
    );
  });

  test('no weights, only zeros, fractions or negative weights throw', () => {
    for (const list of [[], [0, 0], [0.5, 0.5], [2, -1], [NaN]]) assert.throws(() => allocate(money(10, 'USD'), list), MoneyError);
  });
});

test('sumByCurrency gives one total a currency, sorted, whatever the order', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ minor: fc.integer({ min: -1e9, max: 1e9 }), currency: code })), (list) => {
      const totals = sumByCurrency(list);
      const expected = [...new Set(list.map((m) => m.currency))].sort();
      assert.deepEqual(
        totals.map((m) => m.currency),
        expected,
      );
      for (const total of totals) {
        assert.equal(
          total.minor,
          list.filter((m) => m.currency === total.currency).reduce((sum, m) => sum + m.minor, 0),
        );
      }
      assert.deepEqual(sumByCurrency([...list].reverse()), totals);
    }),
  );
  assert.deepEqual(sumByCurrency([]), []);
});

describe('decimal text of the wire', () => {
  test('survives both ways to the digit', () => {
    fc.assert(
      fc.property(amount, (m) => assert.deepEqual(fromDecimal(toDecimal(m), m.currency), m)),
      { numRuns: 2000 },
    );
  });

  test('toDecimal in map is not changed by the index', () => {
    assert.deepEqual([money(1, 'KWD'), money(-1, 'USD'), money(-1, 'JPY'), money(123456, 'KWD')].map(toDecimal), [
      '0.001',
      '-0.01',
      '-1',
      '123.456',
    ]);
  });

  test('reads exponents and zeros beyond the scale', () => {
    const read = (text: string, currency: string) => fromDecimal(text, currency).minor;
    assert.deepEqual(
      [
        read('12.340', 'KWD'),
        read('12.340', 'USD'),
        read('12.000', 'JPY'),
        read('1.2e3', 'USD'),
        read('12E-1', 'USD'),
        read('5e-2', 'USD'),
        read('0.00e5', 'JPY'),
        read('007', 'USD'),
      ],
      [12340, 1234, 12, 120000, 120, 5, 0, 700],
    );
  });

  test('throws where a digit would be lost, and on what is no decimal', () => {
    for (const [text, currency] of [
      ['12.345', 'USD'],
      ['0.5', 'JPY'],
      ['1e-3', 'USD'],
      ['123e-4', 'USD'],
      ['90071992547409.92', 'USD'],
      ['1e30', 'USD'],
    ] as const) {
      assert.throws(() => fromDecimal(text, currency), MoneyError, text);
    }
    for (const text of ['', ' 1', '1,5', '.5', '5.', '+1', '1e999', 'NaN', '١٢'])
      assert.throws(() => fromDecimal(text, 'USD'), MoneyError, text);
  });
});

describe('typed amounts', () => {
  const cases: readonly [text: string, currency: string, expected: number | string][] = [
    ['12.34', 'USD', 1234],
    ['  12.3 ', 'USD', 1230],
    ['.5', 'USD', 50],
    ['5.', 'USD', 500],
    ['-5', 'USD', -500],
    ['\u22125', 'USD', -500],
    ['0', 'KWD', 0],
    ['1,234.567', 'KWD', 1234567],
    ['1 234 567.5', 'USD', 123456750],
    ['1\u202f234.5', 'USD', 123450],
    ['1\u00a0234', 'USD', 123400],
    ['١٬٢٣٤٫٥٦٧', 'KWD', 1234567],
    ['۱٬۲۳۴٫۵', 'IQD', 1234500],
    ['\u200f١٢٫٣\u200e', 'AED', 1230],
    ['12', 'JPY', 12],
    ['90071992547409.91', 'USD', Number.MAX_SAFE_INTEGER],
    ['', 'USD', 'empty'],
    [' \u200f ', 'USD', 'empty'],
    ['abc', 'USD', 'not-an-amount'],
    ['.', 'USD', 'not-an-amount'],
    ['-', 'USD', 'not-an-amount'],
    ['12,34', 'USD', 'not-an-amount'],
    ['1,23,456', 'USD', 'not-an-amount'],
    ['1,234 567', 'USD', 'not-an-amount'],
    ['1.234.567', 'USD', 'not-an-amount'],
    ['1.234,56', 'USD', 'not-an-amount'],
    ['1e3', 'USD', 'not-an-amount'],
    ['USD 5', 'USD', 'not-an-amount'],
    ['=1+1', 'USD', 'not-an-amount'],
    ['1'.repeat(100_000), 'USD', 'not-an-amount'],
    ['12.345', 'USD', 'too-many-decimals'],
    ['12.340', 'USD', 'too-many-decimals'],
    ['12.0', 'JPY', 'too-many-decimals'],
    ['90071992547409.92', 'USD', 'too-large'],
    ['5', 'XXX', 'unknown-currency'],
    ['', 'XXX', 'unknown-currency'],
  ];
  for (const [text, currency, expected] of cases) {
    test(`${JSON.stringify(text.slice(0, 30))} in ${currency} is ${expected}`, () => {
      const answer = parseMoney(text, currency);
      assert.deepEqual(answer, typeof expected === 'number' ? { minor: expected, currency } : { code: expected });
    });
  }

  test('what Intl writes in Latin and Arabic digits is read back to the digit', () => {
    fc.assert(
      fc.property(amount, fc.constantFrom('en-US', 'ar-EG-u-nu-arab', 'fa-IR-u-nu-arabext', 'en-AE', 'ar-KW-u-nu-latn'), (m, locale) => {
        const digits = toDecimal(m).split('.')[1]?.length ?? 0;
        const format = new Intl.NumberFormat(locale, { minimumFractionDigits: digits });
        assert.deepEqual(parseMoney(format.format(toDecimal(m) as `${number}`), m.currency), m);
      }),
      { numRuns: 300 },
    );
  });
});

function abs(n: bigint): bigint {
  return n < 0n ? -n : n;
}
