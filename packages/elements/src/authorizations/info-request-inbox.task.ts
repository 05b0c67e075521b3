import {
  infoRequestInboxMachine,
  infoRequestInboxView,
  type InfoRequestInboxEvent,
  type InfoRequestInboxView,
} from '@portico/core/authorizations/info-request-inbox';
import { actorTask } from '../kit/run-actor.ts';
import type { Run, Stage } from '../kit/task-controller.ts';

/** Starts the list of what payers ask for. */
export const startInfoRequestInbox: (stage: Stage<InfoRequestInboxView>) => Run<InfoRequestInboxEvent> = actorTask({
  name: 'info-request-inbox',
  machine: infoRequestInboxMachine,
  view: infoRequestInboxView,
  input: ({ backend, clock }) => ({
    authorizations: { informationRequests: backend.authorizations!.informationRequests! },
    ...{ changes: backend.changes, clock },
  }),
});
