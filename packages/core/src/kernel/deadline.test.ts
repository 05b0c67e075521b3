import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { plainDate } from './calendar-date.ts';
import type { BusinessCalendar } from './calendar-date.ts';
import { deadlineFrom, isPast, resume, startDeadline, timeLeft, toll } from './deadline.ts';
import type { DeadlineRule } from './deadline.ts';
import { zones } from './zones.cases.ts';

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const in_ = (zone: string, text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
const gulf: BusinessCalendar = { weekend: [5, 6], holidays: [plainDate('2026-12-02'), plainDate('2026-12-03')] };
const sevenDays: DeadlineRule = { start: 'authorization-issued', length: 7, unit: 'calendar-days', zone: 'Asia/Kuwait' };
const twoBusinessDays: DeadlineRule = { start: 'request-received', length: 2, unit: 'business-days', zone: 'Asia/Dubai', calendar: gulf };
const hours72: DeadlineRule = { start: 'request-received', length: 72, unit: 'hours', zone: 'UTC', tolling: true };

describe('N12 seven days end with the seventh day in the zone of the payer', () => {
  test('day 7 counts, and the bound is the first instant of day 8', () => {
    const due = deadlineFrom(sevenDays, in_('Asia/Kuwait', '2026-11-21T09:30'));
    assert.equal(due, in_('Asia/Kuwait', '2026-11-29T00:00'));
  });

  test('the zone decides the day of the start: 22:30 UTC is tomorrow in Kuwait', () => {
    assert.equal(deadlineFrom(sevenDays, at('2026-11-21T22:30Z')), in_('Asia/Kuwait', '2026-11-30T00:00'));
  });

  test('T25 one millisecond decides, in 24 zones, around leap days and changes of the clock', () => {
    const starts = [
      '2024-02-22',
      '2024-02-28',
      '2023-02-22',
      '2026-03-01',
      '2026-03-22',
      '2026-04-20',
      '2026-10-18',
      '2026-10-25',
      '2011-12-22',
      '2011-12-29',
    ];
    for (const zone of zones) {
      for (const start of starts) {
        const first = Temporal.PlainDate.from(start);
        const opened = first.toZonedDateTime(zone).epochMilliseconds;
        const closed = first.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1;
        const expected = first.add({ days: 8 }).toZonedDateTime(zone).epochMilliseconds;
        if (closed < opened) continue; // Apia had no 30 December 2011
        for (const instant of [opened, closed]) {
          const deadline = startDeadline({ ...sevenDays, zone }, instant);
          assert.equal(deadline.dueAt, expected, `${zone} ${start}`);
          assert.deepEqual(
            [-1, 0, 1].map((ms) => isPast(deadline, expected + ms)),
            [false, true, true],
            `${zone} ${start}`,
          );
        }
      }
    }
  });
});

test('hours run through changes of the clock and do not end at midnight', () => {
  const cairo = { ...hours72, zone: 'Africa/Cairo' };
  assert.equal(deadlineFrom(cairo, at('2026-04-23T10:00:00.123Z')), at('2026-04-26T10:00:00.123Z'));
});

describe('business days', () => {
  test('weekend and holidays of the calendar are stepped over', () => {
    assert.equal(deadlineFrom(twoBusinessDays, in_('Asia/Dubai', '2026-11-26T23:59')), in_('Asia/Dubai', '2026-12-01T00:00'));
    assert.equal(deadlineFrom(twoBusinessDays, in_('Asia/Dubai', '2026-12-01T00:00')), in_('Asia/Dubai', '2026-12-08T00:00'));
  });

  test('a start on a weekend counts from the next business day', () => {
    assert.equal(deadlineFrom(twoBusinessDays, in_('Asia/Dubai', '2026-11-27T12:00')), in_('Asia/Dubai', '2026-12-01T00:00'));
  });

  test('without a calendar they throw: a weekend is never guessed', () => {
    assert.throws(() => deadlineFrom({ ...twoBusinessDays, calendar: undefined }, 0), RangeError);
  });
});

test('a length that is no whole number from 0 throws; length 0 ends with the day of the start', () => {
  for (const length of [-1, 0.5, NaN]) assert.throws(() => deadlineFrom({ ...sevenDays, length }, 0), RangeError);
  assert.equal(deadlineFrom({ ...sevenDays, length: 0 }, in_('Asia/Kuwait', '2026-11-21T09:30')), in_('Asia/Kuwait', '2026-11-22T00:00'));
});

describe('tolling', () => {
  const started = at('2026-11-21T10:00Z');

  test('a stopped clock of hours gives back what it stood still, to the millisecond', () => {
    const gap = fc.integer({ min: 0, max: 20 * 3_600_000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(gap, gap), { maxLength: 3 }), (gaps) => {
        let [deadline, now, stood] = [startDeadline(hours72, started), started, 0];
        for (const [running, standing] of gaps) {
          now += running;
          const left = timeLeft(deadline, now);
          deadline = toll(deadline, now);
          now += standing;
          assert.equal(timeLeft(deadline, now), left);
          deadline = resume(deadline, now);
          assert.equal(timeLeft(deadline, now), left);
          stood += standing;
        }
        assert.equal(deadline.dueAt, started + 72 * 3_600_000 + stood);
        assert.equal(deadline.tolledMs, stood);
        assert.equal(deadline.tolledSince, null);
      }),
    );
  });

  test('a clock that stands still does not run out, one that ran out cannot be stopped', () => {
    const stopped = toll(startDeadline(hours72, started), started + 1000);
    assert.equal(isPast(stopped, started + 1e12), false);
    const running = startDeadline(hours72, started);
    assert.equal(toll(running, running.dueAt), running);
    assert.notEqual(toll(running, running.dueAt - 1), running);
  });

  test('days move by the days that began meanwhile, once however often it stopped within a day', () => {
    let deadline = startDeadline({ ...sevenDays, tolling: true }, in_('Asia/Kuwait', '2026-11-21T09:00'));
    for (const hour of ['10', '12', '14']) {
      deadline = resume(toll(deadline, in_('Asia/Kuwait', `2026-11-22T${hour}:00`)), in_('Asia/Kuwait', `2026-11-22T${hour}:30`));
    }
    assert.equal(deadline.dueAt, in_('Asia/Kuwait', '2026-11-29T00:00'));
    deadline = resume(toll(deadline, in_('Asia/Kuwait', '2026-11-22T23:59')), in_('Asia/Kuwait', '2026-11-25T00:00'));
    assert.equal(deadline.dueAt, in_('Asia/Kuwait', '2026-12-02T00:00'));
  });

  test('a day of 25 hours is one day', () => {
    const beirut: DeadlineRule = { ...sevenDays, zone: 'Asia/Beirut', tolling: true };
    const deadline = startDeadline(beirut, in_('Asia/Beirut', '2026-10-20T09:00'));
    const resumed = resume(toll(deadline, in_('Asia/Beirut', '2026-10-24T12:00')), in_('Asia/Beirut', '2026-10-25T12:00'));
    assert.equal(resumed.dueAt, in_('Asia/Beirut', '2026-10-29T00:00'));
  });

  test('business days give back business days only', () => {
    const deadline = startDeadline({ ...twoBusinessDays, tolling: true }, in_('Asia/Dubai', '2026-11-25T09:00'));
    assert.equal(deadline.dueAt, in_('Asia/Dubai', '2026-11-30T00:00'));
    const overWeekend = resume(toll(deadline, in_('Asia/Dubai', '2026-11-26T09:00')), in_('Asia/Dubai', '2026-11-29T09:00'));
    assert.equal(overWeekend.dueAt, in_('Asia/Dubai', '2026-12-01T00:00'));
    const weekendOnly = resume(toll(deadline, in_('Asia/Dubai', '2026-11-26T09:00')), in_('Asia/Dubai', '2026-11-28T09:00'));
    assert.equal(weekendOnly.dueAt, deadline.dueAt);
  });

  test('a rule that does not toll, a second stop, a resume of a running clock change nothing', () => {
    const deadline = startDeadline({ ...hours72, tolling: false }, started);
    assert.equal(toll(deadline, started), deadline);
    assert.equal(resume(deadline, started), deadline);
    const stopped = toll(startDeadline(hours72, started), started + 5);
    assert.equal(toll(stopped, started + 9), stopped);
  });

  test('a server clock that went back gives no negative time', () => {
    const deadline = startDeadline(hours72, started);
    assert.equal(resume(toll(deadline, started + 5000), started + 1000).dueAt, deadline.dueAt);
  });

  test('survives JSON', () => {
    const stopped = toll(startDeadline({ ...twoBusinessDays, tolling: true }, started), started + 5);
    assert.deepEqual(JSON.parse(JSON.stringify(stopped)), stopped);
  });
});
