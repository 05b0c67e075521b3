import { signInMachine, signInView } from '@portico/core/access';
import { actorTask } from '../kit/run-actor.ts';

/** Starts a sign-in. */
export const startSignIn = actorTask({
  name: 'sign-in',
  machine: signInMachine,
  view: signInView,
  input: (portal) => ({
    signIn: portal.signIn!,
    policy: async () => (await portal.policyFor('portal')).access,
    recovery: portal.backend.capabilities.access?.recovery ?? [],
    rehearsal: portal.backend.capabilities.enforcement === 'rehearsal',
    clock: portal.clock,
  }),
});
