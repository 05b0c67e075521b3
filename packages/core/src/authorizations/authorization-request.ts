// Loaded when somebody asks for an authorization.
export { authorizationRequestMachine, authorizationRequestPlace } from './authorization-request.machine.ts';
export type {
  AuthorizationRequestEvent,
  AuthorizationRequestInput,
  GivenMember,
  MemberCheck,
  RequestAccepted,
  RequestPlace,
  RequestRules,
} from './authorization-request.task.ts';
export type { ItemForm, RequestForm } from './authorization-request-draft.schema.ts';
export type { RequestField } from './authorization-request.rules.ts';
export { authorizationRequestView, type AuthorizationRequestView, type ShownProblem } from './authorization-request.view.ts';
export { authorizationRequestMessages } from './authorization-request.messages.ts';
