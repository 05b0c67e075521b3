import { expect } from '@open-wc/testing';
import { possibleRecovery, signInMachine, signInView } from '@portico/core/access';
import { passwordRecoveryMachine, passwordRecoveryView } from '@portico/core/access/password-recovery';
import type { Backend } from '@portico/core/portal';
import { createActor } from 'xstate';
import { createTestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import { passwordRecoveryFirstView } from './password-recovery.first-view.ts';
import { signInFirstView } from './sign-in.first-view.ts';

const withoutLinks = (backend: Backend): Backend => {
  const { requestRecovery: _, recover: __, ...access } = backend.access!;
  return { ...backend, access, capabilities: { ...backend.capabilities, access: { recovery: [] } } };
};
const worlds: readonly TestPortalOptions[] = [{}, { enforcement: 'rehearsal' }, { pack: 'nextcare' }, { through: withoutLinks }];

describe('the form that is there before its task shows what the task begins with', () => {
  for (const options of worlds) {
    it(`sign-in ${JSON.stringify(options)}${options.through ? ' without links' : ''}`, async () => {
      const { portal } = await createTestPortal(options);
      const { signIn, clock, backend } = portal;
      const recovery = backend.capabilities.access?.recovery ?? [];
      const input = { signIn: signIn!, policy: async () => (await portal.policyFor('portal')).access, recovery, helpdesk: null, clock };
      const rehearsal = backend.capabilities.enforcement === 'rehearsal';
      const actor = createActor(signInMachine, { input: { ...input, rehearsal } });
      expect(signInFirstView(portal)).to.deep.equal(signInView(actor.getSnapshot()));
    });

    for (const [secret, method] of [
      [null, null],
      [null, 'recovery-code'],
      ['of a link', null],
    ] as const) {
      it(`recovery ${JSON.stringify(options)}${options.through ? ' without links' : ''}, secret ${secret}, ${method}`, async () => {
        const { portal } = await createTestPortal(options);
        const { ids, clock, backend } = portal;
        const policy = async () => (await portal.policyFor('portal')).access;
        const methods = possibleRecovery(backend.access!, backend.capabilities.access?.recovery ?? []);
        const actor = createActor(passwordRecoveryMachine, {
          input: { access: backend.access!, methods, method, policy, secret, ids, clock },
        });
        expect(passwordRecoveryFirstView(portal, secret, method)).to.deep.equal(passwordRecoveryView(actor.getSnapshot()));
      });
    }
  }
});
