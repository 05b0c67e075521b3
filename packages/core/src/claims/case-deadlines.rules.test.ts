import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { addDays, dateIn, fromIsoInstant, isBusinessDay, plainDate, startOfDay, type Instant } from '../kernel/index.ts';
import { zones } from '../kernel/zones.cases.ts';
import { aCase } from './case-fixture.test.ts';
import { mayStillModify, modificationDeadline, type ModificationPolicy } from './case-deadlines.rules.ts';
import { claimsPolicyDefaults } from './index.ts';

const seven: ModificationPolicy = { ...claimsPolicyDefaults, modificationDays: 7, zone: 'Asia/Dubai' };
const at = fromIsoInstant;
const deadline = (createdAt: Instant | null, changes: Partial<ModificationPolicy> = {}) =>
  modificationDeadline(aCase({ createdAt }), { ...seven, ...changes })!;

const zone = fc.constantFrom(...zones);
const instant = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 11, 31) });
// Around changes of the clock and leap days, where days are of 23, 24, 25 hours or are not there at all.
const edges = ['2011-12-29', '2023-03-25', '2024-02-22', '2024-02-29', '2025-03-30', '2026-10-25', '2026-11-01', '2028-02-21'].map((day) =>
  startOfDay(plainDate(day), 'UTC'),
);
const start = fc.oneof(
  instant,
  fc.tuple(fc.constantFrom(...edges), fc.integer({ min: -12, max: 36 * 3_600_000 })).map(([edge, more]) => edge + more),
);

suite('N12 what the window is counted from', () => {
  const created = at('2026-11-13T09:30:00Z');
  const serviceFrom = plainDate('2026-11-10');
  const takenInAt = at('2026-11-20T00:00:00Z');
  const cases: readonly (readonly [what: string, Parameters<typeof modificationDeadline>[0], Partial<ModificationPolicy>, unknown])[] = [
    ['the authorization', { createdAt: created, serviceFrom, takenInAt }, {}, ['authorization-issued', created]],
    ['else the service day', { createdAt: null, serviceFrom, takenInAt }, {}, ['service-day', at('2026-11-09T20:00:00Z')]],
    ['else when it was taken in', { createdAt: null, serviceFrom: null, takenInAt }, {}, ['taken-in', takenInAt]],
    [
      'the policy’s event',
      { createdAt: created, serviceFrom, takenInAt },
      { modificationStart: 'service-day' },
      ['service-day', at('2026-11-09T20:00:00Z')],
    ],
    ['taking in only', { createdAt: created, serviceFrom, takenInAt }, { modificationStart: 'taken-in' }, ['taken-in', takenInAt]],
    [
      'no day that stands for "not told"',
      { createdAt: at('0001-01-01T00:00:00Z'), serviceFrom: plainDate('9999-12-31'), takenInAt },
      {},
      ['taken-in', takenInAt],
    ],
  ];
  for (const [what, facts, changes, wanted] of cases) {
    test(what, () => {
      const found = modificationDeadline(facts, { ...seven, ...changes })!;
      assert.deepEqual([found.start, found.startedAt], wanted);
    });
  }
});

suite('N11 N12 the window', () => {
  test('the seventh day after is whole, in the payer’s zone', () => {
    // 23:59 in Dubai and one minute later are two different days.
    assert.equal(deadline(at('2026-11-21T19:59:59.999Z')).dueAt, at('2026-11-28T20:00:00Z'));
    assert.equal(deadline(at('2026-11-21T20:00:00Z')).dueAt, at('2026-11-29T20:00:00Z'));
    assert.equal(deadline(at('2024-02-22T08:00:00Z')).dueAt, at('2024-02-29T20:00:00Z'));
  });

  test('± 1 ms at both edges, 24 zones, changes of the clock, leap days', () => {
    fc.assert(
      fc.property(start, zone, fc.integer({ min: 0, max: 30 }), (createdAt, where, modificationDays) => {
        const modification = deadline(createdAt, { zone: where, modificationDays });
        const record = { deadlines: { modification } };
        const { dueAt } = modification;
        assert.deepEqual(
          [mayStillModify(record, dueAt - 1), mayStillModify(record, dueAt), mayStillModify(record, dueAt + 1)],
          [true, false, false],
        );
        // By the calendar alone: the last moment is on the last day, or on the day before one that the zone left out.
        const last = addDays(dateIn(where, createdAt), modificationDays);
        assert.ok(dateIn(where, dueAt - 1) <= last);
        assert.ok(dateIn(where, dueAt) > last);
        assert.equal(modification.zone, where);
      }),
      { numRuns: 2_000 },
    );
  });

  test('business days leave out weekends and holidays', () => {
    const businessCalendar = { weekend: [5, 6], holidays: [plainDate('2026-11-22')] };
    fc.assert(
      fc.property(start, zone, fc.integer({ min: 1, max: 12 }), (createdAt, where, modificationDays) => {
        const { dueAt } = deadline(createdAt, { zone: where, modificationDays, modificationUnit: 'business-days', businessCalendar });
        let [day, counted] = [dateIn(where, createdAt), 0];
        while (counted < modificationDays) {
          day = addDays(day, 1);
          if (isBusinessDay(day, businessCalendar)) counted += 1;
        }
        assert.ok(dateIn(where, dueAt - 1) <= day && dateIn(where, dueAt) > day);
      }),
    );
  });

  test('where the payer offers none there is nothing to miss', () => {
    assert.equal(modificationDeadline(aCase(), claimsPolicyDefaults), null);
    assert.equal(mayStillModify({ deadlines: { modification: null } }, 0), false);
  });

  test('whatever a source tells, something is counted or nothing is', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('0000-01-01', '9999-12-31', '2026-02-28'), (createdAt, day) => {
        const facts = { createdAt, serviceFrom: plainDate(day), takenInAt: 0 };
        assert.ok(Number.isSafeInteger(modificationDeadline(facts, seven)!.dueAt));
      }),
    );
  });
});
