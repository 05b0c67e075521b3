import { isPlainDate } from './calendar-date.ts';
import type { Instant, PlainDate } from './calendar-date.ts';

/** Settings that are never implied by the language; absent means what the locale and the machine say. */
export type FormatOptions = {
  /** Unicode name of the digits: `latn`, `arab`, `arabext`. */
  readonly numberingSystem?: string | undefined;
  /** Unicode name of the calendar for display: `gregory`, `islamic-umalqura`. */
  readonly calendar?: string | undefined;
  /** IANA zone in which instants are shown; days have none. */
  readonly timeZone?: string | undefined;
};

/** Values written for people; money has a format of its own (`money-format.ts`), because its table of decimals weighs as much as all of this. */
export type Formats = {
  readonly number: (value: number) => string;
  /** A day, or the day of an instant in the zone. */
  readonly date: (value: PlainDate | Instant) => string;
  readonly time: (value: Instant) => string;
  readonly datetime: (value: Instant) => string;
};

/** Formats of one locale; formatters are made on first use and kept. */
export function createFormats(locale: string, options: FormatOptions = {}): Formats {
  const kept = new Map<string, { format(value: never): string }>();
  const keep = <F extends { format(value: never): string }>(key: string, make: () => F): F => {
    if (!kept.has(key)) kept.set(key, make());
    return kept.get(key) as F;
  };
  const numbers = (key: string, more: Intl.NumberFormatOptions) =>
    keep(key, () => new Intl.NumberFormat(locale, { ...given({ numberingSystem: options.numberingSystem }), ...more }));
  const dates = (key: string, more: Intl.DateTimeFormatOptions) =>
    keep(key, () => new Intl.DateTimeFormat(locale, { ...given(options), ...more }));
  return {
    number: (value) => numbers('number', {}).format(value),
    date: (value) =>
      isPlainDate(value)
        ? dates('day', { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(`${value}T00:00:00Z`))
        : dates('date', { dateStyle: 'medium' }).format(value),
    time: (value) => dates('time', { timeStyle: 'short' }).format(value),
    datetime: (value) => dates('datetime', { dateStyle: 'medium', timeStyle: 'short' }).format(value),
  };
}

/** `Intl` reads an undefined option as absent, but the types do not. */
function given<T extends object>(options: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return options as { [K in keyof T]: Exclude<T[K], undefined> };
}
