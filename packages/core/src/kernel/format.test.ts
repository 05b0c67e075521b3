import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainDate } from './calendar-date.ts';
import { createFormats } from './format.ts';
import { createMoneyFormat } from './money-format.ts';
import { money } from './money.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const at = Date.parse('2026-11-21T22:30:00Z');

test('money shows exactly the decimals of its currency, where Intl alone would drop or invent some', () => {
  const shown = [money(12340, 'IQD'), money(12345, 'LBP'), money(5, 'KWD'), money(12345, 'JPY'), money(-100, 'USD')]
    .map(createMoneyFormat('en'))
    .map(plain);
  assert.deepEqual(shown, ['IQD 12.340', 'LBP 123.45', 'KWD 0.005', 'JPY 12,345', '-USD 1.00']);
});

test('money is shown to the last digit beyond what a float holds', () => {
  assert.equal(plain(createMoneyFormat('en')(money(9007199254740991, 'KWD'))), 'KWD 9,007,199,254,740.991');
  assert.equal(plain(createMoneyFormat('en')(money(9007199254740991, 'USD'))), 'USD 90,071,992,547,409.91');
});

test('digits, calendar and zone are settings apart from the language', () => {
  assert.equal(createFormats('ar', { numberingSystem: 'latn' }).number(1234.5), '1,234.5');
  assert.equal(createFormats('ar', { numberingSystem: 'arab' }).number(1234.5), '١٬٢٣٤٫٥');
  assert.equal(createMoneyFormat('ar', { numberingSystem: 'arab' })(money(12340, 'KWD')).includes('١٢٫٣٤٠'), true);
  assert.equal(createFormats('en', { timeZone: 'Asia/Kuwait' }).date(at), 'Nov 22, 2026');
  assert.equal(createFormats('en', { timeZone: 'America/Havana' }).date(at), 'Nov 21, 2026');
  assert.match(createFormats('en', { timeZone: 'Asia/Kuwait' }).datetime(at), /Nov 22, 2026.*1:30/);
  assert.match(createFormats('en-GB', { timeZone: 'UTC' }).time(at), /^22:30$/);
  assert.match(createFormats('en', { calendar: 'islamic-umalqura' }).date(plainDate('2026-11-21')), /1448/);
  assert.match(createFormats('ar-SA', { calendar: 'gregory', numberingSystem: 'latn' }).date(plainDate('2026-11-21')), /2026/);
});

test('a day is the same day in every zone', () => {
  for (const timeZone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC']) {
    const formats = createFormats('en', { timeZone });
    formats.date(at);
    assert.equal(formats.date(plainDate('2026-11-21')), 'Nov 21, 2026');
  }
});
