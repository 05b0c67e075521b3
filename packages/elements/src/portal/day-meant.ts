import { parseDateInput, type FormatOptions, type PlainDate } from '@portico/core/kernel';
import type { PorticoElement } from '../kit/portico-element.ts';
import { todayOf } from './today.ts';

/** A day with its weekday and the name of its month: nobody takes one of the two numbers of a typed date for the other. */
export function dayInWords(date: PlainDate, locale: string, { timeZone: _, ...formats }: FormatOptions = {}): string {
  const words = new Intl.DateTimeFormat(locale, {
    ...(formats as object),
    ...{ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  });
  return words.format(Date.parse(`${date}T00:00:00Z`));
}

/** How a typed date is understood in the language of an element, in words; null while it is no date. */
export function dayMeant(typed: string, { connectedPortal, locale, settings }: PorticoElement): string | null {
  const read = connectedPortal && parseDateInput(typed, { today: todayOf(connectedPortal), locale });
  return read && 'date' in read ? dayInWords(read.date, locale, settings.formats) : null;
}
