export { modificationRequestMachine } from './modification-request.machine.ts';
export type { ModifiableCase, ModificationRequestEvent, ModificationRequestInput } from './modification-request.task.ts';
export { lastMoment, modificationRequestView, type ModificationRequestView } from './modification-request.view.ts';
export { modificationRequestMessages } from './modification-request.messages.ts';
export { MAX_MODIFICATION_TEXT, modificationSubjects } from './modification-request.rules.ts';
