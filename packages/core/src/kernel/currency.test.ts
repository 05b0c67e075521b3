import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as dinero from 'dinero.js/currencies';
import { isCurrency, scaleOf } from './currency.ts';

test('every currency of the dinero table has the same scale here', () => {
  const differing = Object.values(dinero)
    .filter(({ code }) => code !== 'MGA' && code !== 'MRU') // fifths of a unit there, two decimals in ISO 4217
    .filter(({ code, exponent }) => scaleOf(code) !== exponent)
    .map(({ code }) => code);
  assert.deepEqual(differing, []);
  assert.ok(Object.keys(dinero).length > 150);
});

test('knows the scales that Intl gets wrong', () => {
  const scales = ['KWD', 'BHD', 'OMR', 'JOD', 'TND', 'LYD', 'IQD', 'LBP', 'YER', 'SYP', 'HUF', 'MGA', 'MRU', 'JPY', 'CLF'].map(scaleOf);
  assert.deepEqual(scales, [3, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 0, 4]);
});

test('an unknown currency has no scale: never 2', () => {
  for (const code of ['', 'XXX', 'XAU', 'KW', 'kwd', ' USD', 'USD ', 'USDX', 'ABC', 'constructor']) {
    assert.equal(scaleOf(code), undefined, code);
    assert.equal(isCurrency(code), false, code);
  }
});
