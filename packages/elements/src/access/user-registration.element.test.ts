import { expect, html, oneEvent } from '@open-wc/testing';
import { PortError } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import { all, everyLook, focus, mount, one, press, shown, type, until } from '../../../../test/kit/screen.ts';
import { accountOf, createTestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import '../define/activation-queue.ts';
import '../define/user-registration.ts';
import type { ActivationQueueElement } from './activation-queue.element.ts';
import type { UserRegistrationElement } from './user-registration.element.ts';

const said = {
  'Your full name': 'Layla Aziz',
  'Work e-mail': 'layla@clinic.example',
  Phone: '+971 4 555 0100',
  'Licence or Tax ID of your provider': 'DHA-F-0047',
  'Name of your provider': 'Noor Clinic',
  'User name': 'layla',
  Password: 'a kettle of fish on Sunday',
} as const;

async function formOf(options: TestPortalOptions = {}) {
  const world = await createTestPortal(options);
  const element = await mount<UserRegistrationElement>(html`<user-registration .portal=${world.portal}></user-registration>`);
  await until(() => one(element, 'button', 'Register'));
  return { ...world, element };
}

/** By keyboard, field after field, Enter at the end. */
async function register(element: Element, changes: Partial<Record<keyof typeof said, string>> = {}): Promise<void> {
  one(element, 'textbox', 'Your full name').focus();
  for (const text of Object.values({ ...said, ...changes })) {
    await type(document.activeElement!.shadowRoot!.activeElement as HTMLElement, text);
    if (text !== (changes.Password ?? said.Password)) await press('Tab');
  }
  await press('Enter');
}

async function queueOf(
  portal: TestPortalOptions | Awaited<ReturnType<typeof createTestPortal>>['portal'],
): Promise<ActivationQueueElement> {
  const element = await mount<ActivationQueueElement>(html`<activation-queue .portal=${portal}></activation-queue>`);
  await until(() => one(element, 'button', 'Refresh'));
  return element;
}

const through =
  (access: Partial<Backend['access']>) =>
  (backend: Backend): Backend => ({ ...backend, access: { ...backend.access!, ...access } });

describe('user registration and activation queue', () => {
  it('N7 N8 registers by keyboard, waits, is activated by the helpdesk by keyboard, and only then signs in', async () => {
    const { element, mails, open } = await formOf();
    const sent = oneEvent(element, 'registration-sent');
    await register(element);
    expect((await sent).detail).to.deep.equal({});
    await until(() => expect(focus()).to.equal("alert ''"));
    expect(shown(element)).to.contain('Your registration was sent');
    expect(element.shadowRoot!.querySelector('input')).to.equal(null);
    expect((await mails())[0]?.to).to.equal(said['Work e-mail']);
    const credentials = { name: 'layla', password: said.Password };
    expect((await open().signIn!(credentials)).status).to.equal('not-active');

    const desk = open();
    await desk.signIn!(accountOf('helpdesk'));
    const queue = await queueOf(desk);
    await until(() => expect(shown(queue)).to.contain('1 person waits'));
    expect(shown(queue)).to.contain('DHA-F-0047');
    one(queue, 'button', 'Activate').focus();
    await press('Enter');
    await until(() => expect(focus()).to.contain('Provider ids'));
    await press('Enter');
    await until(() => expect(shown(queue)).to.contain('Enter at least one id.'));
    const activated = oneEvent(queue, 'account-activated');
    await type(one(queue, 'textbox', /Provider ids/), 'provider:noor');
    await press('Enter');
    expect(Object.keys((await activated).detail as object)).to.deep.equal(['accountId']);
    await until(() => expect(shown(queue)).to.contain('The account is active'));
    expect(shown(queue)).to.contain('Nobody waits');
    expect((await open().signIn!(credentials)).status).to.equal('signed-in');
  });

  it('N7 a name that somebody has is answered by the same words', async () => {
    const { element, mails } = await formOf();
    await register(element, { 'User name': accountOf('clerk').name });
    await until(() => expect(shown(element)).to.contain('Your registration was sent'));
    expect((await mails())[0]?.to).to.equal('noura@clinic.example');
  });

  it('N7 says what is missing at each field, keeps what was typed through errors and a change of language', async () => {
    const { element } = await formOf();
    await type(one(element, 'textbox', 'Work e-mail'), 'layla');
    await press('Enter');
    await until(() => expect(focus()).to.equal("textbox 'Your full name'"));
    expect(element.shadowRoot!.querySelectorAll('[aria-invalid=true]').length).to.equal(7);
    element.parentElement!.lang = 'ar';
    element.portal!.update({ locale: 'ar' });
    await until(() => one(element, 'button', 'تسجيل'));
    expect(element.shadowRoot!.querySelector<HTMLInputElement>('#email')!.value).to.equal('layla');
  });

  it('N7 tells a password that is too common, and an outage, and tries again under the same command', async () => {
    const ids: string[] = [];
    const { element } = await formOf({
      through: (backend) =>
        through({
          register: async (entry, meta) => {
            ids.push(meta.commandId);
            if (ids.length === 2) throw new PortError('offline');
            return backend.access!.register!(entry, meta);
          },
        })(backend),
    });
    await register(element, { Password: 'password12345' });
    await until(() => expect(shown(element)).to.contain('used by too many people'));
    const password = element.shadowRoot!.querySelector<HTMLInputElement>('#password')!;
    password.value = said.Password;
    password.focus();
    await press('Enter');
    (await until(() => one(element, 'button', 'Try again'))).click();
    await until(() => expect(shown(element)).to.contain('Your registration was sent'));
    expect([ids.length, new Set(ids).size, ids[1] === ids[2]]).to.deep.equal([3, 2, true]);
  });

  it('is not there where the backend takes no registrations, and says so', async () => {
    const world = await createTestPortal({
      through: ({ capabilities, ...backend }) => ({ ...backend, capabilities: { ...capabilities, access: { recovery: [] } } }),
    });
    const element = await mount<UserRegistrationElement>(html`<user-registration .portal=${world.portal}></user-registration>`);
    await until(() => expect(shown(element)).to.contain('takes no registrations'));
    expect(all(element, 'button')).to.deep.equal([]);
  });

  it('N8 refuses with a reason that is told by mail; Cancel gives the focus back', async () => {
    const { element, portal, open, mails } = await formOf();
    await register(element);
    await until(() => expect(shown(element)).to.contain('was sent'));
    await portal.signIn!(accountOf('helpdesk'));
    const queue = await queueOf(portal);
    (await until(() => one(queue, 'button', 'Refuse'))).click();
    await until(() => expect(focus()).to.contain('Reason'));
    one(queue, 'button', 'Cancel').click();
    await until(() => expect(focus()).to.equal("button 'Refuse'"));
    await press('Enter');
    const reason = await until(() => one<HTMLSelectElement>(queue, 'combobox', /Reason/));
    reason.value = 'provider-unknown';
    reason.dispatchEvent(new Event('change'));
    one(queue, 'button', 'Refuse the registration').click();
    await until(() => expect(shown(queue)).to.contain('The registration was refused'));
    await until(() => expect(focus()).to.equal("alert ''"));
    expect((await mails()).map(({ body }) => body).join()).to.contain('No provider is known');
    expect((await open().signIn!({ name: 'layla', password: said.Password })).status).to.equal('not-active');
  });

  it('N8 is for the helpdesk alone', async () => {
    const { portal } = await createTestPortal({ signedIn: 'clerk' });
    const queue = await mount<ActivationQueueElement>(html`<activation-queue .portal=${portal}></activation-queue>`);
    await until(() => expect(shown(queue)).to.contain('for the helpdesk only'));
    expect(all(queue, 'button')).to.deep.equal([]);
  });

  it('has nothing to say to axe in both languages, light and dark', async () => {
    const { element, portal } = await formOf();
    await everyLook(element);
    one(element, 'button', /^(Register|تسجيل)$/).click();
    await until(() => element.shadowRoot!.querySelector('[aria-invalid=true]')!.id);
    await everyLook(element);
    element.remove();
    const other = await formOf();
    await register(other.element);
    await until(() => expect(shown(other.element)).to.contain('was sent'));
    await everyLook(other.element);
    portal.close();
    await other.portal.signIn!(accountOf('helpdesk'));
    const queue = await queueOf(other.portal);
    (await until(() => one(queue, 'button', 'Activate'))).click();
    await until(() => one(queue, 'textbox', /Provider ids/));
    await everyLook(queue);
  });
});
