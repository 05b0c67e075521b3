// Loaded by the helpdesk's queue, not with the sign-in form.
export {
  activationQueueMachine,
  type ActivationForm,
  type ActivationQueueEmitted,
  type ActivationQueueEvent,
  type ActivationQueueInput,
  type ChosenParty,
} from './activation-queue.machine.ts';
export { activationQueueView, type ActivationQueueView } from './activation-queue.view.ts';
export { activationQueueMessages } from './activation-queue.messages.ts';
