import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decimalPlaces, excelSerial, fitsSpreadsheet, isDate, isDecimal } from './cell-value.ts';

test('a decimal is an optional minus, digits and an optional fraction, nothing else', () => {
  for (const text of ['0', '-5', '007', '10.005', '-0.1', '12345678901234567890']) assert.equal(isDecimal(text), true, text);
  for (const text of ['', '+5', '.5', '5.', '1e3', '1,000', ' 1', '1\n', '--1', '=1', '٣', 'NaN'])
    assert.equal(isDecimal(text), false, text);
});

test('a spreadsheet holds fifteen significant digits', () => {
  for (const text of ['123456789012345', '-1234567890.12345', '0.000000000000000000012', '12000000000000000000', '0000000000000000001']) {
    assert.equal(fitsSpreadsheet(text), true, text);
  }
  for (const text of ['1234567890123456', '-12345678901234.56', '9007199254740993']) assert.equal(fitsSpreadsheet(text), false, text);
});

test('every decimal of fifteen digits fits, and comes back to the digit through a double', () => {
  const units = fc.bigInt({ min: 0n, max: 10n ** 15n - 1n });
  fc.assert(
    fc.property(units, fc.integer({ min: 0, max: 6 }), fc.boolean(), (value, scale, negative) => {
      const digits = String(value).padStart(scale + 1, '0');
      const point = digits.length - scale;
      const decimal = `${negative && value > 0n ? '-' : ''}${digits.slice(0, point)}${scale > 0 ? '.' : ''}${digits.slice(point)}`;
      assert.equal(isDecimal(decimal), true);
      assert.equal(fitsSpreadsheet(decimal), true);
      assert.equal(Number(decimal).toFixed(scale), decimal);
    }),
  );
});

test('digits after the point', () => {
  assert.deepEqual(['5', '5.0', '-1.250'].map(decimalPlaces), [0, 1, 3]);
});

test('a date is a day of the calendar', () => {
  for (const text of ['2024-02-29', '2000-02-29', '1999-12-31', '0001-01-01']) assert.equal(isDate(text), true, text);
  for (const text of [
    '2023-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '20260101',
    '=1',
    '',
  ]) {
    assert.equal(isDate(text), false, text);
  }
});

test('serials count days from 1900-03-01, where Excel and the calendar agree', () => {
  assert.equal(excelSerial('1900-03-01'), 61);
  assert.equal(excelSerial('2026-01-31'), 46053);
  assert.equal(excelSerial('9999-12-31'), 2958465);
  for (const text of ['1900-02-28', '1899-12-31', '0050-01-01', '2023-02-29', 'soon']) assert.equal(excelSerial(text), undefined, text);
});
