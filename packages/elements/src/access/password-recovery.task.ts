import { possibleRecovery, type RecoveryMethod } from '@portico/core/access';
import {
  passwordRecoveryMachine,
  passwordRecoveryView,
  type PasswordRecoveryEvent,
  type PasswordRecoveryView,
} from '@portico/core/access/password-recovery';
import { actorTask } from '../kit/run-actor.ts';
import type { Run, Stage } from '../kit/task-controller.ts';

/** Starts a recovery: with the secret of a link, or to ask for one. */
export const startPasswordRecovery = (
  secret: string | null,
  method: RecoveryMethod | null,
): ((stage: Stage<PasswordRecoveryView>) => Run<PasswordRecoveryEvent>) =>
  actorTask({
    name: 'password-recovery',
    machine: passwordRecoveryMachine,
    view: passwordRecoveryView,
    input: ({ backend, ids, clock, policyFor }) => ({
      access: backend.access!,
      methods: possibleRecovery(backend.access!, backend.capabilities.access?.recovery ?? []),
      method,
      policy: async () => (await policyFor('portal')).access,
      secret,
      ids,
      clock,
    }),
  });
