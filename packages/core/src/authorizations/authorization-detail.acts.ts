import type { Instant } from '../kernel/index.ts';
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

/** When something of it becomes true by time alone next; null: nothing does. In milliseconds of the epoch. */
export function nextMoment(record: Authorization, at: Instant): Instant | null {
  const isOver = record.decidedAt !== null || record.state.case === 'closed' || record.state.case === 'superseded';
  const dues = [
    isOver || record.clock?.tolledSince != null ? null : (record.clock?.dueAt ?? null),
    ...awaited(record).map((one) => one.dueAt),
  ];
  const coming = dues.filter((due) => due !== null && due > at) as Instant[];
  return coming.length === 0 ? null : Math.min(...coming);
}
