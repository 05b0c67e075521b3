import { endOfDay, type Instant } from '../kernel/index.ts';
import type { DetailForm } from './authorization-detail-draft.schema.ts';
import { authorizationOffer } from './authorization.lifecycle.ts';
import { awaited, type AuthorizationEvent } from './authorization.rules.ts';
import type { Authorization } from './authorization.schema.ts';
import type { AuthorizationsPolicy } from './authorizations.policy.ts';
import type { AuthorizationDetail } from './authorizations.port.ts';

/** What a clerk may do on the page of an authorization; deciding is done at the desk. */
export type DetailAct = DetailForm['act'];

const EVENTS: Readonly<Record<DetailAct, AuthorizationEvent['type']>> = {
  'answer-information': 'information.answered',
  extend: 'authorization.extended',
  update: 'authorization.updated',
  cancel: 'authorization.cancelled',
  void: 'authorization.voided',
};

/** By what the payer goes: its policy and the zone in which it counts days. */
export interface PayerRules {
  readonly policy: AuthorizationsPolicy;
  readonly zone: string;
}

/**
 * What may be done now: offered by the back office when it was read, and still allowed by the chart at this moment. Items that are not shown
 * as a whole cannot be sent as a whole, so they are not changed.
 */
export function actsAt({ record, hidden, offers }: AuthorizationDetail, rules: PayerRules, at: Instant): readonly DetailAct[] {
  const isPartial = hidden.includes('amounts') || hidden.includes('clinical');
  return (Object.keys(EVENTS) as DetailAct[]).filter(
    (act) => offers.includes(act) && !(act === 'update' && isPartial) && authorizationOffer(record, EVENTS[act], { at, ...rules }) === null,
  );
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * Milliseconds until something is to be told anew: the next whole minute while a time runs out, with the end of what is authorized looked at
 * every hour; null where time changes nothing any more.
 */
export function nextLook(record: Authorization, at: Instant, zone: string): number | null {
  const isOver = record.decidedAt !== null || record.state.case === 'closed' || record.state.case === 'superseded';
  const decision = isOver || record.clock?.tolledSince != null ? null : (record.clock?.dueAt ?? null);
  const coming = [decision, ...awaited(record).map(({ dueAt }) => dueAt)].filter((due) => due !== null && due > at) as Instant[];
  if (coming.length > 0) return (Math.min(...coming) - at) % MINUTE || MINUTE;
  const end = record.validTo === null || record.state.case === 'closed' ? null : endOfDay(record.validTo, zone);
  return end === null || end <= at ? null : Math.min(end - at, HOUR);
}
