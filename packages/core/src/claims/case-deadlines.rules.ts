import { deadlineFrom, isPast, plainDate, startOfDay, type Instant } from '../kernel/index.ts';
import type { Case, CaseDeadline, ModificationStart } from './case.schema.ts';
import type { ClaimsPolicy } from './claims.policy.ts';

/** What the window is counted from. */
export type ModificationFacts = Pick<Case, 'createdAt' | 'serviceFrom' | 'takenInAt'>;

/** The keys that make a window. */
export type ModificationPolicy = Pick<
  ClaimsPolicy,
  'modificationDays' | 'modificationUnit' | 'modificationStart' | 'businessCalendar' | 'zone'
>;

/**
 * Until when a modification of this case may be asked for (N11, N12): the last day of the window in the payer's zone is whole; null where
 * the payer offers none. Counted from the policy's event or, where the case does not tell it, from the next: issued, service, taken in.
 */
export function modificationDeadline(facts: ModificationFacts, policy: ModificationPolicy): CaseDeadline | null {
  const { modificationDays: length, modificationUnit: unit, businessCalendar: calendar, zone } = policy;
  if (length === null) return null;
  const [start, startedAt] = startOf(facts, policy);
  return { start, startedAt, dueAt: deadlineFrom({ start, length, unit, zone, calendar }, startedAt), zone };
}

/** Whether a modification may still be asked for: strictly before the end, and only where there is one. */
export function mayStillModify({ deadlines }: Pick<Case, 'deadlines'>, at: Instant): boolean {
  return deadlines.modification !== null && !isPast(deadlines.modification, at);
}

function startOf(
  { createdAt, serviceFrom, takenInAt }: ModificationFacts,
  { modificationStart, zone }: ModificationPolicy,
): readonly [ModificationStart, Instant] {
  if (modificationStart === 'authorization-issued' && createdAt !== null && isCounted(createdAt))
    return ['authorization-issued', createdAt];
  if (modificationStart !== 'taken-in' && serviceFrom !== null && serviceFrom >= FIRST && serviceFrom <= LAST)
    return ['service-day', startOfDay(serviceFrom, zone)];
  return ['taken-in', takenInAt];
}

// Sources write 0001-01-01 and 9999-12-31 for "not told"; no days can be counted from there.
const FIRST = plainDate('1000-01-01');
const LAST = plainDate('8999-12-31');
const isCounted = (at: Instant): boolean => at >= startOfDay(FIRST, 'UTC') && at <= startOfDay(LAST, 'UTC');
