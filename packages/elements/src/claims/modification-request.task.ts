import {
  modificationRequestMachine,
  modificationRequestView,
  type ModifiableCase,
  type ModificationRequestEvent,
  type ModificationRequestView,
} from '@portico/core/claims/modification-request';
import { actorTask } from '../kit/run-actor.ts';
import type { Run, Stage, TaskHost } from '../kit/task-controller.ts';

/** An element that shows a case of which a modification may be asked for. */
export interface ModificationHost extends TaskHost {
  readonly modifiable: ModifiableCase | null;
}

/** Starts the request for a modification of the case that is shown. */
export const startModificationRequest: (stage: Stage<ModificationRequestView>) => Run<ModificationRequestEvent> = actorTask({
  name: 'modification-request',
  machine: modificationRequestMachine,
  view: modificationRequestView,
  input: ({ backend, outbox, ids, clock, drafts }, { host }) => {
    const { modificationRequests, requestModification, withdrawModification } = backend.claims!;
    return {
      claims: {
        modificationRequests: modificationRequests!,
        requestModification: requestModification!,
        withdrawModification: withdrawModification!,
      },
      directory: backend.directory ?? null,
      documents: backend.documents ?? null,
      ...{ changes: backend.changes, submit: outbox.submit, ids, clock, drafts },
      record: (host as ModificationHost).modifiable!,
    };
  },
});
