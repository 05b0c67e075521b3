import {
  claimWorklistMachine,
  claimWorklistPlace,
  claimWorklistView,
  type ClaimWorklistEvent,
  type ClaimWorklistInput,
  type ClaimWorklistView,
} from '@portico/core/authorizations/claim-worklist';
import { actorTask } from '../kit/run-actor.ts';
import type { Run, Stage } from '../kit/task-controller.ts';

/** Starts the worklist. The helpdesk waits on no side: it begins with all that is open. */
export const startClaimWorklist: (stage: Stage<ClaimWorklistView>) => Run<ClaimWorklistEvent> = actorTask({
  name: 'claim-worklist',
  machine: claimWorklistMachine,
  view: claimWorklistView,
  input: ({ backend, clock, drafts, ids, policyFor, subject }, _stage, place): ClaimWorklistInput => ({
    authorizations: backend.authorizations!,
    ...{ changes: backend.changes, clock, drafts, ids },
    zoneOf: async (payerId) => (await policyFor({ payerId })).claims.zone,
    scopes:
      subject()?.roles.some((role) => role === 'clerk' || role === 'claims-center') === false
        ? ['open', 'settled']
        : ['mine', 'open', 'settled'],
    place: place as ClaimWorklistInput['place'] & object,
  }),
  place: claimWorklistPlace,
});
