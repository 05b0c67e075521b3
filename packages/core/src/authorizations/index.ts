export type {
  Authorization,
  AuthorizationItem,
  AuthorizationKind,
  AuthorizationOutcome,
  AuthorizationRequest,
  AuthorizationState,
  Authorized,
  DecisionClock,
  Diagnosis,
  InformationRequest,
  ItemDecision,
  PayerAnswer,
  PayerAsk,
  Urgency,
  Voiding,
} from './authorization.schema.ts';
export { authorizationsPolicyDefaults, type AuthorizationsPolicy } from './authorizations.policy.ts';
export type {
  AuthorizationAct,
  AuthorizationDetail,
  AuthorizationEntry,
  AuthorizationRefusal,
  AuthorizationRow,
  AuthorizationsPort,
  InformationEntry,
  ReceiveReport,
  WorklistFilter,
} from './authorizations.port.ts';
export { authorizationDecision, caseOf, type AuthorizationFacts } from './authorization.decision.ts';
export { authorizationHeadline, type AuthorizationHeadline } from './authorization-headline.ts';
export { authorizationMessages } from './authorization.messages.ts';
export { authorizationFormMessages } from './authorization-form.messages.ts';
export { FORM_VERSION, formOf, isFormDue, isSameDecision, visibleForm } from './authorization-form.ts';
export type { AuthorizationForm, FormItem, FormService } from './authorization-form.schema.ts';
export { authorizationOfCase } from './authorization-of-case.ts';
export { visibleAuthorization } from './authorization-visible.rules.ts';
export { isGranted, refuseVerdict, type ItemEvent } from './authorization-item.rules.ts';
export { isBare } from './payer-answer.rules.ts';
export { itemLifecycle } from './authorization-item.lifecycle.ts';
export { refuseAskedItem, refuseRequest, type RequestRefusal } from './authorization-asked.rules.ts';
export {
  awaited,
  isAuthorized,
  isBreached,
  isExpired,
  isOverdue,
  type AuthorizationEvent,
  type RuleRefusal,
} from './authorization.rules.ts';
export {
  authorizationLifecycle,
  authorizationOffer,
  decideAuthorization,
  newAuthorization,
  type AuthorizationDecision,
  type NewAuthorization,
} from './authorization.lifecycle.ts';
