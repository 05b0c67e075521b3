import { normalizeIdentifier, searchText, type Money, type PlainDate } from '../kernel/index.ts';
import type { CaseRow } from './case-row.ts';
import type { CaseCriteria, CaseSort, CaseSortKey } from './claim-query.schema.ts';

/** The order when none is asked for: by the date that the query asks by (N24), newest first, cases without one last. */
export const defaultSortOf = (dateMode: CaseCriteria['dateMode']): CaseSort => ({
  key: dateMode === 'payment' ? 'paymentDate' : 'serviceDate',
  direction: 'descending',
});

/**
 * The day a case counts for when one asks by service date: its first day, so that a stay over the end of a month stands in one bordereau only.
 * Null when the source told no day at all.
 */
export const serviceDateOf = (row: Pick<CaseRow, 'serviceFrom' | 'serviceTo'>): PlainDate | null => row.serviceFrom ?? row.serviceTo;

/**
 * Makes the test of a query (N21, N24), to be run over rows as the subject may see them: what is hidden is not found either.
 * By payment date only cases that have one are found. Names match anywhere, numbers from their beginning, both in normalised form.
 */
export function matcherOf(criteria: CaseCriteria): (row: CaseRow) => boolean {
  const tests: ((row: CaseRow) => boolean)[] = [];
  const { from, to, amount, payerId, providerId } = criteria;
  if (criteria.dateMode === 'payment') tests.push((row) => isWithin(row.paymentDate, from, to));
  else if (from !== null || to !== null) tests.push((row) => isWithin(serviceDateOf(row), from, to));
  if (criteria.kinds.length > 0) tests.push((row) => criteria.kinds.includes(row.kind));
  if (criteria.decisions.length > 0) tests.push((row) => criteria.decisions.includes(row.decision));
  if (criteria.notUsedOnly) tests.push((row) => row.use === 'not-used');
  if (payerId !== null) tests.push((row) => row.payerId === payerId);
  if (providerId !== null) tests.push((row) => row.providerId === providerId);
  const memberNumber = normalizeIdentifier(criteria.memberNumber);
  if (memberNumber !== '') tests.push((row) => startsWith(row.memberNumber, memberNumber));
  const identifier = normalizeIdentifier(criteria.identifier);
  if (identifier !== '') tests.push((row) => row.identifiers.some(({ value }) => startsWith(value, identifier)));
  if (amount !== null) tests.push((row) => isAmountWithin(row.amounts?.billed ?? null, amount));
  const memberName = searchText(criteria.memberName);
  if (memberName !== '') tests.push((row) => searchText(row.memberName).includes(memberName));
  const physician = searchText(criteria.physician);
  if (physician !== '') tests.push((row) => row.physicianName !== null && searchText(row.physicianName).includes(physician));
  return (row) => tests.every((test) => test(row));
}

/** Whether a row is found by a query; for many rows make the test once with `matcherOf`. */
export const matches = (criteria: CaseCriteria, row: CaseRow): boolean => matcherOf(criteria)(row);

/**
 * The key of a row in a column as text that sorts by code unit; null (not told, or hidden) comes last in both directions.
 * Amounts are grouped by currency, because currencies do not compare.
 */
export function sortKeyOf(row: CaseRow, key: CaseSortKey): string | null {
  switch (key) {
    case 'serviceDate':
      return serviceDateOf(row);
    case 'paymentDate':
      return row.paymentDate;
    case 'memberName':
      return searchText(row.memberName) || null;
    case 'payerName':
      return searchText(row.payerName) || null;
    case 'billed':
    case 'paid':
      return amountKey(row.amounts?.[key] ?? null);
  }
}

/** Compares rows for a sort: by key, missing keys last, ties by id ascending whatever the direction. */
export function compareRows({ key, direction }: CaseSort): (a: CaseRow, b: CaseRow) => number {
  const sign = direction === 'ascending' ? 1 : -1;
  return (a, b) => {
    const keyA = sortKeyOf(a, key);
    const keyB = sortKeyOf(b, key);
    if (keyA === keyB) return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
    if (keyA === null) return 1;
    if (keyB === null) return -1;
    return keyA < keyB ? -sign : sign;
  };
}

const isWithin = (date: PlainDate | null, from: PlainDate | null, to: PlainDate | null): boolean =>
  date !== null && (from === null || date >= from) && (to === null || date <= to);

const startsWith = (value: string | null, prefix: string): boolean => value !== null && normalizeIdentifier(value).startsWith(prefix);

function isAmountWithin(billed: Money | null, { currency, from, to }: NonNullable<CaseCriteria['amount']>): boolean {
  return billed !== null && billed.currency === currency && (from === null || billed.minor >= from) && (to === null || billed.minor <= to);
}

/** Sixteen digits hold every safe integer; negative amounts count up from below, so that text order is number order. */
function amountKey(amount: Money | null): string | null {
  if (amount === null) return null;
  const { minor, currency } = amount;
  const digits = String(minor < 0 ? Number.MAX_SAFE_INTEGER + minor : minor).padStart(16, '0');
  return `${currency}${minor < 0 ? '-' : '0'}${digits}`;
}
