import { claimQueryMachine, claimQueryPlace, claimQueryView, type ClaimQueryEvent, type ClaimQueryView } from '@portico/core/claims';
import { actorTask } from '../kit/run-actor.ts';
import type { Run, Stage } from '../kit/task-controller.ts';
import { claimQueryInput } from './claim-query.input.ts';

/** Starts Claims Query. */
export const startClaimQuery: (stage: Stage<ClaimQueryView>) => Run<ClaimQueryEvent> = actorTask({
  name: 'claim-query',
  machine: claimQueryMachine,
  view: claimQueryView,
  input: (portal, stage, place) => claimQueryInput(portal, stage.host, place),
  place: claimQueryPlace,
});
