import { signInMachine, signInView, type HelpdeskChannel } from '@portico/core/access';
import type { Portal } from '../portal/portal.ts';
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
    helpdesk: portal.backend.directory ? (signal) => helpdeskOf(portal, signal) : null,
    rehearsal: portal.backend.capabilities.enforcement === 'rehearsal',
    clock: portal.clock,
  }),
});

/** The numbers to call; addresses where there are none. */
async function helpdeskOf({ backend: { directory } }: Portal, signal: AbortSignal): Promise<readonly HelpdeskChannel[]> {
  const contacts = await directory!.contacts({ signal });
  const all = contacts.flatMap(({ country, channels }) =>
    channels.flatMap(({ kind, purpose, value }) => (purpose === 'helpdesk' && kind !== 'fax' ? [{ country, kind, value }] : [])),
  );
  const phones = all.filter(({ kind }) => kind === 'phone');
  return phones.length > 0 ? phones : all;
}
