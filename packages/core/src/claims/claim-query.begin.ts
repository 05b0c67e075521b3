import { emptyForm } from './claim-query-form.ts';
import type { ClaimQueryContext, ClaimQueryInput, QueryOffer } from './claim-query.task.ts';
import type { ClaimsPolicy } from './claims.policy.ts';

/** The memory of a task that has just begun. */
export function begin(ports: ClaimQueryInput): ClaimQueryContext {
  return {
    ...{ ports, policy: null, offer: offerOf(ports, null), form: emptyForm, left: [], errors: [], dates: { from: null, to: null } },
    ...{ sort: null, run: null, result: null, place: { activeId: null, offset: 0 }, revision: 0, code: null, rowsCode: null, unread: null },
    ...{ isAwaited: false, isStale: false, isDirty: false, keepsText: !!ports.drafts },
  };
}

const none: readonly never[] = [];

/** What backend, policy and rights offer together. */
export function offerOf({ capabilities, hidden = [] }: ClaimQueryInput, policy: ClaimsPolicy | null): QueryOffer {
  const { filters = [], dateModes = ['service'], sorts = [] } = capabilities ?? {};
  const unseen: readonly string[] = [
    ...(hidden.includes('amounts') ? ['amount', 'billed', 'paid'] : []),
    ...(hidden.includes('payment') ? ['payment', 'paid', 'paymentDate'] : []),
  ];
  return {
    filters: filters.filter((filter) => !unseen.includes(filter)),
    dateModes: dateModes.filter((mode) => !unseen.includes(mode) && (policy?.dateModes.includes(mode) ?? true)),
    sorts: sorts.filter((key) => !unseen.includes(key)),
    currencies: policy?.currencies ?? none,
  };
}
