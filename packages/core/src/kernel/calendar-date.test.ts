import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  addBusinessDays,
  addDays,
  addMonths,
  dateIn,
  daysBetween,
  endOfDay,
  firstOfMonth,
  fromIsoInstant,
  isBusinessDay,
  isPlainDate,
  lastOfMonth,
  plainDate,
  startOfDay,
  toIsoInstant,
  weekday,
} from './calendar-date.ts';
import { zones } from './zones.cases.ts';

const DAY = 86_400_000;
const oracle = (date: string) => Temporal.PlainDate.from(date);
const startInOracle = (date: string, zone: string) => oracle(date).toZonedDateTime(zone).epochMilliseconds;
const dateInOracle = (zone: string, instant: number) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
const date = fc.integer({ min: -500_000, max: 1_500_000 }).map((n) => addDays(plainDate('1970-01-01'), n));

describe('days', () => {
  test('only ISO text of an existing day is a day', () => {
    for (const text of ['2024-02-29', '2000-02-29', '0000-02-29', '0001-01-01', '9999-12-31']) assert.ok(isPlainDate(text), text);
    const wrong = [
      '2025-02-29',
      '1900-02-29',
      '2026-02-30',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '2026-1-1',
      '+010000-01-01',
      '2026-01-01T00:00',
      ' 2026-01-01',
      '2026-01-01\n',
      '٢٠٢٦-٠١-٠١',
      '',
    ];
    for (const text of wrong) {
      assert.equal(isPlainDate(text), false, text);
      assert.throws(() => plainDate(text), RangeError, text);
    }
    for (const value of [null, undefined, 20260101, {}, ['2026-01-01']]) assert.equal(isPlainDate(value), false);
  });

  test('arithmetic is that of Temporal', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -5000, max: 5000 }), date, (day, n, other) => {
        assert.equal(addDays(day, n), oracle(day).add({ days: n }).toString());
        assert.equal(addMonths(day, n), oracle(day).add({ months: n }).toString());
        assert.equal(daysBetween(day, other), oracle(day).until(oracle(other)).days);
        assert.equal(weekday(day), oracle(day).dayOfWeek);
        assert.equal(firstOfMonth(day), oracle(day).with({ day: 1 }).toString());
        assert.equal(lastOfMonth(day), oracle(day).with({ day: 31 }).toString());
        assert.equal(day < other, Temporal.PlainDate.compare(day, other) < 0);
      }),
      { numRuns: 3000 },
    );
  });

  test('months are clamped at leap days and month ends', () => {
    const from = plainDate('2024-01-31');
    assert.deepEqual(
      [addMonths(from, 1), addMonths(from, 13), addMonths(from, -2), addMonths(plainDate('2024-02-29'), 12)],
      ['2024-02-29', '2025-02-28', '2023-11-30', '2025-02-28'],
    );
    assert.equal(lastOfMonth(plainDate('9999-12-05')), '9999-12-31');
  });

  test('leaving the years 0000 to 9999, or fractions of days, throws', () => {
    assert.throws(() => addDays(plainDate('9999-12-31'), 1), RangeError);
    assert.throws(() => addDays(plainDate('0000-01-01'), -1), RangeError);
    assert.throws(() => addMonths(plainDate('9999-12-31'), 1), RangeError);
    assert.throws(() => addMonths(plainDate('0000-01-01'), -1), RangeError);
    for (const n of [0.5, NaN, Infinity]) assert.throws(() => addDays(plainDate('2026-01-01'), n), RangeError);
  });
});

describe('business days', () => {
  const calendar = { weekend: [5, 6], holidays: [plainDate('2026-12-02'), plainDate('2026-12-03'), plainDate('2026-12-05')] };

  test('a walk day by day finds the same day', () => {
    const near = fc.integer({ min: -20, max: 20 }).map((n) => addDays(plainDate('2026-12-01'), n));
    fc.assert(
      fc.property(near, fc.integer({ min: 1, max: 30 }), fc.constantFrom(1, -1), (day, n, direction) => {
        const end = addBusinessDays(day, n * direction, calendar);
        const [from, to] = direction > 0 ? [addDays(day, 1), end] : [end, addDays(day, -1)];
        const walked = Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => addDays(from, index));
        const counted = walked.filter((each) => ![5, 6].includes(oracle(each).dayOfWeek) && !calendar.holidays.includes(each));
        assert.equal(counted.length, n);
        assert.ok(isBusinessDay(end, calendar));
      }),
    );
  });

  test('0 is the day itself, and a week that is all weekend throws instead of never ending', () => {
    assert.equal(addBusinessDays(plainDate('2026-12-04'), 0, calendar), '2026-12-04');
    assert.throws(() => addBusinessDays(plainDate('2026-12-04'), 1, { weekend: [1, 2, 3, 4, 5, 6, 7], holidays: [] }), RangeError);
  });
});

describe('T25 days in zones against Temporal', () => {
  for (const zone of zones) {
    test(`${zone}: every change of the clock 1996–2031 and the days about it, ± 1 ms`, () => {
      let when = Temporal.ZonedDateTime.from(`1996-01-01T00:00[${zone}]`);
      for (;;) {
        const next = when.getTimeZoneTransition('next');
        if (!next || next.year > 2031) break;
        when = next;
        checkDaysAround(plainDate(next.toPlainDate().toString()), zone);
      }
      for (const leap of ['2024-02-29', '2000-02-29', '2023-02-28', '2026-12-31']) checkDaysAround(plainDate(leap), zone);
    });
  }

  test('any day and any millisecond since 1800', () => {
    const zone = fc.constantFrom(...zones);
    fc.assert(
      fc.property(zone, fc.integer({ min: -62_000, max: 60_000 }), fc.nat(DAY), (zone, n, ms) => {
        const day = addDays(plainDate('1970-01-01'), n);
        assert.equal(startOfDay(day, zone), startInOracle(day, zone), `${zone} ${day}`);
        assert.equal(dateIn(zone, n * DAY + ms), dateInOracle(zone, n * DAY + ms), `${zone} ${n * DAY + ms}`);
      }),
      { numRuns: 1500 },
    );
  });

  test('Apia never had 30 December 2011: it begins and ends with the 31st', () => {
    const missing = plainDate('2011-12-30');
    assert.equal(startOfDay(missing, 'Pacific/Apia'), startOfDay(plainDate('2011-12-31'), 'Pacific/Apia'));
    assert.equal(endOfDay(missing, 'Pacific/Apia'), startOfDay(missing, 'Pacific/Apia'));
  });

  test('where clocks jump over midnight the day begins with the jump', () => {
    assert.equal(toIsoInstant(startOfDay(plainDate('2026-03-29'), 'Asia/Beirut')), '2026-03-28T22:00:00.000Z');
    assert.equal(toIsoInstant(startOfDay(plainDate('2026-04-24'), 'Africa/Cairo')), '2026-04-23T22:00:00.000Z');
  });

  test('where midnight comes twice the day begins with the first', () => {
    assert.equal(toIsoInstant(startOfDay(plainDate('2025-11-02'), 'America/Havana')), '2025-11-02T04:00:00.000Z');
  });

  test('an unknown zone throws', () => {
    assert.throws(() => dateIn('Asia/Nowhere', 0), RangeError);
  });
});

describe('instants as ISO text', () => {
  test('survive both ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: -6e13, max: 2.5e14 }), (instant) => assert.equal(fromIsoInstant(toIsoInstant(instant)), instant)),
    );
  });

  test('offsets, missing seconds and long fractions are read as Temporal reads them', () => {
    for (const text of [
      '2026-11-21T10:05:30+04:00',
      '2026-11-21T10:05Z',
      '2026-11-21T10:05:30.1239-03:30',
      '2026-02-28T23:59:59.999Z',
      '1999-12-31T23:59:59.5+14:00',
    ]) {
      assert.equal(fromIsoInstant(text), Temporal.Instant.from(text).epochMilliseconds, text);
    }
  });

  test('a day alone, a time without zone and days that never were throw', () => {
    for (const text of [
      '',
      '2026-11-21',
      '2026-11-21T10:05:30',
      '2026-02-30T00:00:00Z',
      '2026-11-21T25:00:00Z',
      '2026-11-21T10:61:00Z',
      '21/11/2026',
      '2026-11-21 10:05Z',
      '2026-11-21T10:05:30.Z',
    ]) {
      assert.throws(() => fromIsoInstant(text), RangeError, text);
    }
  });
});

function checkDaysAround(middle: string, zone: string): void {
  for (let shift = -2; shift <= 2; shift += 1) {
    const day = addDays(plainDate(middle), shift);
    const start = startInOracle(day, zone);
    const end = startInOracle(addDays(day, 1), zone);
    assert.equal(startOfDay(day, zone), start, `start of ${day}`);
    assert.equal(endOfDay(day, zone), end, `end of ${day}`);
    for (const instant of [start - 1, start, start + 1, end - 1, end, end + 1])
      assert.equal(dateIn(zone, instant), dateInOracle(zone, instant), toIsoInstant(instant));
  }
}
