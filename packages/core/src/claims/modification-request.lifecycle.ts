import { setup } from 'xstate';
import { decide, guardsOf, whyNot, type Decision, type Lifecycle } from '../kernel/index.ts';
import {
  modificationRules,
  type ModificationContext,
  type ModificationEvent,
  type ModificationRefusal,
} from './modification-request.rules.ts';
import type { ModificationState } from './modification-request.schema.ts';

const chart = setup({
  types: {} as { context: ModificationContext; events: ModificationEvent; input: ModificationContext },
  guards: guardsOf(modificationRules),
}).createMachine({
  id: 'modification-request',
  context: ({ input }) => input,
  initial: 'none',
  states: {
    none: { on: { 'modification.requested': { guard: 'mayRequest', target: 'requested' } } },
    requested: {
      on: {
        'modification.withdrawn': 'withdrawn',
        'modification.applied': { guard: 'mayApply', target: 'applied' },
        'modification.refused': { guard: 'mayRefuse', target: 'refused' },
      },
    },
    applied: {},
    refused: {},
    withdrawn: {},
  },
});

/** The life of a modification request (N11): asked for once, then applied or refused by the claims center, or withdrawn before that. */
export const modificationLifecycle: Lifecycle<typeof chart, ModificationRefusal> = { chart, rules: modificationRules };

/** The state to store next, or the code of the rule that said no. `none` is a request that is not made yet. */
export type ModificationDecision =
  | { readonly accepted: true; readonly state: ModificationState }
  | { readonly accepted: false; readonly code: ModificationRefusal | 'not-in-this-state' };

/** Decides one event over one request. */
export function decideModification(
  state: ModificationState | 'none',
  context: ModificationContext,
  event: ModificationEvent,
): ModificationDecision {
  const decision: Decision<ModificationState, ModificationContext, ModificationRefusal> = decide(
    modificationLifecycle,
    { value: state as ModificationState, context },
    event,
  );
  return decision.accepted ? { accepted: true, state: decision.next.value } : decision;
}

/** Why no modification of this case may be asked for at this instant; null: it may. The page offers by it, the backend refuses by it. */
export const modificationOffer = (context: ModificationContext, at: number): ModificationRefusal | null =>
  whyNot(modificationLifecycle, { value: 'none', context }, { type: 'modification.requested', at } as {
    type: string;
  }) as ModificationRefusal | null;
