export type { AccessPort, QuestionRefusal, RecoveryRefusal, Session, SignInAnswer } from './access.port.ts';
export {
  accessPolicyDefaults,
  type AccessPolicy,
  type RecoveryMethod,
  type RegistrationExtra,
  type RegistrationRole,
} from './access.policy.ts';
export type { AccountState, AccountTrace } from './account-state.ts';
export type { Account } from './account.schema.ts';
export {
  countedMails,
  mayMail,
  possibleRecovery,
  recoveryCodeForm,
  recoveryCodeOf,
  recoveryDepartures,
  secretAnswerForm,
  secretAnswerIssue,
  secretQuestions,
  type SecretAnswerIssue,
  type SecretQuestion,
} from './recovery.rules.ts';
export {
  attemptsLeft,
  isLocked,
  lockedUntil,
  mayAttempt,
  maySignIn,
  proofsLeft,
  type AccountContext,
  type AccountEvent,
  type AccountRefusal,
} from './account.rules.ts';
export { accountLifecycle, decideAccount, newAccount, registeredAccount, type AccountDecision } from './account.lifecycle.ts';
export { signInMachine, type HelpdeskChannel, type SignInEmitted, type SignInEvent, type SignInInput } from './sign-in.machine.ts';
export { signInView, type SignInNotice, type SignInView } from './sign-in.view.ts';
export { signInMessages } from './sign-in.messages.ts';
export {
  bindingIssue,
  bindingOf,
  isAsked,
  refusalReasons,
  registrationIssues,
  registrationTextLength,
  type ActivationRefusal,
  type KnownParties,
  type Binding,
  type PendingAccount,
  type RefusalReason,
  type Registration,
  type RegistrationField,
  type RegistrationIssue,
  type RegistrationIssues,
} from './registration.rules.ts';
export { passwordIssue, type PasswordIssue } from './password.rules.ts';
