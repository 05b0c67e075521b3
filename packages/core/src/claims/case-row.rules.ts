import type { FieldGroup, IdentifierType } from '../kernel/index.ts';
import type { Case, CaseAmounts, CaseItem } from './case.schema.ts';
import type { CaseRow } from './case-row.ts';

const CLAIM_NUMBERS: readonly IdentifierType[] = ['claim-number', 'payer-claim-number', 'reference-id', 'authorization-number', 'other'];
const AUTHORIZATION_NUMBERS: readonly IdentifierType[] = [
  'authorization-number',
  'reference-id',
  'claim-number',
  'payer-claim-number',
  'other',
];

/** The number to show first: that of the case's kind, else the next best, else what the source called it, else its id. */
export function referenceOf(record: Pick<Case, 'kind' | 'identifiers' | 'source' | 'id'>): string {
  for (const type of record.kind === 'claim' ? CLAIM_NUMBERS : AUTHORIZATION_NUMBERS) {
    const found = record.identifiers.find((identifier) => identifier.type === type);
    if (found) return found.value;
  }
  return record.source.reference ?? record.id;
}

/** The list row of a case without the hidden groups; hiding one more group never shows more. */
export function rowOf(record: Case, hidden: readonly FieldGroup[] = []): CaseRow {
  const whole: CaseRow = {
    id: record.id,
    version: record.version,
    kind: record.kind,
    reference: referenceOf(record),
    identifiers: record.identifiers,
    memberName: record.member.name,
    memberNumber: record.member.number,
    payerId: record.payer.id,
    payerName: record.payer.name,
    providerId: record.provider.id,
    providerName: record.provider.name,
    physicianName: record.physician?.name ?? null,
    serviceFrom: record.serviceFrom,
    serviceTo: record.serviceTo,
    paymentDate: record.paymentDate,
    life: record.life,
    processing: record.processing,
    decision: record.decision,
    use: record.use,
    deadlines: record.deadlines,
    amounts: record.amounts,
  };
  return visibleRow(whole, hidden);
}

/** A row without the hidden groups. */
export function visibleRow(row: CaseRow, hidden: readonly FieldGroup[]): CaseRow {
  if (hidden.length === 0) return row;
  return {
    ...row,
    paymentDate: hidden.includes('payment') ? null : row.paymentDate,
    amounts: hidden.includes('amounts') ? null : row.amounts && amountsOf(row.amounts, hidden),
  };
}

/** A case as a subject may read it: hidden groups are gone, and with any of them the source, which holds them all. */
export function visibleCase(record: Case, hidden: readonly FieldGroup[]): Case {
  if (hidden.length === 0) return record;
  const isClinicalHidden = hidden.includes('clinical');
  return {
    ...record,
    paymentDate: hidden.includes('payment') ? null : record.paymentDate,
    currency: hidden.includes('amounts') ? null : record.currency,
    amounts: amountsOf(record.amounts, hidden),
    diagnoses: isClinicalHidden ? [] : record.diagnoses,
    notes: isClinicalHidden ? [] : record.notes,
    rawCodes: isClinicalHidden ? [] : record.rawCodes,
    items: record.items.map((item) => visibleItem(item, hidden)),
    source: { ...record.source, original: null },
  };
}

function visibleItem(item: CaseItem, hidden: readonly FieldGroup[]): CaseItem {
  const amounts = amountsOf(item.amounts, hidden);
  return hidden.includes('clinical') ? { ...item, amounts, service: null, reasons: [] } : { ...item, amounts };
}

function amountsOf(amounts: CaseAmounts, hidden: readonly FieldGroup[]): CaseAmounts {
  if (hidden.includes('amounts')) return { billed: null, approved: null, patientShare: null, paid: null };
  return hidden.includes('payment') ? { ...amounts, paid: null } : amounts;
}
