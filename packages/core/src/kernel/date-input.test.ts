import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { addDays, plainDate } from './calendar-date.ts';
import { orderOf, parseDateInput, sameDay, sameDays } from './date-input.ts';
import type { DateOrder } from './date-input.ts';

const today = plainDate('2026-11-21');
const read = (text: string, locale = 'en-GB', order?: DateOrder) => parseDateInput(text, { today, locale, order });

const forms: readonly [text: string, locale: string, date: string][] = [
  ['21/11/2026', 'en-GB', '2026-11-21'],
  ['11/21/2026', 'en-US', '2026-11-21'],
  ['2026/11/21', 'sv', '2026-11-21'],
  ['2026/11/21', 'fa', '2026-11-21'],
  ['21/11/2026', 'ar', '2026-11-21'],
  ['21/11/2026', 'ar-SA', '2026-11-21'],
  ['٢١/١١/٢٠٢٦', 'ar-EG', '2026-11-21'],
  ['٥/١٢/٢٠٢٦', 'ar-EG', '2026-12-05'],
  ['۲۰۲۶/۱۱/۲۱', 'fa', '2026-11-21'],
  ['２１/１１/２０２６', 'en-GB', '2026-11-21'],
  ['\u200f21\u200f/11\u200f/2026', 'ar', '2026-11-21'],
  ['2026-11-21', 'en-US', '2026-11-21'],
  ['2026-1-5', 'ar', '2026-01-05'],
  ['21.11.2026', 'de', '2026-11-21'],
  ['21-11-26', 'en-GB', '2026-11-21'],
  ['21 11 2026', 'en-GB', '2026-11-21'],
  ['1/11', 'en-GB', '2026-11-01'],
  ['1/11', 'en-US', '2026-01-11'],
  ['2111', 'en-GB', '2026-11-21'],
  ['1121', 'en-US', '2026-11-21'],
  ['1121', 'sv', '2026-11-21'],
  ['211126', 'en-GB', '2026-11-21'],
  ['261121', 'sv', '2026-11-21'],
  ['21112026', 'en-GB', '2026-11-21'],
  ['11212026', 'en-US', '2026-11-21'],
  ['20261121', 'en-GB', '2026-11-21'],
  ['20261121', 'sv', '2026-11-21'],
  ['20112026', 'en-GB', '2026-11-20'],
  ['20101211', 'en-GB', '2010-12-11'],
  ['5', 'en-GB', '2026-11-05'],
  ['05', 'en-US', '2026-11-05'],
  ['t', 'en-GB', '2026-11-21'],
  ['Today', 'en-GB', '2026-11-21'],
  ['اليوم', 'ar', '2026-11-21'],
  ['t-7', 'en-GB', '2026-11-14'],
  ['T + 1', 'en-GB', '2026-11-22'],
  ['+3', 'en-GB', '2026-11-24'],
  ['-30', 'en-GB', '2026-10-22'],
  ['+٣', 'ar', '2026-11-24'],
  ['اليوم-٧', 'ar', '2026-11-14'],
  ['29/2/2024', 'en-GB', '2024-02-29'],
  ['1/1/45', 'en-GB', '2045-01-01'],
  ['1/1/46', 'en-GB', '1946-01-01'],
  ['1/1/00', 'en-GB', '2000-01-01'],
];
const refusals: readonly [text: string, locale: string, code: string][] = [
  ['', 'en-GB', 'empty'],
  [' \u200f\t', 'ar', 'empty'],
  ['tomorrow', 'en-GB', 'not-a-date'],
  ['abc', 'en-GB', 'not-a-date'],
  ['1/2/3/4', 'en-GB', 'not-a-date'],
  ['211', 'en-GB', 'not-a-date'],
  ['12345', 'en-GB', 'not-a-date'],
  ['123456789', 'en-GB', 'not-a-date'],
  ['111/1/2026', 'en-GB', 'not-a-date'],
  ['1/', 'en-GB', 'not-a-date'],
  ['/', 'en-GB', 'not-a-date'],
  ['2026', 'en-GB', 'no-such-day'],
  ['2026-11', 'en-GB', 'not-a-date'],
  ['29/2/2025', 'en-GB', 'no-such-day'],
  ['31/4', 'en-GB', 'no-such-day'],
  ['31', 'en-GB', 'no-such-day'],
  ['0/1/2026', 'en-GB', 'no-such-day'],
  ['21/11/2026', 'en-US', 'no-such-day'],
  ['2025-02-29', 'ar', 'no-such-day'],
  ['1/11/026', 'en-GB', 'ambiguous-year'],
  ['1/11/6', 'en-GB', 'ambiguous-year'],
  ['15/5/1448', 'ar-SA', 'ambiguous-year'],
  ['1/1/0026', 'en-GB', 'ambiguous-year'],
  ['1'.repeat(100_000), 'en-GB', 'not-a-date'],
  ['1 '.repeat(50_000) + 'x', 'en-GB', 'not-a-date'],
];

describe('typed dates', () => {
  for (const [text, locale, date] of forms) {
    test(`${text} in ${locale} is ${date}`, () => assert.deepEqual(read(text, locale), { date }));
  }
  for (const [text, locale, code] of refusals) {
    test(`${JSON.stringify(text.slice(0, 30))} in ${locale} is refused: ${code}`, () => assert.deepEqual(read(text, locale), { code }));
  }
});

test('the order of day and month comes from the locale in its Gregorian form, or from the setting', () => {
  assert.deepEqual(['en-US', 'en-GB', 'ar', 'ar-SA', 'fa', 'sv', 'de', 'ja', 'zh-u-ca-chinese'].map(orderOf), [
    'mdy',
    'dmy',
    'dmy',
    'dmy',
    'ymd',
    'ymd',
    'dmy',
    'ymd',
    'ymd',
  ]);
  assert.deepEqual(read('1/11/2026', 'en-US', 'dmy'), { date: '2026-11-01' });
});

test('every day written in any order, with or without separators and zeros, is read back', () => {
  const date = fc.integer({ min: -20_000, max: 20_000 }).map((n) => addDays(today, n));
  const order = fc.constantFrom<DateOrder>('dmy', 'mdy', 'ymd');
  fc.assert(
    fc.property(date, order, fc.constantFrom('/', '.', '-', ' ', ' / ', '؍'), fc.boolean(), (date, order, separator, padded) => {
      const [year, month, day] = date.split('-').map(Number) as [number, number, number];
      const pad = (n: number) => (padded ? String(n).padStart(2, '0') : String(n));
      const typed = [...order].map((letter) => ({ d: pad(day), m: pad(month), y: String(year) })[letter]).join(separator);
      assert.deepEqual(read(typed, 'en', order), { date });
    }),
  );
});

test('what a locale shows for a day is read back in the same locale', () => {
  const locale = fc.constantFrom('en-US', 'en-GB', 'ar-EG', 'ar-AE', 'ar-SA', 'de', 'sv', 'fa', 'fr');
  const date = fc.integer({ min: -20_000, max: 20_000 }).map((n) => addDays(today, n));
  fc.assert(
    fc.property(locale, date, (locale, date) => {
      const shown = new Intl.DateTimeFormat(locale, {
        calendar: 'gregory',
        timeZone: 'UTC',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
      });
      const plain = shown.formatToParts(Date.parse(date)).filter(({ type }) => type !== 'era');
      assert.deepEqual(read(plain.map(({ value }) => value).join(''), locale), { date });
    }),
    { numRuns: 300 },
  );
});

test('nothing typed makes it throw, and what it takes is a day of 1850 to 2199 or counted from today', () => {
  const keys = fc.constantFrom(...'0123456789/.- +t٣اليوم،');
  fc.assert(
    fc.property(fc.string({ unit: keys, maxLength: 10 }), (text) => {
      const answer = read(text);
      if ('date' in answer) assert.equal(plainDate(answer.date), answer.date);
      else assert.ok(['empty', 'not-a-date', 'no-such-day', 'ambiguous-year'].includes(answer.code));
    }),
    { numRuns: 3000 },
  );
});

const ahead: readonly [text: string, date: string][] = [
  ['3/30', '2027-03-30'],
  ['11/20', '2027-11-20'],
  ['11/21', '2026-11-21'],
  ['12/1', '2026-12-01'],
  ['5', '2026-12-05'],
  ['21', '2026-11-21'],
  ['31', '2026-12-31'],
  ['2/29', '2028-02-29'],
  ['3/30/2026', '2026-03-30'],
  ['t-7', '2026-11-14'],
];

describe('typed days that are still to come', () => {
  for (const [text, date] of ahead) {
    test(`${text} typed on 21 November 2026 is ${date}`, () =>
      assert.deepEqual(parseDateInput(text, { today, locale: 'en-US', isAhead: true }), { date }));
  }
  test('a day that no year has stays none', () => {
    for (const text of ['2/30', '32', '13/1', '0'])
      assert.deepEqual(parseDateInput(text, { today, locale: 'en-US', isAhead: true }), { code: 'no-such-day' });
  });
});

const languages = ['en-US', 'en-GB', 'ar', 'ar-SA', 'fa', 'sv'] as const;

test('a day that was understood is the same day in every other language, there and back', () => {
  const date = fc.integer({ min: -20_000, max: 20_000 }).map((n) => addDays(today, n));
  const short = fc.boolean();
  fc.assert(
    fc.property(date, short, fc.constantFrom('/', '.', '-'), fc.constantFrom(...languages), (date, short, separator, before) => {
      const [year, month, day] = date.split('-').map(Number) as [number, number, number];
      const letters = [...orderOf(before)].filter((letter) => !short || letter !== 'y');
      const typed = letters.map((letter) => ({ d: day, m: month, y: year })[letter]).join(separator);
      const meant = read(typed, before);
      if (!('date' in meant)) return;
      for (const locale of languages) {
        const there = sameDay(typed, before, { today, locale });
        assert.deepEqual(read(there, locale), meant, `${typed} of ${before} in ${locale}`);
        const back = sameDay(there, locale, { today, locale: before });
        assert.deepEqual(read(back, before), meant, `${there} back in ${before}`);
      }
    }),
    { numRuns: 500 },
  );
});

test('what was not understood, or means the same day in both languages, stands as it was typed', () => {
  for (const text of ['', '11/', 'soon', '30/11/2026', 't-7', '2/2', '2026-11-12', '5'])
    assert.equal(sameDay(text, 'en-US', { today, locale: 'ar' }), text);
  assert.equal(sameDay('11/12', 'en-US', { today, locale: 'ar' }), '2026-11-12');
  const form = { from: '2/2', to: '11/12', name: '11/12' };
  assert.deepEqual(sameDays(form, ['from', 'to'], 'en-US', { today, locale: 'ar' }), { ...form, to: '2026-11-12' });
  assert.equal(sameDays(form, ['from'], 'en-US', { today, locale: 'ar' }), form);
});
