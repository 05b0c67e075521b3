import {
  modificationQueueMachine,
  modificationQueueView,
  type ModificationQueueEvent,
  type ModificationQueueView,
} from '@portico/core/claims/modification-queue';
import { actorTask } from '../kit/run-actor.ts';
import type { Run, Stage } from '../kit/task-controller.ts';

/** Starts the queue of modification requests. */
export const startModificationQueue: (stage: Stage<ModificationQueueView>) => Run<ModificationQueueEvent> = actorTask({
  name: 'modification-queue',
  machine: modificationQueueMachine,
  view: modificationQueueView,
  input: ({ backend, outbox, drafts, clock }, { host }) => {
    const { modificationRequests, answerModification } = backend.claims!;
    return {
      claims: { modificationRequests: modificationRequests!, answerModification: answerModification! },
      ...{ changes: backend.changes, submit: outbox.submit, drafts, clock },
      taskId: `modification-queue:${host.id || 'main'}`,
    };
  },
});
