import { add, toDecimal, type FieldGroup, type Money, type PlainDate } from '../kernel/index.ts';
import type { BordereauTotal } from './bordereau.ts';
import type { CaseAmounts } from './case.schema.ts';
import type { CaseRow } from './case-row.ts';

/** A column of the bordereau (N22). Its heading is the message `case.column.<key>`. */
export interface BordereauColumn {
  readonly key: BordereauColumnKey;
  readonly type: BordereauCell['type'];
}

/** The columns there are, in their order. */
export type BordereauColumnKey =
  | 'reference'
  | 'kind'
  | 'memberName'
  | 'memberNumber'
  | 'physicianName'
  | 'serviceFrom'
  | 'serviceTo'
  | 'paymentDate'
  | 'decision'
  | 'currency'
  | 'billed'
  | 'approved'
  | 'patientShare'
  | 'paid';

/**
 * A typed cell, null inside when not told. `text` stays text in any file (numbers of claims keep their leading zeros); `decimal` is exact, with all
 * decimals of its currency; `key` is a message key (`case.kind.claim`).
 */
export type BordereauCell =
  | { readonly type: 'text'; readonly text: string | null }
  | { readonly type: 'date'; readonly date: PlainDate | null }
  | { readonly type: 'amount'; readonly decimal: string | null; readonly currency: string | null }
  | {
      readonly type: 'message';
      readonly key: `case.kind.${CaseRow['kind']}` | `case.decision.${CaseRow['decision']}` | 'case.use.not-used';
    };

const COLUMNS: readonly (BordereauColumn & { readonly groups?: readonly FieldGroup[] })[] = [
  { key: 'reference', type: 'text' },
  { key: 'kind', type: 'message' },
  { key: 'memberName', type: 'text' },
  { key: 'memberNumber', type: 'text' },
  { key: 'physicianName', type: 'text' },
  { key: 'serviceFrom', type: 'date' },
  { key: 'serviceTo', type: 'date' },
  { key: 'paymentDate', type: 'date', groups: ['payment'] },
  { key: 'decision', type: 'message' },
  { key: 'currency', type: 'text', groups: ['amounts'] },
  { key: 'billed', type: 'amount', groups: ['amounts'] },
  { key: 'approved', type: 'amount', groups: ['amounts'] },
  { key: 'patientShare', type: 'amount', groups: ['amounts'] },
  { key: 'paid', type: 'amount', groups: ['amounts', 'payment'] },
];

/** The columns a subject may see, in their order. */
export function bordereauColumns(hidden: readonly FieldGroup[] = []): readonly BordereauColumn[] {
  return COLUMNS.filter(({ groups = [] }) => !groups.some((group) => hidden.includes(group)));
}

/** The cells of one row, one for each column. */
export function bordereauCells(row: CaseRow, columns: readonly BordereauColumn[]): readonly BordereauCell[] {
  return columns.map(({ key }) => cellOf(row, key));
}

/** One total a currency, sorted by code; a row without any amount stands in none. Throws MoneyError when a sum would not be exact. */
export function bordereauTotals(rows: Iterable<CaseRow>): readonly BordereauTotal[] {
  const totals = new Map<string, Writable<BordereauTotal>>();
  const totalOf = (currency: string): Writable<BordereauTotal> => {
    const total = totals.get(currency) ?? { currency, count: 0, billed: null, approved: null, patientShare: null, paid: null };
    totals.set(currency, total);
    return total;
  };
  for (const { amounts } of rows) {
    const currency = currencyOf(amounts);
    if (amounts === null || currency === null) continue;
    totalOf(currency).count += 1;
    for (const key of AMOUNTS) {
      const amount = amounts[key];
      if (amount === null) continue;
      const total = totalOf(amount.currency);
      total[key] = total[key] === null ? amount : add(total[key], amount);
    }
  }
  return [...totals.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** Totals without the hidden groups: they would tell what the columns do not. */
export function visibleTotals(totals: readonly BordereauTotal[], hidden: readonly FieldGroup[]): readonly BordereauTotal[] {
  if (hidden.includes('amounts')) return [];
  return hidden.includes('payment') ? totals.map((total) => ({ ...total, paid: null })) : totals;
}

/** The currency of a case's amounts: they have one in common; null when none is told. */
export function currencyOf(amounts: CaseAmounts | null): string | null {
  return (amounts?.billed ?? amounts?.approved ?? amounts?.paid ?? amounts?.patientShare)?.currency ?? null;
}

function cellOf(row: CaseRow, key: BordereauColumnKey): BordereauCell {
  switch (key) {
    case 'kind':
      return { type: 'message', key: `case.kind.${row.kind}` };
    case 'decision':
      // A voided authorization is "not used" whatever was decided before (N29).
      return { type: 'message', key: row.use === 'not-used' ? 'case.use.not-used' : `case.decision.${row.decision}` };
    case 'serviceFrom':
    case 'serviceTo':
    case 'paymentDate':
      return { type: 'date', date: row[key] };
    case 'currency':
      return { type: 'text', text: currencyOf(row.amounts) };
    case 'billed':
    case 'approved':
    case 'patientShare':
    case 'paid':
      return amountCell(row.amounts?.[key] ?? null);
    default:
      return { type: 'text', text: row[key] };
  }
}

const amountCell = (amount: Money | null): BordereauCell => ({
  type: 'amount',
  decimal: amount === null ? null : toDecimal(amount),
  currency: amount?.currency ?? null,
});

const AMOUNTS = ['billed', 'approved', 'patientShare', 'paid'] as const satisfies readonly (keyof CaseAmounts)[];

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };
