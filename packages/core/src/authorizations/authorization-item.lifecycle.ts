import { assign, setup } from 'xstate';
import { decide, guardsOf, type Decision, type Lifecycle } from '../kernel/index.ts';
import { askedOf, itemRules, type ItemEvent, type ItemRefusal } from './authorization-item.rules.ts';
import type { AuthorizationItem, AuthorizationOutcome } from './authorization.schema.ts';

const nothing = { outcomeCode: null, reasons: [], authorized: null } as const;

const events = {
  'item.decided': [
    { guard: 'decidesPended', target: 'pended', actions: 'keepDecision' },
    { guard: 'decidesCertified', target: 'certified', actions: 'keepDecision' },
    { guard: 'decidesPartially', target: 'partially-certified', actions: 'keepDecision' },
    { guard: 'decidesNot', target: 'not-certified', actions: 'keepDecision' },
    { guard: 'decidesModified', target: 'modified', actions: 'keepDecision' },
    { guard: 'decidesCancelled', target: 'cancelled', actions: 'keepDecision' },
    { guard: 'decidesContact', target: 'contact-payer', actions: 'keepDecision' },
    { guard: 'decidesNothing', target: 'no-action-required', actions: 'keepDecision' },
    { guard: 'decidesOther', target: 'other', actions: 'keepDecision' },
  ],
  'item.changed': { target: 'undecided', actions: ['keepAsked', 'clear'] },
  'item.cancelled': { target: 'cancelled', actions: 'clear' },
} as const;

const chart = setup({
  types: {} as { context: AuthorizationItem; events: ItemEvent; input: AuthorizationItem },
  guards: guardsOf(itemRules),
  actions: {
    keepDecision: assign(({ event: { decision } }) =>
      decision ? { outcomeCode: decision.outcomeCode, reasons: decision.reasons, authorized: decision.authorized } : {},
    ),
    keepAsked: assign(({ event }) => (event.asked ? askedOf(event.asked) : {})),
    keepWords: assign(({ event: { text } }) => (text ? { reasons: [{ code: 'pended', system: null, text }] } : {})),
    clear: assign(nothing),
  },
}).createMachine({
  id: 'authorization-item',
  context: ({ input }) => input,
  initial: 'undecided',
  states: {
    undecided: { on: { ...events, 'item.pended': { target: 'pended', actions: 'keepWords' } } },
    pended: { on: { ...events, 'item.pended': { actions: 'keepWords' } } },
    certified: { on: events },
    'partially-certified': { on: events },
    'not-certified': { on: events },
    modified: { on: events },
    'contact-payer': { on: events },
    'no-action-required': { on: events },
    other: { on: events },
    // Taken back by who asked: no answer brings it to life again.
    cancelled: {},
  },
});

/** The life of one item: asked for, held up, decided in one of many ways, cancelled for good. */
export const itemLifecycle: Lifecycle<typeof chart, ItemRefusal> = { chart, rules: itemRules };

/** The item after an event; the same item where the event is refused. */
export function nextItem(item: AuthorizationItem, event: ItemEvent): AuthorizationItem {
  const decision: Decision<AuthorizationOutcome, AuthorizationItem, ItemRefusal> = decide(
    itemLifecycle,
    { value: item.outcome, context: item },
    event,
  );
  return decision.accepted ? { ...decision.next.context, outcome: decision.next.value } : item;
}
