import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { walk } from '../../../../test/kit/chart-walk.ts';
import { caseLifeSchema } from './case.schema.ts';
import { decideModification, modificationLifecycle, modificationOffer } from './modification-request.lifecycle.ts';
import {
  minutesLeft,
  modificationReasons,
  modificationSubjects,
  nextTick,
  refuseAsked,
  refuseVerdict,
  type ModificationContext,
  type ModificationEvent,
} from './modification-request.rules.ts';
import {
  modificationReasonSchema,
  modificationStateSchema,
  modificationSubjectSchema,
  type ModificationAsked,
} from './modification-request.schema.ts';

const open: ModificationContext = {
  ...{ life: 'active', use: null, isWaiting: false },
  deadlines: { modification: { start: 'taken-in', startedAt: 0, dueAt: 1_000, zone: 'UTC' } },
};
const asked: ModificationAsked = { subject: 'services', text: 'Two, not one.', documentIds: [] };
const request = (changes: Partial<ModificationEvent> = {}): ModificationEvent => ({
  type: 'modification.requested',
  at: 999,
  asked,
  ...changes,
});
const coded = (
  context: ModificationContext,
  event: ModificationEvent,
  state: Parameters<typeof decideModification>[0] = 'none',
): string => {
  const decision = decideModification(state, context, event);
  return decision.accepted ? decision.state : decision.code;
};

const context: fc.Arbitrary<ModificationContext> = fc.record({
  life: fc.constantFrom(...caseLifeSchema.options),
  use: fc.constantFrom(null, 'unused', 'used', 'not-used'),
  isWaiting: fc.boolean(),
  deadlines: fc.record({
    modification: fc.option(
      fc.integer({ min: 0, max: 2_000 }).map((dueAt) => ({ start: 'taken-in' as const, startedAt: 0, dueAt, zone: 'UTC' })),
    ),
  }),
});
const at = fc.integer({ min: 0, max: 2_000 });

suite('modification request', () => {
  test('N11 N12 the first rule that speaks gives the code', () => {
    const cases: readonly (readonly [string, ModificationContext, ModificationEvent, string])[] = [
      ['in time', open, request(), 'requested'],
      ['at the end', open, request({ at: 1_000 }), 'window-over'],
      ['where the payer offers none', { ...open, deadlines: { modification: null } }, request(), 'not-offered'],
      ['of a cancelled case', { ...open, life: 'cancelled' }, request(), 'case-cancelled'],
      ['N30 of a voided one', { ...open, use: 'not-used' }, request(), 'case-cancelled'],
      ['of a case that never was', { ...open, life: 'entered-in-error' }, request(), 'case-cancelled'],
      ['while one waits', { ...open, isWaiting: true }, request({ at: 1_000 }), 'already-open'],
      ['without words', open, request({ asked: { ...asked, text: '  ' } }), 'text-missing'],
      ['N13 with a document alone', open, request({ asked: { ...asked, text: '', documentIds: ['d-1'] } }), 'requested'],
      ['with too many words', open, request({ asked: { ...asked, text: 'x'.repeat(2_001) } }), 'text-too-long'],
    ];
    for (const [what, where, event, wanted] of cases) assert.equal(coded(where, event), wanted, what);
  });

  test('what is offered without words is what is accepted with good ones, at every instant', () => {
    fc.assert(
      fc.property(context, at, (where, now) => {
        const offer = modificationOffer(where, now);
        const decision = decideModification('none', where, request({ at: now }));
        assert.equal(offer === null, decision.accepted);
        if (!decision.accepted) assert.equal(decision.code, offer);
      }),
    );
  });

  test('N11 an answer needs a reason of its outcome, and words where the reason says nothing', () => {
    const verdict = (outcome: 'applied' | 'refused', reason: string, text = '') =>
      refuseVerdict({ outcome, reason: reason as 'other', text });
    assert.deepEqual(
      [
        verdict('applied', 'as-requested'),
        verdict('applied', 'in-part'),
        verdict('applied', 'in-part', 'One.'),
        verdict('applied', 'other', 'x'),
      ],
      [null, 'text-missing', null, 'reason-missing'],
    );
    assert.deepEqual(
      [
        verdict('refused', 'settled'),
        verdict('refused', 'other'),
        verdict('refused', 'as-requested'),
        verdict('refused', 'settled', 'x'.repeat(2_001)),
      ],
      [null, 'text-missing', 'reason-missing', 'text-too-long'],
    );
    assert.equal(refuseVerdict({ outcome: 'refused', reason: null, text: 'x' }), 'reason-missing');
  });

  test('what waits may be answered after the window; of a case that was cancelled it can only be refused', () => {
    const late = { at: 5_000, verdict: { reason: 'as-requested', text: '' } } as const;
    const no = { at: 5_000, verdict: { reason: 'settled', text: '' } } as const;
    const cancelled: ModificationContext = { ...open, life: 'cancelled' };
    assert.equal(coded(open, { type: 'modification.applied', ...late }, 'requested'), 'applied');
    assert.equal(coded(cancelled, { type: 'modification.applied', ...late }, 'requested'), 'case-cancelled');
    assert.equal(coded(cancelled, { type: 'modification.refused', ...no }, 'requested'), 'refused');
    assert.equal(coded(cancelled, { type: 'modification.withdrawn', at: 5_000 }, 'requested'), 'withdrawn');
  });

  test('nothing happens to a request that is over', () => {
    fc.assert(
      fc.property(context, at, fc.constantFrom('applied', 'refused', 'withdrawn'), (where, now, state) => {
        for (const type of ['requested', 'withdrawn', 'applied', 'refused'] as const)
          assert.equal(coded(where, { type: `modification.${type}`, at: now }, state), 'not-in-this-state');
      }),
    );
  });

  test('every transition is walked, and its states are those of the schema', () => {
    const { untaken, snapshots } = walk(modificationLifecycle.chart, {
      events: (['requested', 'withdrawn', 'applied', 'refused'] as const).map((type) => ({ type: `modification.${type}`, at: 0 })),
      input: open,
    });
    assert.deepEqual(untaken, []);
    assert.deepEqual(new Set(snapshots.map(({ value }) => value as string)), new Set(['none', ...modificationStateSchema.options]));
  });

  test('lists name each code once', () => {
    assert.deepEqual([...modificationSubjects].sort(), [...modificationSubjectSchema.options].sort());
    assert.deepEqual(Object.values(modificationReasons).flat().sort(), [...modificationReasonSchema.options].sort());
    assert.equal(refuseAsked({ subject: null, text: 'x', documentIds: [] }), 'subject-missing');
  });

  test('what is said of the time left is true until the next look', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 * 86_400_000 }), (left) => {
        const wait = nextTick(left);
        assert.ok(wait >= 1 && wait <= 60_000);
        assert.equal(minutesLeft(left, wait - 1), minutesLeft(left, 0));
        assert.equal(minutesLeft(left, wait), minutesLeft(left, 0) - 1);
      }),
    );
    assert.deepEqual([minutesLeft(5, 5), minutesLeft(5, 4), minutesLeft(5, 9)], [0, 1, 0]);
  });
});
