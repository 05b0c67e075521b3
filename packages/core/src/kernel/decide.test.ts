import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { assign } from 'xstate';
import { decide, guardsOf, offers, whyNot, type Rule } from './decide.ts';
import { setup } from './setup.ts';

interface Loan {
  readonly days: number;
  readonly renewals: number;
}
type LoanEvent = { readonly type: 'renewed' | 'returned' | 'lost' | 'reminded'; readonly at: number };
type Code = 'renewed-too-often' | 'overdue' | 'nothing-to-remind';

const rules = {
  mayRenew: ({ renewals }, _) => (renewals >= 2 ? 'renewed-too-often' : null),
  isInTime: ({ days }, { at }) => (at > days ? 'overdue' : null),
  mayRemind: (_loan, _event) => 'nothing-to-remind',
} satisfies Record<string, Rule<Loan, LoanEvent, Code>>;

const chart = setup({
  types: {} as { context: Loan; events: LoanEvent },
  guards: guardsOf(rules),
  actions: { count: assign({ renewals: ({ context }) => context.renewals + 1 }) },
}).createMachine({
  id: 'loan',
  context: { days: 10, renewals: 0 },
  initial: 'out',
  states: {
    out: {
      on: {
        renewed: { guard: 'mayRenew', actions: 'count' },
        // A guard may also be written as an object.
        returned: [
          { guard: { type: 'isInTime' }, target: 'back' },
          { guard: 'mayRemind', target: 'back' },
        ],
        lost: 'gone',
        reminded: { guard: 'mayRemind' },
      },
    },
    back: {},
    gone: {},
  },
});
const lifecycle = { chart, rules };
const out = (renewals = 0) => ({ value: 'out', context: { days: 10, renewals } }) as const;

suite('decide', () => {
  test('accepts with what to store next, and leaves what was stored alone', () => {
    const stored = Object.freeze({ value: 'out', context: Object.freeze({ days: 10, renewals: 0 }) });
    const decision = decide(lifecycle, stored, { type: 'renewed' });
    assert.deepEqual(decision, { accepted: true, next: { value: 'out', context: { days: 10, renewals: 1 } } });
    assert.deepEqual(decide(lifecycle, out(), { type: 'lost' }), { accepted: true, next: { ...out(), value: 'gone' } });
  });

  test('refuses with the code of the rule that said no', () => {
    assert.deepEqual(decide(lifecycle, out(2), { type: 'renewed' }), { accepted: false, code: 'renewed-too-often' });
    assert.equal(whyNot(lifecycle, out(), { type: 'reminded' }), 'nothing-to-remind');
  });

  test('of several ways the first rule that says no is named, also when its guard is an object', () => {
    const [inTime, late]: readonly LoanEvent[] = [10, 11].map((at) => ({ type: 'returned', at }));
    assert.ok(inTime && late);
    assert.deepEqual(decide(lifecycle, out(), late), { accepted: false, code: 'overdue' });
    assert.equal(decide(lifecycle, out(), inTime).accepted, true);
  });

  test('an event that the state does not know, or nobody knows, is not in this state', () => {
    const back = { ...out(), value: 'back' };
    assert.deepEqual(decide(lifecycle, back, { type: 'renewed' }), { accepted: false, code: 'not-in-this-state' });
    assert.equal(whyNot(lifecycle, out(), { type: 'eaten' }), 'not-in-this-state');
  });

  test('survives JSON both ways', () => {
    const decision = decide(lifecycle, JSON.parse(JSON.stringify(out(1))) as ReturnType<typeof out>, { type: 'renewed' });
    assert.deepEqual(JSON.parse(JSON.stringify(decision)), { accepted: true, next: out(2) });
  });

  test('a stored state that the chart does not know throws instead of being mended', () => {
    assert.throws(() => decide(lifecycle, { ...out(), value: 'eaten' }, { type: 'lost' }));
  });

  test('a chart that asks for effects is no lifecycle', () => {
    const impure = setup({ types: {} as { events: { type: 'go' } }, actions: { mail: () => undefined } }).createMachine({
      ...{ id: 'impure', initial: 'a', states: { a: { on: { go: { actions: 'mail' } } } } },
    });
    assert.throws(() => decide({ chart: impure, rules: {} }, { value: 'a', context: {} }, { type: 'go' }), /impure.*not pure/);
  });

  test('offers what would be taken now, in the order asked', () => {
    const events = (['reminded', 'lost', 'renewed', 'returned'] as const).map((type) => ({ type, at: 11 }));
    assert.deepEqual(offers(lifecycle, out(), events), ['lost', 'renewed']);
    assert.deepEqual(offers(lifecycle, out(2), events), ['lost']);
    assert.deepEqual(offers(lifecycle, { ...out(), value: 'gone' }, events), []);
  });

  test('guards are the rules under their names: nothing against it means yes', () => {
    const guards = guardsOf(rules);
    assert.deepEqual(Object.keys(guards), Object.keys(rules));
    const event = { type: 'renewed', at: 0 } as const;
    assert.deepEqual(
      [0, 1, 2, 3].map((renewals) => guards.mayRenew({ context: { days: 10, renewals }, event })),
      [true, true, false, false],
    );
  });
});
