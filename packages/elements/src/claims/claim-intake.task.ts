import {
  claimIntakeMachine,
  claimIntakeView,
  type ClaimIntakeEvent,
  type ClaimIntakeView,
  type FileReader,
} from '@portico/core/claims/claim-intake';
import { actorTask } from '../kit/run-actor.ts';
import type { Run, Stage, TaskHost } from '../kit/task-controller.ts';

/** An element that files are opened in. */
export interface IntakeHost extends TaskHost {
  readonly reader: FileReader | undefined;
}

/** Records in one command: few enough that a page sees progress, and that a backend takes them in one transaction. */
const BATCH = 250;

/** Starts the intake of files. */
export const startClaimIntake: (stage: Stage<ClaimIntakeView>) => Run<ClaimIntakeEvent> = actorTask({
  name: 'claim-intake',
  machine: claimIntakeMachine,
  view: claimIntakeView,
  input: ({ backend: { claims, authorizations }, can, outbox, clock }, { host }) => ({
    ...(claims?.intake && { claims: { intake: claims.intake } }),
    ...(authorizations?.receive && { authorizations: { receive: authorizations.receive } }),
    mayTake: (what) => can(what === 'cases' ? 'claims.intake' : 'authorizations.receive').allow,
    submit: outbox.submit,
    read: (file, options) => (host as IntakeHost).reader!(file, options),
    batchSize: BATCH,
    clock,
  }),
});
