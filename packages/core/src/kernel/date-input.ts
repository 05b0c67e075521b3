import { addDays, addMonths, firstOfMonth, isPlainDate } from './calendar-date.ts';
import type { PlainDate } from './calendar-date.ts';
import { typedText } from './typed-text.ts';

/** In which order a person writes day, month and year. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** Why a typed date was not taken; `ambiguous-year` also for a year that may be of another calendar, such as 1448. */
export type DateRefusal = { readonly code: 'empty' | 'not-a-date' | 'no-such-day' | 'ambiguous-year' };

/** What the parser must know: today in the person's zone, the locale, and the order where it is set apart from the locale. */
export type DateInputOptions = {
  readonly today: PlainDate;
  readonly locale: string;
  readonly order?: DateOrder | undefined;
  /** True for a day that is still to come: typed without its year, or its month, it is the next such day, today among them. @default false: of this year, or month */
  readonly isAhead?: boolean;
};

/** The language changed: what was typed was meant in the one before (BCP 47). */
export type LanguageChanged = { readonly type: 'language.changed'; readonly before: string };

const notADate: DateRefusal = { code: 'not-a-date' };

/** Reads a date as a clerk types it (`21/11/2026`, `2111`, `211126`, `5`, `t-7`, `+3`, `اليوم`, ISO always), in any digits. */
export function parseDateInput(text: string, options: DateInputOptions): { readonly date: PlainDate } | DateRefusal {
  const typed = typedText(text).toLowerCase();
  if (typed === '') return { code: 'empty' };
  const relative = /^(?:(?:t|today|اليوم)\s*([+-]\s*\d{1,4})?|([+-]\s*\d{1,4}))$/.exec(typed);
  if (relative) return { date: addDays(options.today, Number((relative[1] ?? relative[2] ?? '0').replace(/\s/g, ''))) };
  const order = options.order ?? orderOf(options.locale);
  const parts = typed.split(/\s*[/.\-،؍٫]\s*|\s+/, 4);
  if (parts.length > 3 || !parts.every((part) => /^\d{1,8}$/.test(part))) return notADate;
  return fromParts(parts.length === 1 ? cut(parts[0]!, order) : parts, order, options);
}

/**
 * A typed day after a change of language: one that was understood and would be read otherwise now, as 11/12 would, is written as the calendar
 * writes a day, alike in every language; all else stands as it was typed.
 */
export function sameDay(text: string, before: string, reading: DateInputOptions): string {
  const meant = parseDateInput(text, { ...reading, locale: before });
  if (!('date' in meant)) return text;
  const now = parseDateInput(text, reading);
  return 'date' in now && now.date === meant.date ? text : meant.date;
}

/** A form whose fields of these names keep their days over a change of language; the same form where nothing is written anew. */
export function sameDays<Name extends string, Form extends Readonly<Record<Name, string>>>(
  form: Form,
  names: readonly Name[],
  before: string,
  reading: DateInputOptions,
): Form {
  const changes = names.map((name) => [name, sameDay(form[name], before, reading)] as const).filter(([name, day]) => day !== form[name]);
  return changes.length === 0 ? form : { ...form, ...Object.fromEntries(changes) };
}

/** The order in which a locale writes day, month and year of the Gregorian calendar. */
export function orderOf(locale: string): DateOrder {
  const parts = new Intl.DateTimeFormat(locale, { calendar: 'gregory', timeZone: 'UTC' }).formatToParts(0);
  const order = parts.map(({ type }) => ({ day: 'd', month: 'm', year: 'y' })[type as string] ?? '').join('');
  return order === 'mdy' || order === 'ymd' ? order : 'dmy';
}

/** Cuts digits typed without separators into parts; empty when no reading fits their number. */
function cut(digits: string, order: DateOrder): readonly string[] {
  const at = (...ends: number[]) => ends.map((end, index) => digits.slice(ends[index - 1] ?? 0, end));
  switch (digits.length) {
    case 1:
    case 2:
      return [digits];
    case 4:
      return at(2, 4);
    case 6:
      return at(2, 4, 6);
    case 8: {
      // 20112026 is 20 November where days come first, 20261121 is ISO everywhere: the person's order wins if its year can be meant.
      const yearLast = order !== 'ymd' && isPlausible(Number(digits.slice(4)));
      return yearLast ? at(2, 4, 8) : at(4, 6, 8);
    }
    default:
      return [];
  }
}

function fromParts(
  parts: readonly string[],
  order: DateOrder,
  { today, isAhead }: DateInputOptions,
): { readonly date: PlainDate } | DateRefusal {
  if (parts.length === 0) return notADate;
  const letters = parts[0]!.length > 2 ? 'ymd' : parts.length === 3 ? order : parts.length === 2 ? order.replace('y', '') : 'd';
  const typed = (letter: string) => parts[letters.indexOf(letter)];
  const [year = today.slice(0, 4), month = today.slice(5, 7), day = ''] = [typed('y'), typed('m'), typed('d')];
  if (day === '' || day.length > 2 || month.length > 2 || year.length > 4) return notADate;
  if (isAhead && typed('y') === undefined) return next(typed('m'), day, today);
  const fullYear = year.length === 2 ? nearest(Number(year), Number(today.slice(0, 4))) : Number(year);
  if (!isPlausible(fullYear)) return { code: 'ambiguous-year' };
  const date = `${fullYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isPlainDate(date) ? { date } : { code: 'no-such-day' };
}

/** The first such day from today on: a 31st may be two months away, a 29 February eight years. */
function next(month: string | undefined, day: string, today: PlainDate): { readonly date: PlainDate } | DateRefusal {
  for (let n = 0; n <= 96; n += 1) {
    const first = addMonths(firstOfMonth(today), n);
    const date = `${first.slice(0, 8)}${day.padStart(2, '0')}`;
    if ((month === undefined || first.slice(5, 7) === month.padStart(2, '0')) && isPlainDate(date) && date >= today) return { date };
  }
  return { code: 'no-such-day' };
}

/** A two-digit year is the one from 80 years back to 19 years ahead. */
function nearest(twoDigits: number, thisYear: number): number {
  const first = thisYear - 80;
  return first + ((((twoDigits - first) % 100) + 100) % 100);
}

function isPlausible(year: number): boolean {
  return year >= 1850 && year < 2200;
}
