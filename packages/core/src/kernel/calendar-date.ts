/** A day of the calendar without time or zone, as ISO text `2026-11-21`; years 0000 to 9999; `<` on the text is `<` on the day. */
export type PlainDate = string & { readonly __plainDate: true };

/** A point in time, in epoch milliseconds. */
export type Instant = number;

/** Which days nobody works: `weekend` holds weekdays (1 = Monday … 7 = Sunday), `holidays` single days. */
export type BusinessCalendar = { readonly weekend: readonly number[]; readonly holidays: readonly PlainDate[] };

const DAY = 86_400_000;

/** Whether the text is an ISO day that exists. */
export function isPlainDate(text: unknown): text is PlainDate {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text); // some engines let 30 February run over
}

/** Takes ISO text as a day; throws RangeError when there is no such day. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`[portico/calendar-date] "${text}" is no day; write it like 2026-11-21.`);
  return text;
}

/** The day n days later (earlier when n is negative). */
export function addDays(date: PlainDate, n: number): PlainDate {
  return dayOf(epoch(date) + whole(n) * DAY);
}

/** The same day n months later, or the last of that month when it is shorter. */
export function addMonths(date: PlainDate, n: number): PlainDate {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + whole(n);
  const month = `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-`;
  const last = lastOfMonth(plainDate(`${month}01`));
  return last < month + date.slice(8) ? last : plainDate(month + date.slice(8));
}

/** How many days lead from one day to the other; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return (epoch(to) - epoch(from)) / DAY;
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(date: PlainDate): number {
  return new Date(epoch(date)).getUTCDay() || 7;
}

/** Whether the day is neither weekend nor holiday. */
export function isBusinessDay(date: PlainDate, calendar: BusinessCalendar): boolean {
  return !calendar.weekend.includes(weekday(date)) && !calendar.holidays.includes(date);
}

/** The n-th business day after the day (before it when n is negative); 0 is the day itself, whatever it is. */
export function addBusinessDays(date: PlainDate, n: number, calendar: BusinessCalendar): PlainDate {
  if (new Set(calendar.weekend).size > 6) throw new RangeError('[portico/calendar-date] a week without a business day never ends.');
  let day = date;
  for (let left = Math.abs(whole(n)); left > 0;) {
    day = addDays(day, Math.sign(n));
    if (isBusinessDay(day, calendar)) left -= 1;
  }
  return day;
}

/** The first day of the date's month. */
export function firstOfMonth(date: PlainDate): PlainDate {
  return plainDate(`${date.slice(0, 8)}01`);
}

/** The last day of the date's month. */
export function lastOfMonth(date: PlainDate): PlainDate {
  const month = date.slice(0, 8);
  return [`${month}31`, `${month}30`, `${month}29`].find(isPlainDate) ?? plainDate(`${month}28`);
}

/** Which day it is in an IANA zone at an instant. */
export function dateIn(zone: string, instant: Instant): PlainDate {
  return dayOf(wallClock(zone, instant));
}

/** The first instant of a day in an IANA zone, also where clocks jump over midnight or pass it twice. */
export function startOfDay(date: PlainDate, zone: string): Instant {
  const midnight = epoch(date);
  // With the offset of the day before, a midnight that comes twice is met at its first time.
  const offset = wallClock(zone, midnight - DAY) - (midnight - DAY);
  return wallClock(zone, midnight - offset) === midnight ? midnight - offset : firstInstantFrom(midnight, zone);
}

/** The end of a day in an IANA zone as an exclusive bound: the first instant of the next day, never 23:59:59. */
export function endOfDay(date: PlainDate, zone: string): Instant {
  return startOfDay(addDays(date, 1), zone);
}

/** The instant as ISO text in UTC with milliseconds. */
export function toIsoInstant(instant: Instant): string {
  return new Date(instant).toISOString();
}

/** Reads ISO text with a zone (`Z` or an offset), cut to milliseconds; throws RangeError when it is no full instant. */
export function fromIsoInstant(text: string): Instant {
  const [, day, time, seconds = ':00', fraction = '', offset] =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2})?(?:\.(\d{1,12}))?(Z|[+-]\d{2}:\d{2})$/.exec(text) ?? [];
  const instant = isPlainDate(day) ? Date.parse(`${day}T${time}${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}${offset}`) : NaN;
  if (Number.isNaN(instant)) throw new RangeError(`[portico/calendar-date] "${text}" is no instant; it needs day, time and zone.`);
  return instant;
}

function epoch(date: PlainDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function dayOf(ms: number): PlainDate {
  return plainDate(new Date(ms).toISOString().split('T')[0]!);
}

function whole(n: number): number {
  if (!Number.isInteger(n)) throw new RangeError(`[portico/calendar-date] ${n} is no whole number of days or months.`);
  return n;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a zone show, as milliseconds of a day that is read as if it were UTC; whole seconds. */
function wallClock(zone: string, instant: Instant): number {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(zone, formatter);
  }
  const at: Record<string, string> = {};
  for (const { type, value } of formatter.formatToParts(instant)) at[type] = value;
  return Date.parse(`${at['year']!.padStart(4, '0')}-${at['month']}-${at['day']}T${at['hour']}:${at['minute']}:${at['second']}Z`);
}

/** Near a change of the clock: the first instant at which clocks show this midnight, or something later where they jump over it. */
function firstInstantFrom(midnight: number, zone: string): Instant {
  let before = midnight - 2 * DAY;
  let after = midnight + 2 * DAY;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (wallClock(zone, middle) < midnight) before = middle;
    else after = middle;
  }
  return after;
}
