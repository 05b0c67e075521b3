import { secretQuestionMachine, secretQuestionView } from '@portico/core/access/recovery-settings';
import { actorTask } from '../kit/run-actor.ts';

/** Starts the setting of the own secret question. */
export const startSecretQuestion = actorTask({
  name: 'secret-question',
  machine: secretQuestionMachine,
  view: secretQuestionView,
  input: ({ backend, ids, clock }) => ({ access: backend.access!, ids, clock }),
});
