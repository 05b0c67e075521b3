import { userRegistrationMachine, userRegistrationView } from '@portico/core/access/user-registration';
import { actorTask } from '../kit/run-actor.ts';

/** Starts a registration. */
export const startUserRegistration = actorTask({
  name: 'user-registration',
  machine: userRegistrationMachine,
  view: userRegistrationView,
  input: ({ backend, ids, clock, policyFor }) => ({
    access: backend.access!,
    policy: async () => (await policyFor('portal')).access,
    ids,
    clock,
  }),
});
