import type { CaseDecision, CaseRow, caseMessages } from '@portico/core/claims';
import { createFormats, createMoneyFormat, type FormatOptions, type Messages, type Money } from '@portico/core/kernel';
import type { TableColumn, TableTone } from '../table/index.ts';

/** The columns of a list of cases, in reading order. */
export type CaseColumnKey =
  'memberName' | 'reference' | 'kind' | 'decision' | 'serviceDate' | 'payerName' | 'physicianName' | 'billed' | 'paid' | 'paymentDate';

const columns: readonly { readonly key: CaseColumnKey; readonly width: number; readonly more?: Partial<TableColumn> }[] = [
  { key: 'memberName', width: 200, more: { kind: 'link', rowHeader: true } },
  { key: 'reference', width: 120 },
  { key: 'kind', width: 110 },
  { key: 'decision', width: 195, more: { kind: 'status' } },
  { key: 'serviceDate', width: 140 },
  { key: 'payerName', width: 190 },
  { key: 'physicianName', width: 190 },
  { key: 'billed', width: 130, more: { align: 'end' } },
  { key: 'paid', width: 145, more: { align: 'end' } },
  { key: 'paymentDate', width: 145 },
];

const tones: Readonly<Partial<Record<CaseDecision, TableTone>>> = {
  paid: 'success',
  approved: 'success',
  'partially-paid': 'warning',
  'partially-approved': 'warning',
  modified: 'warning',
  pended: 'warning',
  'info-requested': 'warning',
  denied: 'danger',
  rejected: 'danger',
};

/** What a badge is coloured by: a voided authorization is grey whatever was decided. */
export const toneOf = ({ decision, use }: Pick<CaseRow, 'decision' | 'use'>): TableTone =>
  use === 'not-used' ? 'neutral' : (tones[decision] ?? 'neutral');

/** The columns with texts; hidden groups are absent, not empty. */
export function caseColumns(
  text: Messages<typeof caseMessages>['text'],
  offer: { readonly sorts: readonly string[]; readonly hidden: readonly string[] },
): readonly TableColumn[] {
  const isHidden = (key: CaseColumnKey): boolean =>
    (offer.hidden.includes('amounts') && (key === 'billed' || key === 'paid')) ||
    (offer.hidden.includes('payment') && (key === 'paid' || key === 'paymentDate'));
  return columns
    .filter(({ key }) => !isHidden(key))
    .map(({ key, width, more }) => ({
      ...{ key, width, kind: 'text', header: text(`case.column.${key}`), sortable: offer.sorts.includes(key) },
      ...more,
    }));
}

/** Writes the cells of a case in a language. */
export function caseCells(
  text: Messages<typeof caseMessages>['text'],
  locale: string,
  options: FormatOptions | undefined,
): (row: CaseRow, key: CaseColumnKey) => string {
  const { date } = createFormats(locale, options);
  const formatMoney = createMoneyFormat(locale, options);
  const money = (amount: Money | null | undefined): string => (amount ? formatMoney(amount) : '');
  return (row, key) => {
    switch (key) {
      case 'kind':
        return text(`case.kind.${row.kind}`);
      case 'decision':
        return row.use === 'not-used' ? text('case.use.not-used') : text(`case.decision.${row.decision}`);
      case 'serviceDate':
        return row.serviceFrom === null ? '' : date(row.serviceFrom);
      case 'paymentDate':
        return row.paymentDate === null ? '' : date(row.paymentDate);
      case 'billed':
      case 'paid':
        return money(row.amounts?.[key]);
      case 'physicianName':
        return row.physicianName ?? '';
      default:
        return row[key];
    }
  };
}
