import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { endOfDay, plainDate, addDays } from '../kernel/index.ts';
import { dueMark, isSameForm, refuseFilterName, withFilter } from './claim-worklist.rules.ts';
import type { SavedFilter, WorklistForm } from './claim-worklist.schema.ts';

const form: WorklistForm = { scope: 'mine', payerId: null, urgency: null, number: '' };
const filter = (id: string, name: string): SavedFilter => ({ id, name, form });

suite('worklist: rules', () => {
  const zone = 'Asia/Dubai';
  const day = plainDate('2026-11-21');
  const at = Date.UTC(2026, 10, 21, 9);

  test('what is due is marked by the payer’s days, at the very instant it is overdue', () => {
    const end = endOfDay(day, zone);
    assert.equal(dueMark(null, at, zone), null);
    assert.equal(dueMark(at, at, zone), 'overdue');
    assert.equal(dueMark(at + 1, at, zone), 'today');
    assert.equal(dueMark(end, at, zone), 'today');
    assert.equal(dueMark(end + 1, at, zone), 'soon');
    assert.equal(dueMark(endOfDay(addDays(day, 1), zone), at, zone), 'soon');
    assert.equal(dueMark(endOfDay(addDays(day, 1), zone) + 1, at, zone), 'later');
    assert.equal(dueMark(end, end - 1, zone), 'today');
    assert.equal(dueMark(end, end, zone), 'overdue');
  });

  test('the same instant is today in one zone and tomorrow in another', () => {
    const due = Date.UTC(2026, 10, 21, 22);
    assert.deepEqual(
      ['America/New_York', 'Asia/Dubai'].map((one) => dueMark(due, at, one)),
      ['today', 'soon'],
    );
  });

  test('without a zone only what is past is marked', () => {
    assert.deepEqual([dueMark(at - 1, at, null), dueMark(at + 1, at, null)], ['overdue', 'later']);
  });

  test('time only ever makes a mark more urgent', () => {
    const order = ['later', 'soon', 'today', 'overdue'];
    fc.assert(
      fc.property(fc.integer({ min: -4e8, max: 4e8 }), fc.integer({ min: 0, max: 4e8 }), (ahead, passed) => {
        const [before, after] = [dueMark(at + ahead, at, zone)!, dueMark(at + ahead, at + passed, zone)!];
        assert.ok(order.indexOf(after) >= order.indexOf(before));
      }),
    );
  });

  test('a filter is kept under a name once, by name, and twenty at most', () => {
    const kept = withFilter(withFilter([filter('b', 'B')], filter('a', 'A')), { ...filter('c', 'B') });
    assert.deepEqual(
      kept.map(({ id, name }) => [id, name]),
      [
        ['a', 'A'],
        ['c', 'B'],
      ],
    );
    const many = Array.from({ length: 20 }, (_, n) => filter(String(n), `F${n}`));
    assert.deepEqual(
      [refuseFilterName(many, 'New'), refuseFilterName(many, ' F3 '), refuseFilterName([], ' '), refuseFilterName([], 'x'.repeat(81))],
      ['too-many', null, 'name-missing', 'name-too-long'],
    );
  });

  test('blanks round a number make no other filter', () => {
    assert.ok(isSameForm({ ...form, number: ' 7 ' }, { ...form, number: '7' }));
    assert.ok(!isSameForm(form, { ...form, urgency: 'expedited' }));
  });
});
