import { defaultSortOf, visibleRow, type CaseCriteria, type CaseRow, type CaseSort } from '@portico/core/claims';
import { can, PortError, scopeOf, seeing, type Action, type FieldGroup, type Subject } from '@portico/core/kernel';
import type { CaseQuery } from './case-search.ts';

/** PortError `denied` unless this subject may do it at all. */
export function demand(subject: Subject, action: Action): void {
  if (!can(subject, action).allow) throw new PortError('denied');
}

/**
 * The query bound to what the subject may see. Asking or sorting by what is hidden is denied, not ignored: who may bisect a value by
 * filters knows it. With several roles only those that are shown it set the bounds.
 */
export function boundQuery(
  subject: Subject,
  action: Action,
  { criteria, sort = null }: { readonly criteria: CaseCriteria; readonly sort?: CaseSort | null },
): CaseQuery {
  const asker = seeing(subject, action, askedGroups(criteria, sort));
  if (asker.roles.length === 0) throw new PortError('denied');
  return { organisationId: subject.organisationId, ...scopeOf(asker), criteria, sort: sort ?? defaultSortOf(criteria.dateMode) };
}

/** A row as this subject may see it, by the roles that reach this very row; null where none does. */
export function rowFor(subject: Subject, action: Action, row: CaseRow): CaseRow | null {
  const permission = can(subject, action, row);
  return permission.allow ? visibleRow(row, permission.hidden) : null;
}

function askedGroups({ amount, dateMode }: CaseCriteria, sort: CaseSort | null): readonly FieldGroup[] {
  const isByAmount = amount !== null || sort?.key === 'billed' || sort?.key === 'paid';
  const isByPayment = dateMode === 'payment' || sort?.key === 'paymentDate' || sort?.key === 'paid';
  return [...(isByAmount ? (['amounts'] as const) : []), ...(isByPayment ? (['payment'] as const) : [])];
}
