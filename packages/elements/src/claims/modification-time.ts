import { lastMoment } from '@portico/core/claims/modification-request';
import type { CaseDeadline } from '@portico/core/claims';
import type { FormatOptions } from '@portico/core/kernel';

/** How a deadline is written. */
export interface DeadlineTexts {
  /** The last minute in which it is not too late, in the payer's zone. */
  readonly until: string;
  /** The zone in words. */
  readonly zone: string;
}

/** The end of a window, as the payer counts it: whatever zone the page shows elsewhere. */
export function deadlineTexts(deadline: Pick<CaseDeadline, 'dueAt' | 'zone'>, locale: string, formats: FormatOptions = {}): DeadlineTexts {
  const at = lastMoment(deadline);
  const own = { ...given(formats), timeZone: deadline.zone };
  const parts = new Intl.DateTimeFormat(locale, { ...own, timeZoneName: 'longGeneric' }).formatToParts(at);
  return {
    until: new Intl.DateTimeFormat(locale, { ...own, dateStyle: 'medium', timeStyle: 'short' }).format(at),
    zone: parts.find(({ type }) => type === 'timeZoneName')?.value ?? deadline.zone,
  };
}

const MINUTES = { day: 1_440, hour: 60, minute: 1 } as const;

/** A span in its two largest units: days and hours, hours and minutes, or minutes. */
export function spanText(minutes: number, locale: string, { numberingSystem }: FormatOptions = {}): string {
  const days = Math.floor(minutes / MINUTES.day);
  const hours = Math.floor((minutes % MINUTES.day) / MINUTES.hour);
  const units = days > 0 ? ({ day: days, hour: hours } as const) : ({ hour: hours, minute: minutes % MINUTES.hour } as const);
  const write = ([unit, n]: readonly [string, number]): string =>
    new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long', ...given({ numberingSystem }) }).format(n);
  const said = Object.entries(units).filter(([, n]) => n > 0);
  return new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' }).format(said.map(write));
}

/** `Intl` reads an undefined option as absent, but the types do not. */
const given = <T extends object>(options: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  options as { [K in keyof T]: Exclude<T[K], undefined> };
