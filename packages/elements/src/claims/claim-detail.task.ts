import { claimDetailMachine, claimDetailView, type ClaimDetailEvent, type ClaimDetailView } from '@portico/core/claims/claim-detail';
import { actorTask } from '../kit/run-actor.ts';
import type { Run, Stage, TaskHost } from '../kit/task-controller.ts';

/** An element that shows one case. */
export interface ClaimDetailHost extends TaskHost {
  /** The case to show; empty: none. */
  readonly claimId: string;
}

/** Starts the reading of one case. */
export const startClaimDetail: (stage: Stage<ClaimDetailView>) => Run<ClaimDetailEvent> = actorTask({
  name: 'claim-detail',
  machine: claimDetailMachine,
  view: claimDetailView,
  input: ({ backend, clock }, { host }) => ({
    ...{ claims: backend.claims!, changes: backend.changes, clock },
    caseId: (host as ClaimDetailHost).claimId || null,
  }),
});
