export { modificationQueueMachine } from './modification-queue.machine.ts';
export type { ModificationQueueEvent, ModificationQueueInput } from './modification-queue.task.ts';
export { modificationQueueView, type ModificationQueueView } from './modification-queue.view.ts';
export { modificationQueueMessages } from './modification-queue.messages.ts';
export { modificationMessages } from './modification.messages.ts';
export { MAX_MODIFICATION_TEXT } from './modification-request.rules.ts';
