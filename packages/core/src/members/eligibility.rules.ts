import type { Instant, PlainDate, PortErrorCode } from '../kernel/index.ts';
import type { Benefit, Coverage, EligibilityAnswer, EligibilityStatus, MemberCoverage } from './eligibility.ts';
import { isMeant } from './member-lookup.rules.ts';
import type { MemberQuery } from './member.schema.ts';

/** What is known beside the coverages when a question is answered. */
export interface EligibilityFacts {
  readonly payerId: string;
  readonly serviceDate: PlainDate;
  /** When the coverages were read. */
  readonly at: Instant;
  /** The payer's own helpline, for whoever holds no card. */
  readonly payerPhone: string | null;
}

/** How a coverage stands on a day: first days and last days belong to it, a card is good on its last day (N10). */
export function standingOf(
  { from, to, cardUntil }: Coverage,
  serviceDate: PlainDate,
): Exclude<EligibilityStatus, 'ambiguous' | 'not-found' | 'payer-unavailable'> {
  if (serviceDate < from) return 'not-yet-in-force';
  if (to !== null && serviceDate > to) return 'ended';
  return cardUntil !== null && serviceDate > cardUntil ? 'card-expired' : 'active';
}

/**
 * Answers a question from all coverages of the payer (`domain.md` 2.2). Of several coverages of one member the one that serves the day best
 * speaks: active, then with an expired card, then the next to begin, then the last that ended.
 */
export function answerEligibility(coverages: readonly MemberCoverage[], query: MemberQuery, facts: EligibilityFacts): EligibilityAnswer {
  const { payerId, serviceDate, at, payerPhone } = facts;
  const found = coverages.filter((one) => one.payerId === payerId && isMeant(one, query));
  const frame = {
    ...{ asOf: at, serviceDate, payerId },
    helpline: payerPhone === null ? null : ({ phone: payerPhone, source: 'payer' } as const),
  };
  const members = new Map(found.map(({ member }) => [member.id, member]));
  if (members.size > 1)
    return { ...frame, status: 'ambiguous', candidates: [...members.values()].sort((a, b) => order(a.number, b.number)) };
  const best = found.toSorted((a, b) => rank(a.coverage, b.coverage, serviceDate))[0];
  if (!best) return { ...frame, status: 'not-found' };
  const { member, coverage, cardPhone } = best;
  const helpline = cardPhone === null ? frame.helpline : ({ phone: cardPhone, source: 'card' } as const);
  return { ...frame, helpline, status: standingOf(coverage, serviceDate), member, coverage };
}

/** What is said when there is no answer at all. */
export type EligibilityFailure = `eligibility.${'offline' | 'busy' | 'denied' | 'unavailable'}`;

/** What to say of a question that failed. */
export function failureOf(code: PortErrorCode | null): EligibilityFailure {
  if (code === 'offline') return 'eligibility.offline';
  if (code === 'rate-limited') return 'eligibility.busy';
  return code === 'denied' || code === 'not-signed-in' || code === 'not-found' ? 'eligibility.denied' : 'eligibility.unavailable';
}

/** The answer without the amounts of its benefits: left out, not emptied. */
export function withoutAmounts(answer: EligibilityAnswer): EligibilityAnswer {
  if (!('coverage' in answer)) return answer;
  const benefits = answer.coverage.benefits.map(({ share: _share, left: _left, ...rest }): Benefit => rest);
  return { ...answer, coverage: { ...answer.coverage, benefits } };
}

const standings: readonly EligibilityStatus[] = ['active', 'card-expired', 'not-yet-in-force', 'ended'];

function rank(a: Coverage, b: Coverage, day: PlainDate): number {
  const [one, other] = [standingOf(a, day), standingOf(b, day)];
  if (one !== other) return standings.indexOf(one) - standings.indexOf(other);
  if (one === 'not-yet-in-force') return order(a.from, b.from);
  return one === 'ended' ? order(b.to!, a.to!) : order(b.from, a.from);
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
