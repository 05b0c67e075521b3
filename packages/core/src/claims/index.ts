export type {
  Case,
  CaseAmounts,
  CaseDecision,
  CaseItem,
  CaseKind,
  CaseLife,
  CaseProcessing,
  CaseSource,
  CaseUse,
  CodedText,
  IntakeCase,
  ItemOutcome,
  Member,
  Party,
} from './case.schema.ts';
export type { CaseCriteria, CaseSort, CaseSortKey, SavedQuery } from './claim-query.schema.ts';
export type { Bordereau, BordereauTotal } from './bordereau.ts';
export type { CaseRow } from './case-row.ts';
export type { BordereauRequest, CaseBreakdown, CaseDetail, CaseEvent, ClaimsPort, IntakeReport, PartyCount } from './claims.port.ts';
export { claimsPolicyDefaults, type ClaimsPolicy } from './claims.policy.ts';
export { decisionOf, type CaseFacts } from './case.rules.ts';
export { referenceOf, rowOf, visibleCase } from './case-row.rules.ts';
export { compareRows, defaultSort, matcherOf, matches, serviceDateOf, sortKeyOf } from './case-search.rules.ts';
export {
  checkCriteria,
  emptyForm,
  readDate,
  readForm,
  type ClaimQueryForm,
  type CriteriaCode,
  type FieldError,
  type FormReading,
} from './claim-query.rules.ts';
export {
  bordereauCells,
  bordereauColumns,
  bordereauTotals,
  currencyOf,
  type BordereauCell,
  type BordereauColumn,
  type BordereauColumnKey,
} from './bordereau.rules.ts';
