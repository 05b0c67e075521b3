import { claimDetailMachine, claimDetailView, type ClaimDetailEvent, type ClaimDetailView } from '@portico/core/claims/claim-detail';
import { actorTask } from '../kit/run-actor.ts';
import type { Run, Stage } from '../kit/task-controller.ts';

/** Starts the reading of one case. */
export const startClaimDetail: (stage: Stage<ClaimDetailView>) => Run<ClaimDetailEvent> = actorTask({
  name: 'claim-detail',
  machine: claimDetailMachine,
  view: claimDetailView,
  input: (portal) => ({ claims: portal.backend.claims!, changes: portal.backend.changes, clock: portal.clock, caseId: null }),
});
