import { accountDeskMachine, accountDeskView } from '@portico/core/access/account-desk';
import { actorTask } from '../kit/run-actor.ts';

/** Starts the helpdesk's screen. */
export const startAccountDesk = actorTask({
  name: 'account-desk',
  machine: accountDeskMachine,
  view: accountDeskView,
  input: ({ backend, ids, clock }) => ({ access: backend.access!, ids, clock }),
});
