import { expect, html } from '@open-wc/testing';
import { PortError } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import { all, everyLook, focus, mount, one, press, shown, type, until } from '../../../../test/kit/screen.ts';
import { accountOf, createTestPortal } from '../../../../test/kit/test-portal.ts';
import { formOf, register, said } from './registration.fixture.test.ts';
import type { UserRegistrationElement } from './user-registration.element.ts';

const through =
  (access: Partial<Backend['access']>) =>
  (backend: Backend): Backend => ({ ...backend, access: { ...backend.access!, ...access } });

describe('user registration', () => {
  it('N7 a name that somebody has is answered by the same words', async () => {
    const { element, mails } = await formOf();
    await register(element, { 'User name': accountOf('clerk').name });
    await until(() => expect(shown(element)).to.contain('Your registration was sent'));
    expect((await mails())[0]?.to).to.equal('noura@clinic.example');
  });

  it('N7 is an empty form again for whoever comes after', async () => {
    const { element } = await formOf();
    await register(element);
    await until(() => expect(shown(element)).to.contain('Your registration was sent'));
    one(element, 'button', 'Back to sign-in').click();
    await until(() => expect(one<HTMLInputElement>(element, 'textbox', 'Password').value).to.equal(''));
    await register(element, { 'User name': 'omar' });
    await until(() => expect(shown(element)).to.contain('Your registration was sent'));
  });

  it('N7 says what is missing at each field, keeps what was typed through errors and a change of language', async () => {
    const { element } = await formOf();
    await type(one(element, 'textbox', 'Work e-mail'), 'layla');
    await press('Enter');
    await until(() => expect(focus()).to.equal("textbox 'Your full name'"));
    await until(() => expect(element.shadowRoot!.querySelectorAll('[aria-invalid=true]').length).to.equal(7));
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

  it('has nothing to say to axe in both languages, light and dark', async () => {
    const { element } = await formOf();
    await everyLook(element);
    one(element, 'button', /^(Register|تسجيل)$/).click();
    await until(() => element.shadowRoot!.querySelector('[aria-invalid=true]')!.id);
    await everyLook(element);
    const other = await formOf();
    await register(other.element);
    await until(() => expect(shown(other.element)).to.contain('was sent'));
    await everyLook(other.element);
  });
});
