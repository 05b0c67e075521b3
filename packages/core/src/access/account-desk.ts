// Loaded by the helpdesk's screen, not with the sign-in form.
export {
  accountDeskMachine,
  type AccountDeskEmitted,
  type AccountDeskEvent,
  type AccountDeskInput,
  type DeskAct,
} from './account-desk.machine.ts';
export { accountDeskFirstView, accountDeskView, type AccountDeskView } from './account-desk.view.ts';
export { accountDeskMessages } from './account-desk.messages.ts';
