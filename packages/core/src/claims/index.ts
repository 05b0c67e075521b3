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
export type { CaseRow } from './case-row.ts';
export type {
  Bordereau,
  BordereauRequest,
  BordereauTotal,
  CaseBreakdown,
  CaseDetail,
  CaseEvent,
  ClaimsPort,
  IntakeReport,
  PartyCount,
} from './claims.port.ts';
export { claimsPolicyDefaults, type ClaimsPolicy } from './claims.policy.ts';
