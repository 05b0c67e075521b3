import { addBusinessDays, addDays, dateIn, daysBetween, endOfDay, isBusinessDay } from './calendar-date.ts';
import type { BusinessCalendar, Instant } from './calendar-date.ts';

/** How a deadline is counted (N12): from which event, how long, in which unit, zone and calendar, and whether its clock can be stopped. */
export type DeadlineRule = {
  /** Name of the event that starts the clock, such as `authorization-issued`. */
  readonly start: string;
  /** Whole number of units, 0 or more. */
  readonly length: number;
  readonly unit: 'hours' | 'calendar-days' | 'business-days';
  /** IANA zone whose days are counted. */
  readonly zone: string;
  /** Required for business days. */
  readonly calendar?: BusinessCalendar | undefined;
  /** Whether the clock stops while something is awaited. @default false */
  readonly tolling?: boolean | undefined;
};

/** A running deadline as kept on a record: the instant that counts, and the rule it came from. */
export type Deadline = {
  readonly rule: DeadlineRule;
  readonly startedAt: Instant;
  /** Exclusive bound: at this very instant it is too late. */
  readonly dueAt: Instant;
  /** Since when the clock stands still; null or absent while it runs. */
  readonly tolledSince?: Instant | null | undefined;
  /** How long it stood still before, in milliseconds. */
  readonly tolledMs: number;
};

type Due = Pick<Deadline, 'dueAt' | 'tolledSince'>;

const HOUR = 3_600_000;

/** The exclusive end: hours run from the instant, days end with the n-th day after the day of the start, in the rule's zone. */
export function deadlineFrom(rule: DeadlineRule, startInstant: Instant): Instant {
  if (!Number.isInteger(rule.length) || rule.length < 0)
    throw new RangeError(`[portico/deadline] length ${rule.length} is no whole number from 0.`);
  if (rule.unit === 'hours') return startInstant + rule.length * HOUR;
  const started = dateIn(rule.zone, startInstant);
  const last = rule.unit === 'calendar-days' ? addDays(started, rule.length) : addBusinessDays(started, rule.length, calendarOf(rule));
  return endOfDay(last, rule.zone);
}

/** Starts the clock of a rule. */
export function startDeadline(rule: DeadlineRule, startedAt: Instant): Deadline {
  return { rule, startedAt, dueAt: deadlineFrom(rule, startedAt), tolledSince: null, tolledMs: 0 };
}

/** Whether it is too late: at the due instant and after it; a clock that stands still does not run out. */
export function isPast(deadline: Due, at: Instant): boolean {
  return timeLeft(deadline, at) <= 0;
}

/** Milliseconds until the due instant, 0 or less once it is past; while the clock stands still, what was left when it stopped. */
export function timeLeft(deadline: Due, at: Instant): number {
  return deadline.dueAt - Math.min(at, deadline.tolledSince ?? at);
}

/** Stops the clock; the same deadline when its rule does not toll, when it stands still already, or when it is past. */
export function toll(deadline: Deadline, at: Instant): Deadline {
  if (!deadline.rule.tolling || (deadline.tolledSince ?? null) !== null || isPast(deadline, at)) return deadline;
  return { ...deadline, tolledSince: at };
}

/** Lets the clock run on: hours move by the time it stood still, days by the (business) days that began meanwhile; the same deadline if it runs. */
export function resume(deadline: Deadline, at: Instant): Deadline {
  const since = deadline.tolledSince ?? null;
  if (since === null) return deadline;
  const until = Math.max(since, at);
  return { ...deadline, dueAt: movedDue(deadline, since, until), tolledSince: null, tolledMs: deadline.tolledMs + until - since };
}

function movedDue({ rule, dueAt }: Deadline, since: Instant, until: Instant): Instant {
  if (rule.unit === 'hours') return dueAt + until - since;
  const stopped = dateIn(rule.zone, since);
  const last = dateIn(rule.zone, dueAt - 1);
  const days = daysBetween(stopped, dateIn(rule.zone, until));
  if (rule.unit === 'calendar-days') return endOfDay(addDays(last, days), rule.zone);
  const calendar = calendarOf(rule);
  const began = Array.from({ length: days }, (_, index) => addDays(stopped, index + 1)).filter((day) => isBusinessDay(day, calendar));
  return endOfDay(addBusinessDays(last, began.length, calendar), rule.zone);
}

function calendarOf(rule: DeadlineRule): BusinessCalendar {
  if (!rule.calendar) throw new RangeError(`[portico/deadline] the rule from "${rule.start}" counts business days and names no calendar.`);
  return rule.calendar;
}
