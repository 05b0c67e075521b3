import { deadlineFrom, resume, startDeadline, toll, type Deadline, type DeadlineRule, type Instant } from '../kernel/index.ts';
import { nextItem } from './authorization-item.lifecycle.ts';
import { isSameAsked } from './authorization-item.rules.ts';
import type { AuthorizationFacts } from './authorization.decision.ts';
import { awaited, type AuthorizationEvent } from './authorization.rules.ts';
import type { AuthorizationItem, DecisionClock, InformationRequest, ItemDecision, Urgency } from './authorization.schema.ts';
import type { AuthorizationsPolicy } from './authorizations.policy.ts';
import { requestsAfter } from './payer-ask.rules.ts';
import { finalityOf, isBare, tellsAll } from './payer-answer.rules.ts';

type Change = (facts: AuthorizationFacts, event: AuthorizationEvent) => Partial<AuthorizationFacts>;

/** The clock for a decision from this instant on, by urgency; null where the payer has set itself none. */
export function startClock(urgency: Urgency, at: Instant, policy: AuthorizationsPolicy, zone: string): DecisionClock | null {
  const length = urgency === 'expedited' ? policy.expeditedHours : policy.standardDays;
  if (length === null) return null;
  const unit = urgency === 'expedited' ? 'hours' : 'calendar-days';
  const { dueAt } = startDeadline({ start: 'request-sent', length, unit, zone }, at);
  return { startedAt: at, dueAt, zone, unit, tolls: policy.tolls, tolledSince: null, tolledMs: 0 };
}

/** Stops or starts a clock by the kernel's own rule. */
function moved(clock: DecisionClock | null, at: Instant, move: (deadline: Deadline, at: Instant) => Deadline): DecisionClock | null {
  if (clock === null) return null;
  const { startedAt, dueAt, zone, unit, tolls, tolledSince, tolledMs } = clock;
  const rule: DeadlineRule = { start: 'request-sent', length: 0, unit, zone, tolling: tolls };
  const next = move({ rule, startedAt, dueAt, tolledSince, tolledMs }, at);
  return { ...clock, dueAt: next.dueAt, tolledSince: next.tolledSince ?? null, tolledMs: next.tolledMs };
}

const pendedItems = (
  items: readonly AuthorizationItem[],
  { at, text }: Pick<AuthorizationEvent, 'at' | 'text'>,
): readonly AuthorizationItem[] =>
  items.map((item) =>
    item.outcome === 'undecided' || (item.outcome === 'pended' && text)
      ? nextItem(item, { type: 'item.pended', at, ...(text && { text }) })
      : item,
  );

const decidedItems = (
  items: readonly AuthorizationItem[],
  decisions: readonly ItemDecision[],
  { at, isTold }: { readonly at: Instant; readonly isTold: boolean },
): readonly AuthorizationItem[] => {
  const told = new Map(decisions.filter(({ outcome }) => outcome !== 'undecided').map((one) => [one.sequence, one]));
  return items.map((item) => {
    const decision = told.get(item.sequence);
    return decision ? nextItem(item, { type: 'item.decided', at, decision, isTold }) : item;
  });
};

/** Every item under its own number: as it was, asked anew where it changed, cancelled where it was taken back, and the new ones. */
const updatedItems = (
  before: readonly AuthorizationItem[],
  sent: readonly AuthorizationItem[],
  at: Instant,
): readonly AuthorizationItem[] => {
  const known = new Map(before.map((item) => [item.sequence, item]));
  return sent
    .map((asked): AuthorizationItem => {
      const item = known.get(asked.sequence);
      if (item === undefined)
        return { ...asked, origin: 'provider', outcome: 'undecided', outcomeCode: null, reasons: [], authorized: null };
      if (asked.outcome === 'cancelled') return nextItem(item, { type: 'item.cancelled', at });
      return item.origin === 'payer' || isSameAsked(item, asked) ? item : nextItem(item, { type: 'item.changed', at, asked });
    })
    .toSorted((one, other) => one.sequence - other.sequence);
};

/** What nobody waits for any more; the clock goes on from here. */
const withdrawn = ({ informationRequests, clock }: AuthorizationFacts, at: Instant) => ({
  informationRequests: informationRequests.map((one): InformationRequest =>
    one.state === 'open' || one.state === 'partial' ? { ...one, state: 'withdrawn' } : one,
  ),
  clock: moved(clock, at, resume),
});

/** An item may be authorized under a number of its own: the record is found by it too (P3). */
const withNumbersOf = (numbers: AuthorizationFacts['numbers'], items: readonly AuthorizationItem[]): AuthorizationFacts['numbers'] => {
  const told = new Set(items.flatMap(({ authorized }) => authorized?.number ?? []));
  const fresh = [...told].filter((value) => !numbers.some((one) => one.value === value));
  return [...numbers, ...fresh.map((value) => ({ type: 'authorization-number', value }) as const)];
};

const decided: Change = (facts, { at, decision }) => {
  if (decision === undefined) return {};
  const items = decidedItems(facts.items, decision.items, { at, isTold: false });
  return {
    items,
    numbers: withNumbersOf(facts.numbers, items),
    validFrom: decision.validFrom ?? facts.validFrom,
    validTo: decision.validTo ?? facts.validTo,
  };
};

/** What an answer of the payer says, taken as it comes; an item that was taken back stays so. */
const told: Change = (facts, { at, notice }) => {
  if (notice === undefined) return {};
  const added = notice.added.filter(({ sequence }) => !facts.items.some((item) => item.sequence === sequence));
  const own = [...facts.items, ...added.map((item): AuthorizationItem => ({ ...item, origin: 'payer' }))];
  const items = decidedItems(own, notice.items, { at, isTold: true });
  // A decision says for how long, or that it does not say; whatever else comes leaves that as it was.
  const isDecided = notice.stage === 'decided';
  return {
    items,
    numbers: withNumbersOf(facts.numbers, items),
    validFrom: notice.validFrom ?? (isDecided ? null : facts.validFrom),
    validTo: notice.validTo ?? (isDecided ? null : facts.validTo),
  };
};

/**
 * That it came, and under which numbers it is known now: all of them stay, old and new (P3). A time to come is no time yet, and one that says
 * nothing makes what it announces no older.
 */
const noted: Change = ({ numbers, notified, items }, { at, notice }) => {
  if (notice === undefined) return {};
  const isNew = ({ type, value }: (typeof numbers)[number]): boolean => !numbers.some((one) => one.type === type && one.value === value);
  const ids = [...notified.ids, notice.notificationId];
  const newest = Math.max(notified.newest ?? 0, Math.min(notice.issuedAt, at));
  const full = tellsAll({ items }, notice) && { full: { id: notice.notificationId, finality: finalityOf({ items }, notice) } };
  return {
    numbers: [...numbers, ...notice.numbers.filter(isNew)],
    notified: isBare(notice) ? { ...notified, ids } : { ids, newest, ...full },
  };
};

/** What it asks for: who asks has the request in hand, and nothing is awaited of one that is decided. */
const learned: Change = (facts, { at, notice, zone }) => {
  if (notice === undefined) return {};
  const informationRequests = requestsAfter(facts, notice, zone);
  const isInHand = notice.ask !== undefined && facts.decidedAt === null;
  return {
    informationRequests,
    ...(isInHand && { items: pendedItems(facts.items, { at }), pendedAt: facts.pendedAt ?? at }),
    clock: moved(facts.clock, at, awaited({ informationRequests }).length > 0 ? toll : resume),
  };
};

/** Its words, where it has any. */
const heard: Change = (_, { notice }) => (notice?.notes ? { payerNotes: notice.notes } : {});

const asked: Change = (facts, { at, by, ask, policy, zone }) => {
  if (ask === undefined) return {};
  const rule: DeadlineRule = { start: 'information-requested', length: policy.informationDays, unit: 'calendar-days', zone };
  const one: InformationRequest = {
    ...{ id: ask.id, askedAt: at, askedBy: by ?? '', text: ask.text.trim(), items: ask.items },
    ...{ dueAt: ask.dueAt ?? deadlineFrom(rule, at), state: 'open', answers: [] },
  };
  return {
    items: pendedItems(facts.items, { at }),
    pendedAt: facts.pendedAt ?? at,
    informationRequests: [...facts.informationRequests, one],
    clock: moved(facts.clock, at, toll),
  };
};

const replied: Change = (facts, { at, by, reply }) => {
  if (reply === undefined) return {};
  const informationRequests = facts.informationRequests.map((one): InformationRequest => {
    if (one.id !== reply.requestId) return one;
    return { ...one, state: reply.isLast ? 'answered' : 'partial', answers: [...one.answers, { noteId: reply.noteId, at, by: by ?? '' }] };
  });
  return { informationRequests, ...(awaited({ informationRequests }).length === 0 && { clock: moved(facts.clock, at, resume) }) };
};

const issued = ({ at, notice }: AuthorizationEvent): Instant => Math.min(at, notice?.issuedAt ?? at);

/** What each action of the chart changes, as pure functions of the record and the event. */
export const authorizationChanges = {
  update: (facts, { at, items }) => {
    const next = items ? updatedItems(facts.items, items, at) : facts.items;
    return { items: facts.pendedAt === null ? next : pendedItems(next, { at }), revisedAt: at };
  },
  reopen: ({ urgency }, { at, policy, zone }) => ({ decidedAt: null, pendedAt: null, clock: startClock(urgency, at, policy, zone) }),
  extend: ({ serviceTo }, { at, until }) => ({ serviceTo: until ?? serviceTo, revisedAt: at }),
  cancel: (facts, event) => ({ ...withdrawn(facts, event.at), cancelledAt: issued(event) }),
  void: (facts, { at, by, why }) => ({
    ...withdrawn(facts, at),
    voiding: { reason: why?.reason ?? '', text: why?.text.trim() ?? '', at, by: by ?? '' },
  }),
  reject: (facts, event) => ({ ...withdrawn(facts, event.at), rejectedAt: issued(event) }),
  supersede: (facts, { at, successor }) => ({ ...withdrawn(facts, at), supersededBy: successor ?? '' }),
  pend: (facts, event) => ({ items: pendedItems(facts.items, event), pendedAt: facts.pendedAt ?? event.at, decidedAt: null }),
  decide: decided,
  close: (facts, event) => ({ ...withdrawn(facts, event.at), decidedAt: issued(event), pendedAt: null }),
  tell: (facts, event) => ({ ...told(facts, event), ...heard(facts, event) }),
  note: noted,
  hear: heard,
  learn: learned,
  use: ({ usedAt }, { at }) => ({ usedAt: usedAt ?? at }),
  ask: asked,
  reply: replied,
} as const satisfies Readonly<Record<string, Change>>;
