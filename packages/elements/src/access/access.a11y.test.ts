import { expect } from '@open-wc/testing';
import { PortError } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import { everyLook, findings, one, press, shown, type, until } from '../../../../test/kit/screen.ts';
import { accounts } from '@portico/testing/world';
import { createTestPortal } from '../../../../test/kit/test-portal.ts';
import {
  clerk,
  failTimes,
  lastSecret,
  nameField,
  passwordField,
  proofField,
  recoveryPage,
  signInPage,
  tryPassword,
} from './access.fixture.test.ts';

type State = () => Promise<Element>;

const withAccess =
  (access: Partial<Backend['access']>) =>
  (backend: Backend): Backend => ({ ...backend, access: { ...backend.access!, ...access } });
const never = (): Promise<never> => new Promise(() => undefined);

async function submitted(element: Element): Promise<Element> {
  await type(passwordField(element), 'anything');
  await type(nameField(element), clerk.name);
  await press('Enter');
  return element;
}

const signIn: Readonly<Record<string, State>> = {
  empty: async () => (await signInPage({ enforcement: 'rehearsal' })).element,
  'fields missing': async () => {
    const { element } = await signInPage({});
    nameField(element).focus();
    await press('Enter');
    await until(() => element.shadowRoot!.querySelector('[aria-invalid]')!.id);
    return element;
  },
  verifying: async () => submitted((await signInPage({ through: withAccess({ signIn: never }) })).element),
  failed: async () => {
    const { element } = await signInPage({});
    await failTimes(element, 1);
    return element;
  },
  locked: async () => {
    const { element } = await signInPage({ pack: 'nextcare' });
    await failTimes(element, 4);
    return element;
  },
  'signed in': async () => {
    const { element } = await signInPage({});
    await tryPassword(element, clerk.name, clerk.password);
    return element;
  },
  offline: async () => {
    const { element } = await signInPage({ through: withAccess({ signIn: () => Promise.reject(new PortError('offline')) }) });
    await failTimes(element, 1);
    return element;
  },
  'password shown': async () => {
    const { element } = await signInPage({});
    await type(passwordField(element), 'visible');
    one(element, 'button', /Show|إظهار/).click();
    return element;
  },
};

async function prove(element: Element, way: RegExp, proof: string): Promise<void> {
  await until(() => one(element, 'radio', way).click());
  await type(nameField(element), clerk.name);
  await press('Enter');
  await until(() => proofField(element).focus());
  await type(passwordField(element), 'a few words of mine');
  await type(proofField(element), proof);
  await press('Enter');
}

const recovery: Readonly<Record<string, State>> = {
  asking: async () => recoveryPage(await createTestPortal()),
  sent: async () => {
    const element = await recoveryPage(await createTestPortal());
    await type(nameField(element), clerk.name);
    await press('Enter');
    await until(() => one(element, 'button', /new link|رابط جديد/));
    return element;
  },
  choosing: async () => {
    const world = await createTestPortal();
    await world.portal.backend.access?.requestRecovery?.({ name: clerk.name }, { commandId: 'ask' });
    const element = await recoveryPage(world, await lastSecret(world));
    await until(() => expect(shown(element)).to.contain('256'));
    await type(passwordField(element), 'short');
    await press('Enter');
    await until(() => element.shadowRoot!.querySelector('[aria-invalid]')!.id);
    return element;
  },
  'by a code, wrong': async () => {
    const element = await recoveryPage(await createTestPortal());
    await prove(element, /recovery code|برمز/, 'ffff-ffff');
    await until(() => element.shadowRoot!.querySelector('[aria-invalid]')!.id);
    return element;
  },
  'by a code, done': async () => {
    const element = await recoveryPage(await createTestPortal());
    await prove(element, /recovery code|برمز/, accounts.find(({ name }) => name === clerk.name)!.recoveryCode);
    await until(() => element.shadowRoot!.querySelector('code')!.textContent);
    return element;
  },
  'by a question': async () => {
    const element = await recoveryPage(await createTestPortal({ pack: 'nextcare' }));
    await prove(element, /secret question|سؤالي/, '');
    await until(() => element.shadowRoot!.querySelector('[aria-invalid]')!.id);
    return element;
  },
  'link not valid': async () => {
    const element = await recoveryPage(await createTestPortal(), 'no such link');
    await type(passwordField(element), 'a few words of mine');
    await press('Enter');
    await until(() => one(element, 'button', /new link|رابط جديد/));
    return element;
  },
};

describe('access for axe', () => {
  for (const [name, states] of Object.entries({ 'sign-in': signIn, recovery })) {
    for (const [state, open] of Object.entries(states)) {
      it(`has nothing to say in both directions, light and dark: ${name}, ${state}`, async () => {
        await everyLook(await open());
      });
    }
  }

  it('has something to say when a label is taken away', async () => {
    const { element } = await signInPage();
    element.shadowRoot!.querySelector('label')!.remove();
    expect(await findings(element)).not.to.be.empty;
  });
});
