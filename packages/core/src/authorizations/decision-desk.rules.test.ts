import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { fresh, now, policy as cmsPolicy, records, zone } from './authorization.fixture.test.ts';
import { decideAuthorization } from './authorization.lifecycle.ts';
import type { Authorization } from './authorization.schema.ts';
import { approvedAll, deskOutcomes, emptyDeskForm, markOf, readDecision, type DeskReading } from './decision-desk.rules.ts';
import type { DeskForm, DeskItem } from './decision-desk.schema.ts';

const readings: readonly DeskReading[] = [cmsPolicy, { ...cmsPolicy, denialNeedsWords: false }].map((policy) => ({
  ...{ policy, zone, at: now, locale: 'en-GB' },
}));

/** Everything that can be said of one item, as far as it matters to a rule. */
const sayings: readonly Partial<DeskItem>[] = [{ outcome: null }, ...deskOutcomes.map((outcome) => ({ outcome }))].flatMap((said) =>
  [{}, { reason: 'not-covered' }, { reason: 'other' }].flatMap((why) =>
    [{}, { text: 'Words.' }].flatMap((words) => [{}, { quantity: '2' }].map((less) => ({ ...said, ...why, ...words, ...less }))),
  ),
);

/** Nothing, a yes, and a no with and without its reason. */
const few: readonly Partial<DeskItem>[] = [
  { outcome: null },
  { outcome: 'certified' },
  { outcome: 'not-certified', reason: 'not-covered', text: 'Words.' },
  { outcome: 'not-certified' },
];

const formOf = (record: Authorization, says: readonly Partial<DeskItem>[]): DeskForm => {
  const form = emptyDeskForm(record, readings[0]!);
  return { ...form, items: form.items.map((item, index) => ({ ...item, ...says[index] })) };
};

suite('decision desk: rules', () => {
  test('whatever the form lets through the chart takes, and what it stops is stopped with a code at an item', () => {
    let [through, stopped] = [0, 0];
    for (const record of [fresh(), records.pended])
      for (const reading of readings)
        for (const one of sayings)
          for (const other of few) {
            const read = readDecision(formOf(record, [one, other]), record, reading);
            if (!('act' in read)) {
              stopped += 1;
              assert.ok(read.length > 0 && read.every(({ sequence }) => sequence !== null));
              continue;
            }
            through += 1;
            const event = { type: 'authorization.decided', at: now, by: 'Desk', zone, policy: reading.policy } as const;
            const decided = decideAuthorization(record, { ...event, decision: read.decision });
            assert.deepEqual(decided.accepted ? null : decided.code, null, JSON.stringify([one, other]));
          }
    assert.ok(through > 200 && stopped > 200, `${through} through, ${stopped} stopped`);
  });

  test('approving all says a word about what waits, and changes no other', () => {
    for (const said of sayings) {
      const { items } = approvedAll(formOf(fresh(), [said]), fresh());
      assert.equal(items[0]!.outcome, said.outcome ?? 'certified');
      assert.equal(items[1]!.outcome, 'certified');
    }
    const kept = approvedAll(formOf(records['in part'], []), records['in part']);
    assert.deepEqual(
      kept.items.map(({ outcome }) => outcome),
      [null, null],
      'nothing of it waits',
    );
  });

  test('late is late: the answer where information is awaited, else the decision; not a moment before', () => {
    const marks = (record: Authorization) => [-1, 0].map((after) => markOf({ state: record.state, dueAt: now }, now + after));
    assert.deepEqual(
      [marks(records.received), marks(records.asked), marks(records.answered)],
      [
        ['soon', 'breached'],
        [null, 'overdue'],
        ['soon', 'breached'],
      ],
    );
    assert.equal(markOf({ state: records.received.state, dueAt: null }, now), null);
    const day = 86_400_000;
    const before = (record: Authorization) => [day + 1, day].map((left) => markOf({ state: record.state, dueAt: now + left }, now));
    assert.deepEqual(
      [before(records.received), before(records.asked)],
      [
        [null, 'soon'],
        [null, null],
      ],
      'its own time, within a day',
    );
  });

  test('what is authorized under a number repeats what was asked; without one it is said by the outcome alone', () => {
    const said = { outcome: 'certified' } as const;
    const read = (changes: Partial<DeskItem>) => {
      const out = readDecision(formOf(fresh(), [{ ...said, ...changes }, said]), fresh(), readings[0]!);
      assert.ok('act' in out);
      return out.decision.items[0]!.authorized;
    };
    const { service, quantity, amount, from, to } = fresh().items[0]!;
    assert.deepEqual(read({ number: ' N-1 ' }), { service, quantity, amount, from, to, number: 'N-1' });
    assert.equal(read({}), null);
  });
});
