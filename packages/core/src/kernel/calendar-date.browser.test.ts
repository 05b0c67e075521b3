import { expect } from '@open-wc/testing';
import type { Temporal as TemporalTypes } from 'temporal-polyfill';
import { addDays, addMonths, dateIn, endOfDay, plainDate, startOfDay, weekday } from './calendar-date.ts';
import { zones } from './zones.cases.ts';

const Temporal = (globalThis as unknown as { Temporal: typeof TemporalTypes }).Temporal;

describe('T25 calendar days against the native Temporal of the browser', () => {
  it('has a native Temporal to compare with', () => {
    expect(Temporal.PlainDate).to.be.a('function');
  });

  for (const zone of zones) {
    it(`${zone}: days 2008–2031 begin, end and are told at the same millisecond`, () => {
      const differing: string[] = [];
      const days = [...everyThirdDay(), ...daysAboutChanges(zone)];
      for (const day of days) {
        const start = startInOracle(day, zone);
        const end = startInOracle(addDays(plainDate(day), 1), zone);
        const same =
          startOfDay(plainDate(day), zone) === start &&
          endOfDay(plainDate(day), zone) === end &&
          [start - 1, start, end - 1, end].every((instant) => dateIn(zone, instant) === dateInOracle(zone, instant));
        if (!same) differing.push(day);
      }
      expect(days.length).to.be.above(2900);
      expect(differing).to.have.lengthOf(0);
    });
  }

  it('months and weekdays of 20,000 days', () => {
    const differing: string[] = [];
    for (let n = 0; n < 20_000; n += 1) {
      const day = addDays(plainDate('1950-01-01'), n * 3);
      const other = Temporal.PlainDate.from(day);
      if (weekday(day) !== other.dayOfWeek || addMonths(day, (n % 61) - 30) !== other.add({ months: (n % 61) - 30 }).toString())
        differing.push(day);
    }
    expect(differing).to.have.lengthOf(0);
  });
});

function everyThirdDay(): string[] {
  return Array.from({ length: 2900 }, (_, index) => addDays(plainDate('2008-01-01'), index * 3));
}

function daysAboutChanges(zone: string): string[] {
  const days: string[] = ['2024-02-29'];
  let next = Temporal.ZonedDateTime.from(`2008-01-01T00:00[${zone}]`).getTimeZoneTransition('next');
  for (; next && next.year < 2032; next = next.getTimeZoneTransition('next')) {
    for (const shift of [-1, 0, 1]) days.push(next.toPlainDate().add({ days: shift }).toString());
  }
  return days;
}

function startInOracle(day: string, zone: string): number {
  return Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;
}

function dateInOracle(zone: string, instant: number): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}
