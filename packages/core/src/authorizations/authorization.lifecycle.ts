import { assign, setup } from 'xstate';
import { decide, guardsOf, whyNot, type Decision, type Instant, type Lifecycle } from '../kernel/index.ts';
import { authorizationChanges, startClock } from './authorization.changes.ts';
import type { AuthorizationFacts } from './authorization.decision.ts';
import { authorizationRules, awaited, type AuthorizationEvent, type RuleRefusal } from './authorization.rules.ts';
import type { Authorization, AuthorizationRequest, AuthorizationState } from './authorization.schema.ts';
import type { AuthorizationsPolicy } from './authorizations.policy.ts';
import { answerFor } from './payer-answer.rules.ts';

type Args = { readonly context: AuthorizationFacts; readonly event: AuthorizationEvent };
const changes = (change: (facts: AuthorizationFacts, event: AuthorizationEvent) => Partial<AuthorizationFacts>) =>
  assign<AuthorizationFacts, AuthorizationEvent, undefined, AuthorizationEvent, never>(({ context, event }) => change(context, event));

/** Conditions by which regions react to what another one has decided. */
const isOver = ({ context: { clock, decidedAt, cancelledAt, rejectedAt, voiding, supersededBy } }: Args): boolean =>
  clock === null || [decidedAt, cancelledAt, rejectedAt, voiding, supersededBy].some((end) => end !== null);
const hasAnswer = ({ informationRequests }: AuthorizationFacts): boolean =>
  informationRequests.some(({ state, answers }) => state === 'answered' || answers.length > 0);
const isPartlyAnswered = (facts: AuthorizationFacts): boolean => awaited(facts).some(({ state }) => state === 'partial');
const conditions = {
  isPended: ({ context }: Args) => context.pendedAt !== null,
  isClockOver: isOver,
  isTolled: (args: Args) => !isOver(args) && args.context.clock?.tolledSince !== null,
  isRunning: (args: Args) => !isOver(args) && args.context.clock?.tolledSince === null,
  isAwaited: ({ context }: Args) => awaited(context).length > 0 && !isPartlyAnswered(context),
  isPartlyAnswered: ({ context }: Args) => isPartlyAnswered(context),
  isNothingAwaited: ({ context }: Args) => awaited(context).length === 0,
  isAnswered: ({ context }: Args) => awaited(context).length === 0 && hasAnswer(context),
  isNothingAnswered: ({ context }: Args) => awaited(context).length === 0 && !hasAnswer(context),
  isVoid: ({ context }: Args) => context.voiding !== null,
};

const chart = setup({
  types: {} as { context: AuthorizationFacts; events: AuthorizationEvent; input: AuthorizationFacts },
  guards: { ...guardsOf(authorizationRules), ...conditions },
  actions: {
    update: changes(authorizationChanges.update),
    reopen: changes(authorizationChanges.reopen),
    extend: changes(authorizationChanges.extend),
    cancel: changes(authorizationChanges.cancel),
    void: changes(authorizationChanges.void),
    reject: changes(authorizationChanges.reject),
    supersede: changes(authorizationChanges.supersede),
    pend: changes(authorizationChanges.pend),
    decide: changes(authorizationChanges.decide),
    close: changes(authorizationChanges.close),
    tell: changes(authorizationChanges.tell),
    note: changes(authorizationChanges.note),
    hear: changes(authorizationChanges.hear),
    learn: changes(authorizationChanges.learn),
    use: changes(authorizationChanges.use),
    ask: changes(authorizationChanges.ask),
    reply: changes(authorizationChanges.reply),
  },
}).createMachine({
  id: 'authorization',
  context: ({ input }) => input,
  type: 'parallel',
  states: {
    case: {
      initial: 'received',
      on: {
        'authorization.updated': [
          { guard: 'mayReopen', target: '.received', actions: ['update', 'reopen'] },
          { guard: 'mayUpdate', actions: 'update' },
        ],
        'authorization.extended': { guard: 'mayExtend', target: '.received', actions: ['extend', 'reopen'] },
        'authorization.cancelled': { guard: 'mayCancel', target: '.closed', actions: 'cancel' },
        'authorization.voided': { guard: 'mayVoid', target: '.closed', actions: 'void' },
        'authorization.superseded': { guard: 'maySupersede', target: '.superseded', actions: 'supersede' },
        'authorization.pended': { guard: 'mayPend', target: '.pended', actions: 'pend' },
        'authorization.decided': [
          { guard: 'decidesWhole', target: '.decided', actions: ['decide', 'close'] },
          { guard: 'mayDecide', target: '.pended', actions: ['decide', 'pend'] },
        ],
        'authorization.notified': [
          { guard: 'takesNotice', actions: ['note', 'hear', 'learn'] },
          { guard: 'takesCancelled', target: '.closed', actions: ['tell', 'note', 'cancel'] },
          { guard: 'takesRejected', target: '.closed', actions: ['tell', 'note', 'reject'] },
          { guard: 'takesDecided', target: '.decided', actions: ['tell', 'note', 'close', 'learn'] },
          { guard: 'takesPended', target: '.pended', actions: ['tell', 'note', 'pend', 'learn'] },
          { guard: 'takesAsk', actions: ['note', 'learn'] },
          // After the end it is written down and changes nothing (N29): last, so that a living record is told why not by the rules above.
          { guard: 'takesLate', actions: 'note' },
        ],
      },
      states: {
        received: { always: { guard: 'isPended', target: 'pended' } },
        pended: {},
        decided: {},
        closed: {},
        superseded: {},
      },
    },
    information: {
      initial: 'none',
      on: {
        'information.requested': [
          { guard: 'asksMore', target: '.partial', actions: 'ask' },
          { guard: 'mayAsk', target: '.requested', actions: 'ask' },
        ],
        'information.answered': [
          { guard: 'repliesAll', target: '.satisfied', actions: 'reply' },
          { guard: 'repliesPart', target: '.partial', actions: 'reply' },
          { guard: 'mayReply', target: '.requested', actions: 'reply' },
        ],
      },
      states: {
        none: {
          always: [
            { guard: 'isAwaited', target: 'requested' },
            { guard: 'isAnswered', target: 'satisfied' },
          ],
        },
        requested: {
          always: [
            { guard: 'isAnswered', target: 'satisfied' },
            { guard: 'isNothingAwaited', target: 'none' },
            { guard: 'isPartlyAnswered', target: 'partial' },
          ],
        },
        partial: {
          always: [
            { guard: 'isNothingAwaited', target: 'satisfied' },
            { guard: 'isAwaited', target: 'requested' },
          ],
        },
        satisfied: {
          always: [
            { guard: 'isPartlyAnswered', target: 'partial' },
            { guard: 'isAwaited', target: 'requested' },
            { guard: 'isNothingAnswered', target: 'none' },
          ],
        },
      },
    },
    clock: {
      initial: 'running',
      states: {
        running: {
          always: [
            { guard: 'isClockOver', target: 'stopped' },
            { guard: 'isTolled', target: 'tolled' },
          ],
        },
        tolled: {
          always: [
            { guard: 'isClockOver', target: 'stopped' },
            { guard: 'isRunning', target: 'running' },
          ],
        },
        stopped: {
          always: [
            { guard: 'isRunning', target: 'running' },
            { guard: 'isTolled', target: 'tolled' },
          ],
        },
      },
    },
    use: {
      initial: 'unused',
      states: {
        unused: {
          always: { guard: 'isVoid', target: 'not-used' },
          on: {
            'authorization.used': [
              { guard: 'usesWhole', target: 'used', actions: 'use' },
              { guard: 'mayUse', target: 'partly-used', actions: 'use' },
            ],
          },
        },
        'partly-used': {
          on: {
            'authorization.used': [
              { guard: 'usesWhole', target: 'used' },
              { guard: 'mayUse', actions: 'use' },
            ],
          },
        },
        used: {},
        'not-used': {},
      },
    },
  },
});

/**
 * The life of an authorization: four regions, each event decided by exactly one, the others react by what the record says. `case` takes what
 * provider and payer do, `information` what the payer asks for, `clock` follows both, `use` what is billed; a voided one ends as not used
 * (N29). What becomes true by time alone (overdue, breached, expired) is a predicate.
 */
export const authorizationLifecycle: Lifecycle<typeof chart, RuleRefusal> = {
  chart,
  rules: authorizationRules as Lifecycle<typeof chart, RuleRefusal>['rules'],
};

/** What a new record is made of, beside the request. */
export type NewAuthorization = Pick<Authorization, 'id' | 'organisationId' | 'numbers' | 'submittedAt' | 'submittedBy'>;

/** A record at its beginning: received, with its clock started. */
export function newAuthorization(
  request: AuthorizationRequest,
  facts: NewAuthorization,
  policy: AuthorizationsPolicy,
  zone: string,
): Authorization {
  const clock = startClock(request.urgency, facts.submittedAt, policy, zone);
  return {
    ...request,
    ...facts,
    ...{ version: 1, lifecycleVersion: 1 },
    state: { case: 'received', information: 'none', clock: clock === null ? 'stopped' : 'running', use: 'unused' },
    clock,
    ...{ revisedAt: null, pendedAt: null, decidedAt: null, validFrom: null, validTo: null },
    ...{ informationRequests: [], notified: { ids: [], newest: null }, voiding: null, cancelledAt: null, rejectedAt: null },
    ...{ usedAt: null, supersededBy: null },
  };
}

/** The record to store next (its version is the store's matter), or the code of the rule that said no. */
export type AuthorizationDecision =
  | { readonly accepted: true; readonly record: Authorization }
  | { readonly accepted: false; readonly code: RuleRefusal | 'not-in-this-state' };

/** Decides one event over one authorization; an answer of the payer as it reads on this record. */
export function decideAuthorization({ state, ...context }: Authorization, asked: AuthorizationEvent): AuthorizationDecision {
  const event = asked.notice === undefined ? asked : { ...asked, notice: answerFor(context, asked.notice) };
  const decision: Decision<AuthorizationState, AuthorizationFacts, RuleRefusal> = decide(
    authorizationLifecycle,
    { value: state, context },
    event,
  );
  return decision.accepted ? { accepted: true, record: { ...decision.next.context, state: decision.next.value } } : decision;
}

/** Why this may not be done now, or null: asked without what goes with it. The page offers by it, the back office refuses by it. */
export function authorizationOffer(
  { state, ...context }: Authorization,
  type: AuthorizationEvent['type'],
  asked: { readonly at: Instant; readonly policy: AuthorizationsPolicy; readonly zone: string },
): RuleRefusal | 'not-in-this-state' | null {
  return whyNot<AuthorizationState, AuthorizationFacts, RuleRefusal>(authorizationLifecycle, { value: state, context }, {
    ...{ type, by: null },
    ...asked,
  } as AuthorizationEvent);
}
