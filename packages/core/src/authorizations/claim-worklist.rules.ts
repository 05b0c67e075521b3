import { addDays, dateIn, type Instant } from '../kernel/index.ts';
import type { SavedFilter, WorklistForm } from './claim-worklist.schema.ts';

/** Longest name of a saved filter, in characters, and how many one person keeps. */
const LONGEST = 80;
const MOST = 20;

/** How urgent a due instant is: past, by the end of the payer's day, of its next day, or later. */
export type DueMark = 'overdue' | 'today' | 'soon' | 'later';

/**
 * What becomes true by time alone is never kept: the mark of a due instant (exclusive) at a moment, in days of the payer's zone. Where the zone
 * is not known only what is past is marked.
 */
export function dueMark(dueAt: Instant | null, at: Instant, zone: string | null): DueMark | null {
  if (dueAt === null) return null;
  if (at >= dueAt) return 'overdue';
  if (zone === null) return 'later';
  const [last, today] = [dateIn(zone, dueAt - 1), dateIn(zone, at)];
  return last <= today ? 'today' : last <= addDays(today, 1) ? 'soon' : 'later';
}

/** Whether two filters ask for the same. */
export const isSameForm = (one: WorklistForm, other: WorklistForm): boolean =>
  one.scope === other.scope && one.payerId === other.payerId && one.urgency === other.urgency && one.number.trim() === other.number.trim();

/** Why a filter cannot be kept under this name, or null. */
export function refuseFilterName(filters: readonly SavedFilter[], name: string): 'name-missing' | 'name-too-long' | 'too-many' | null {
  const { length } = name.trim();
  if (length === 0) return 'name-missing';
  if (length > LONGEST) return 'name-too-long';
  return filters.length >= MOST && filters.every((one) => one.name !== name.trim()) ? 'too-many' : null;
}

/** The filters with one more, or with the one of that name changed; by name. */
export function withFilter(filters: readonly SavedFilter[], saved: SavedFilter): readonly SavedFilter[] {
  const others = filters.filter(({ id, name }) => id !== saved.id && name !== saved.name);
  return [...others, saved].sort((a, b) => (a.name < b.name ? -1 : 1));
}
