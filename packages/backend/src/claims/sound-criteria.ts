import { checkCriteria, type CaseCriteria, type CaseSort, type FieldError } from '@portico/core/claims';
import { dateIn, PortError } from '@portico/core/kernel';
import type { Office } from '../office.ts';

/**
 * What was asked in the shape that core's schema gives it, as a copy without keys of its own; PortError `invalid` for any other. Called before
 * the transaction: the validator loads with the first query.
 */
export async function shapedQuery<Sort extends CaseSort | null>(
  criteria: CaseCriteria,
  sort: Sort,
): Promise<{ readonly criteria: CaseCriteria; readonly sort: Sort }> {
  const { caseCriteriaSchema, caseSortSchema } = await import('@portico/core/schemas');
  const asked = caseCriteriaSchema.safeParse(criteria);
  const order = sort && caseSortSchema.safeParse(sort);
  if (!asked.success || order?.success === false) throw new PortError('invalid');
  return { criteria: asked.data, sort: (order?.data ?? null) as Sort };
}

/** What core's rules find wrong with criteria, by the policy of the payer that they name, else of the portal, and by its day. */
export function faultsOf({ policyFor, clock }: Pick<Office, 'policyFor' | 'clock'>, criteria: CaseCriteria): readonly FieldError[] {
  const policy = policyFor(criteria.payerId === null ? 'portal' : { payerId: criteria.payerId }).claims;
  return checkCriteria(criteria, policy, dateIn(policy.zone, clock.now()));
}

/** PortError `invalid` for criteria that core's rules find fault with: the same that a form is told about beside its fields. */
export function demandSound(office: Pick<Office, 'policyFor' | 'clock'>, criteria: CaseCriteria): void {
  if (faultsOf(office, criteria).length > 0) throw new PortError('invalid');
}
