import type { CaseCriteria, CaseRow, CaseSort } from '@portico/core/claims';
import { can, PortError, scopeOf, type Action, type FieldGroup, type Subject } from '@portico/core/kernel';
import type { CaseQuery } from './case-search.ts';

/** What this subject may do here, with the groups that stay hidden; PortError `denied` otherwise. */
export function hiddenFor(subject: Subject, action: Action): readonly FieldGroup[] {
  const permission = can(subject, action);
  if (!permission.allow) throw new PortError('denied');
  return permission.hidden;
}

/**
 * The query bound to what the subject may see. Asking or sorting by what is hidden is denied, not ignored: who may bisect a value by
 * filters knows it.
 */
export function boundQuery(subject: Subject, hidden: readonly FieldGroup[], criteria: CaseCriteria, sort: CaseSort | null): CaseQuery {
  const asks: Record<FieldGroup, boolean> = {
    amounts: criteria.amount !== null || sort?.key === 'billed' || sort?.key === 'paid',
    payment: criteria.dateMode === 'payment' || sort?.key === 'paymentDate' || sort?.key === 'paid',
    clinical: false,
  };
  if (hidden.some((group) => asks[group])) throw new PortError('denied');
  return { organisationId: subject.organisationId, ...scopeOf(subject), criteria, sort };
}

/** A row without the hidden groups. */
export function visibleRow(row: CaseRow, hidden: readonly FieldGroup[]): CaseRow {
  if (hidden.length === 0) return row;
  const isPaymentHidden = hidden.includes('payment');
  const amounts = row.amounts && isPaymentHidden ? { ...row.amounts, paid: null } : row.amounts;
  return { ...row, paymentDate: isPaymentHidden ? null : row.paymentDate, amounts: hidden.includes('amounts') ? null : amounts };
}
