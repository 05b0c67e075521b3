// Loaded when somebody opens an authorization.
export { authorizationDetailMachine } from './authorization-detail.machine.ts';
export type { AuthorizationDetailEvent, AuthorizationDetailInput, AuthorizationDone, DetailRefusal } from './authorization-detail.task.ts';
export { authorizationDetailView, type AuthorizationDetailView } from './authorization-detail.view.ts';
export { authorizationDetailMessages } from './authorization-detail.messages.ts';
export type { DetailAct } from './authorization-detail.acts.ts';
export { changeOf, grantedOf } from './authorization-detail.rules.ts';
export type { AddedItem, DetailForm, ItemChange } from './authorization-detail-draft.schema.ts';
export { bindAnswer } from './information-answer.ts';
