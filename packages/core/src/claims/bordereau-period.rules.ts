import { parseDateInput, type PlainDate } from '../kernel/index.ts';

/** The period as it was typed. */
export interface TypedPeriod {
  readonly from: string;
  readonly to: string;
}

/** Why a period cannot be taken, and in which field. */
export interface PeriodError {
  readonly field: keyof TypedPeriod;
  readonly code: 'missing' | 'not-a-date' | 'no-such-day' | 'ambiguous-year' | 'to-before-from';
}

/** What a typed period means; a bordereau always has both days, both included (N22). Its longest span is the payer's matter. */
export function readPeriod(
  typed: TypedPeriod,
  reading: { readonly today: PlainDate; readonly locale: string },
): { readonly period: { readonly from: PlainDate; readonly to: PlainDate } | null; readonly errors: readonly PeriodError[] } {
  const errors: PeriodError[] = [];
  const read = (field: keyof TypedPeriod): PlainDate | null => {
    const day = parseDateInput(typed[field], reading);
    if ('date' in day) return day.date;
    errors.push({ field, code: day.code === 'empty' ? 'missing' : day.code });
    return null;
  };
  const [from, to] = [read('from'), read('to')];
  if (from === null || to === null) return { period: null, errors };
  return to < from ? { period: null, errors: [{ field: 'to', code: 'to-before-from' }] } : { period: { from, to }, errors };
}
