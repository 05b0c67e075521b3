import { activationQueueMachine, activationQueueView } from '@portico/core/access/activation-queue';
import { actorTask } from '../kit/run-actor.ts';

/** Starts the helpdesk's queue. */
export const startActivationQueue = actorTask({
  name: 'activation-queue',
  machine: activationQueueMachine,
  view: activationQueueView,
  input: ({ backend, ids, clock }) => ({ access: backend.access!, changes: backend.changes, ids, clock }),
});
