import { fromIsoInstant, isPlainDate, lastOfMonth, type Instant, type PlainDate } from '@portico/core/kernel';
import type { Context } from './context.ts';
import { child, text, type At } from './tree.ts';

/** Days from and to, both inclusive; null is "not told". */
export interface Days {
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

/** No days told. */
export const NO_DAYS: Days = { from: null, to: null };

/** The day of a date or dateTime as written, never shifted by its offset. A year or month alone is no day: null and a line. */
export function dayOf(context: Context, at: At | null, key: string): PlainDate | null {
  const days = written(context, at, key);
  if (days === null) return null;
  return days.from === days.to ? days.from : null;
}

/** `date` or `dateTime` as days: a year or month alone is widened to its first and last day, with a line. */
export function daysOf(context: Context, at: At | null, key: string): Days {
  return written(context, at, key) ?? NO_DAYS;
}

/** A Period; an end that is not told stays so. */
export function periodOf(context: Context, period: At | null): Days {
  const days = { from: daysOf(context, period, 'start').from, to: daysOf(context, period, 'end').to };
  if (period !== null && days.from !== null && days.to !== null && days.from > days.to) context.report.add('period-reversed', period);
  return days;
}

/** `servicedDate` or `servicedPeriod`, and the like under another stem. */
export function choiceOf(context: Context, at: At | null, stem: string): Days {
  const period = child(at, `${stem}Period`);
  return period === null ? daysOf(context, at, `${stem}Date`) : periodOf(context, period);
}

/** A dateTime as an instant; without a time and an offset there is none, and none is made up. */
export function instantOf(context: Context, at: At | null, key: string): Instant | null {
  const found = text(at, key);
  if (at === null || found === null) return null;
  const place = { ...at, path: `${at.path}.${key}` };
  try {
    return fromIsoInstant(found);
  } catch {
    context.report.add(parse(found) === null ? 'bad-date' : 'date-without-time', place);
    return null;
  }
}

/** From the earliest to the latest day that any of these tells. */
export function around(all: readonly Days[]): Days {
  const told = all.flatMap(({ from, to }) => [from, to]).filter((day) => day !== null);
  const sorted = told.toSorted();
  return { from: sorted[0] ?? null, to: sorted.at(-1) ?? null };
}

/** Whether one lies outside the other, as far as both tell. */
export function isOutside(days: Days, period: Days): boolean {
  const told = [days.from, days.to].filter((day) => day !== null);
  return told.some((day) => (period.from !== null && day < period.from) || (period.to !== null && day > period.to));
}

function written(context: Context, at: At | null, key: string): Days | null {
  const found = text(at, key);
  if (at === null || found === null) return null;
  const place = { ...at, path: `${at.path}.${key}` };
  const days = parse(found);
  if (days === null) context.report.add('bad-date', place);
  else if (days.from !== days.to) context.report.add('partial-date', place);
  return days;
}

function parse(found: string): Days | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?$/.exec(found) ?? [];
  if (year === undefined) return null;
  const from = `${year}-${month ?? '01'}-${day ?? '01'}`;
  if (!isPlainDate(from)) return null;
  if (day !== undefined) return { from, to: from };
  const december = `${year}-12-31`;
  return { from, to: month !== undefined ? lastOfMonth(from) : isPlainDate(december) ? december : from };
}
