import type { CaseDecision, CaseKind } from './case.schema.ts';
import type { CaseCriteria } from './claim-query.schema.ts';

/** The form of Claims Query as the clerk left it: dates and amounts are the very text that was typed, half or whole (N23, N24). */
export interface ClaimQueryForm {
  readonly section: 'basic' | 'advanced';
  readonly dateMode: CaseCriteria['dateMode'];
  readonly from: string;
  readonly to: string;
  readonly kinds: readonly CaseKind[];
  readonly decisions: readonly CaseDecision[];
  readonly notUsedOnly: boolean;
  readonly memberName: string;
  readonly memberNumber: string;
  readonly payerId: string | null;
  readonly providerId: string | null;
  readonly physician: string;
  readonly identifier: string;
  readonly currency: string;
  readonly amountFrom: string;
  readonly amountTo: string;
}

/** A form with nothing in it. */
export const emptyForm: ClaimQueryForm = {
  section: 'basic',
  dateMode: 'service',
  from: '',
  to: '',
  kinds: [],
  decisions: [],
  notUsedOnly: false,
  memberName: '',
  memberNumber: '',
  payerId: null,
  providerId: null,
  physician: '',
  identifier: '',
  currency: '',
  amountFrom: '',
  amountTo: '',
};

/** Why a field keeps the query from being run. */
export type CriteriaCode =
  | 'not-a-date'
  | 'no-such-day'
  | 'ambiguous-year'
  | 'from-missing'
  | 'to-before-from'
  | 'span-too-long'
  | 'mode-not-offered'
  | 'authorizations-are-not-paid'
  | 'claims-are-not-voided'
  | 'currency-missing'
  | 'unknown-currency'
  | 'not-an-amount'
  | 'too-many-decimals'
  | 'too-large'
  | 'to-below-from';

/** What is wrong, and in which field. `detail.days` comes with `span-too-long`. */
export interface FieldError {
  readonly field: keyof ClaimQueryForm;
  readonly code: CriteriaCode;
  readonly detail?: { readonly days: number };
}
