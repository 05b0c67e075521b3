export type {
  Case,
  CaseAmounts,
  CaseDeadline,
  CaseDeadlines,
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
  ModificationStart,
  Party,
} from './case.schema.ts';
export type { CaseCriteria, CaseSort, CaseSortKey, SavedQuery } from './claim-query.schema.ts';
export type { Bordereau, BordereauTotal } from './bordereau.ts';
export type { CaseBreakdown, PairCount, PartyCount } from './case-breakdown.ts';
export type { CaseRow } from './case-row.ts';
export type {
  BordereauRefusal,
  BordereauRequest,
  CaseDetail,
  CaseEvent,
  CaseFilter,
  ClaimsCapabilities,
  ClaimsPort,
  IntakeReport,
  ModificationCommandRefusal,
  ModificationEntry,
  ModificationQuery,
} from './claims.port.ts';
export { claimsPolicyDefaults, type ClaimsPolicy } from './claims.policy.ts';
export { addedFor, ADDED_BY_PAYER, decisionOf, type CaseFacts } from './case.rules.ts';
export { mayStillModify, modificationDeadline } from './case-deadlines.rules.ts';
export { isOlder, type CaseAge } from './case-order.rules.ts';
export type {
  ModificationAnswerDraft,
  ModificationAsked,
  ModificationDraft,
  ModificationReason,
  ModificationRequest,
  ModificationState,
  ModificationSubject,
  ModificationVerdict,
} from './modification-request.schema.ts';
export {
  modificationContext,
  modificationReasons,
  modificationSubjects,
  type ModificationContext,
  type ModificationEvent,
  type ModificationRefusal,
} from './modification-request.rules.ts';
export { decideModification, modificationLifecycle, modificationOffer } from './modification-request.lifecycle.ts';
export { referenceOf, rowOf, visibleCase, visibleRow } from './case-row.rules.ts';
export { compareRows, defaultSortOf, matcherOf, matches, serviceDateOf, sortKeyOf } from './case-search.rules.ts';
export { checkCriteria, readForm, type FormReading } from './claim-query.rules.ts';
export { emptyForm, type ClaimQueryForm, type CriteriaCode, type FieldError } from './claim-query-form.ts';
export {
  bordereauCells,
  bordereauColumns,
  bordereauTotals,
  currencyOf,
  visibleTotals,
  type BordereauCell,
  type BordereauColumn,
  type BordereauColumnKey,
} from './bordereau.rules.ts';
export type { CaseRows } from './case-rows.ts';
export type { QueryResult, QueryRun } from './query-result.ts';
export { claimQueryMachine, claimQueryPlace } from './claim-query.machine.ts';
export type { ClaimQueryEvent, ClaimQueryInput, QueryPlace } from './claim-query.task.ts';
export { claimQueryFirstView, claimQueryView, type ClaimQueryFailure, type ClaimQueryView } from './claim-query.view.ts';
export { claimQueryMessages } from './claim-query.messages.ts';
export { claimQueryMoreMessages } from './claim-query-more.messages.ts';
export { caseMessages } from './case.messages.ts';
