import { expect, html, oneEvent } from '@open-wc/testing';
import { PortError } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import { all, focus, mount, one, press, shown, type, until } from '../../../../test/kit/screen.ts';
import { createTestPortal } from '../../../../test/kit/test-portal.ts';
import { clerk, failTimes, lastSecret, nameField, passwordField, recoveryPage, signInPage, tryPassword } from './access.fixture.test.ts';
import type { SignInElement } from './sign-in.element.ts';

const withAccess =
  (access: Partial<Backend['access']>) =>
  (backend: Backend): Backend => ({ ...backend, access: { ...backend.access!, ...access } });
const never = (): Promise<never> => new Promise(() => undefined);

describe('sign-in', () => {
  it('lets a person in by keyboard alone, and says so by id', async () => {
    const { element, portal } = await signInPage();
    const event = oneEvent(element, 'signed-in');
    await tryPassword(element, clerk.name, clerk.password);
    expect((await event).detail).to.deep.equal({ accountId: 'account:noura' });
    expect(portal.subject()?.displayName).to.equal('Noura Haddad');
    expect(shown(element)).to.contain('You are signed in.');
    expect(all(element, 'textbox')).to.be.empty;
  });

  it('N4 locks on the fourth failure, tells the tries that are left, and refuses the right password afterwards', async () => {
    const { element, portal } = await signInPage();
    for (const left of ['3 attempts left', '2 attempts left', '1 attempt left']) {
      await failTimes(element, 1);
      expect(shown(one(element, 'alert'))).to.contain(`User name or password is wrong. ${left}`);
      expect(focus(), 'ready for the next try').to.equal("textbox 'Password'");
      expect(passwordField(element).value).to.equal('');
    }
    await failTimes(element, 1);
    expect(shown(one(element, 'alert'))).to.contain('This account is locked after too many failed attempts.');
    expect(focus()).to.equal("alert ''");
    await tryPassword(element, clerk.name, clerk.password);
    expect(shown(one(element, 'alert'))).to.contain('locked');
    expect(portal.subject()).to.equal(null);
  });

  it('N4 a success in between gives all tries back', async () => {
    const { element, portal } = await signInPage();
    await failTimes(element, 3);
    await tryPassword(element, clerk.name, clerk.password);
    await portal.logout();
    await until(() => nameField(element));
    await failTimes(element, 1);
    expect(shown(element)).to.contain('3 attempts left');
  });

  it('N4 a name that nobody has reads the same, try by try, to the lock', async () => {
    const readings = async (name: string): Promise<string[]> => {
      const { element } = await signInPage();
      const texts: string[] = [];
      for (let n = 0; n < 5; n += 1) {
        await failTimes(element, 1, name);
        texts.push(shown(one(element, 'alert')));
      }
      return texts;
    };
    expect(await readings('nobody')).to.deep.equal(await readings(clerk.name));
  });

  it('N5 N6 a lock offers the ways back in and the helpdesk, and a link by e-mail opens it', async () => {
    const page = await signInPage();
    await failTimes(page.element, 4);
    expect(shown(page.element)).to.contain('The helpdesk can unlock the account for you.');
    const chosen = oneEvent(page.element, 'recovery-chosen');
    one(page.element, 'button', 'Get a link by e-mail').click();
    expect((await chosen).detail).to.deep.equal({ method: 'email-link' });

    const asking = await recoveryPage(page);
    await type(nameField(asking), clerk.name);
    await press('Enter');
    await until(() => expect(shown(asking)).to.contain('a link is on its way'));
    const redeeming = await recoveryPage(page, await lastSecret(page));
    await type(passwordField(redeeming), 'a few words of mine');
    await press('Enter');
    await until(() => expect(shown(redeeming)).to.contain('the account is unlocked'));

    const element = await mount<SignInElement>(html`<sign-in .portal=${page.portal}></sign-in>`);
    await tryPassword(element, clerk.name, 'a few words of mine');
    expect(page.portal.subject()?.accountId).to.equal('account:noura');
  });

  it('N4 N6 a lock names the helpdesk with its number, as the directory knows it', async () => {
    const { element } = await signInPage();
    await failTimes(element, 3);
    expect(shown(element)).not.to.contain('+971');
    await failTimes(element, 1);
    await until(() => one(element, 'alert').querySelector('summary')!.click());
    await until(() => expect(shown(one(element, 'alert'))).to.contain('United Arab Emirates: +971 4 555 0100'));
    await until(() => expect(one(element, 'link', '+971 4 555 0100').getAttribute('href')).to.equal('tel:+97145550100'));
  });

  it('N5 the way back is offered before anything was typed', async () => {
    const { element } = await signInPage();
    const chosen = oneEvent(element, 'recovery-chosen');
    one(element, 'button', 'Get a link by e-mail').click();
    expect((await chosen).detail).to.deep.equal({ method: 'email-link' });
  });

  it('after a lock another name can be tried', async () => {
    const { element } = await signInPage();
    await failTimes(element, 4);
    one(element, 'button', 'Sign in with another name').click();
    await until(() => expect(focus()).to.equal("textbox 'User name'"));
    await until(() => expect([nameField(element).value, shown(one(element, 'alert'))]).to.deep.equal(['', '']));
  });

  it('a missing field explains itself at the field and has the focus, again and again', async () => {
    const { element } = await signInPage();
    await type(nameField(element), clerk.name);
    for (let n = 0; n < 2; n += 1) {
      nameField(element).focus();
      await press('Enter');
      await until(() => expect(focus()).to.equal("textbox 'Password'"));
      const error = element.shadowRoot?.getElementById(passwordField(element).getAttribute('aria-describedby')!);
      expect(error?.textContent).to.equal('Enter your password.');
      expect(passwordField(element).getAttribute('aria-invalid')).to.equal('true');
    }
    expect(nameField(element).hasAttribute('aria-invalid')).to.equal(false);
  });

  it('shows what was typed as a password on demand, and hides it when it is sent', async () => {
    const { element } = await signInPage();
    await type(passwordField(element), 'visible');
    await press('Tab', 'Space');
    await until(() => one(element, 'button', 'Hide password'));
    expect([passwordField(element).type, passwordField(element).value]).to.deep.equal(['text', 'visible']);
    expect(focus()).to.equal("button 'Hide password'");
    await type(nameField(element), clerk.name);
    await press('Enter');
    await until(() => expect(passwordField(element).type).to.equal('password'));
  });

  it('while it asks, a second Enter costs nothing, and Cancel leads back to the field', async () => {
    let calls = 0;
    const { element } = await signInPage({ through: withAccess({ signIn: () => ((calls += 1), never()) }) });
    await type(nameField(element), clerk.name);
    await type(passwordField(element), 'slow');
    await press('Enter');
    await until(() => one(element, 'button', 'Cancel'));
    await press('Enter');
    await until(() => expect([calls, shown(one(element, 'button', 'Signing in…'))]).to.deep.equal([1, 'Signing in…']));
    one(element, 'button', 'Cancel').focus();
    await press('Enter');
    await until(() => expect(focus()).to.equal("textbox 'Password'"));
    await until(() => expect(nameField(element).value).to.equal(clerk.name));
  });

  for (const [code, text] of [
    ['offline', 'There is no connection.'],
    ['rate-limited', 'There are too many requests just now.'],
    ['storage-blocked', 'This browser does not let the portal keep its data'],
    ['internal', 'Sign-in is not possible just now.'],
  ] as const) {
    it(`${code} is told in words, and the next try works`, async () => {
      let isBroken = true;
      const through = (backend: Backend): Backend =>
        withAccess({
          signIn: (...given) => (isBroken ? Promise.reject(new PortError(code)) : backend.access!.signIn(...given)),
        })(backend);
      const { element, portal } = await signInPage({ through });
      await tryPassword(element, clerk.name, clerk.password);
      expect(shown(one(element, 'alert')))
        .to.contain(text)
        .and.not.contain(code);
      isBroken = false;
      await tryPassword(element, clerk.name, clerk.password);
      expect(portal.subject()?.accountId).to.equal('account:noura');
    });
  }

  it('says that it is practice where nothing is enforced, and only there', async () => {
    const practice = await signInPage({ enforcement: 'rehearsal' });
    const real = await signInPage();
    expect(shown(practice.element)).to.contain('Practice only');
    expect(shown(real.element)).not.to.contain('Practice only');
  });

  it('switches language while mounted and keeps what was typed', async () => {
    const { element } = await signInPage();
    await type(nameField(element), clerk.name);
    await type(passwordField(element), 'half a pass');
    element.parentElement!.lang = 'ar';
    await until(() => one(element, 'heading', 'تسجيل الدخول'));
    expect([nameField(element).value, passwordField(element).value]).to.deep.equal([clerk.name, 'half a pass']);
    expect(focus()).to.equal("textbox 'كلمة المرور'");
    expect(shown(element)).not.to.match(/[a-z]{3}/i);
  });

  it('holds no secret in the page once a try is over', async () => {
    const { element } = await signInPage();
    await tryPassword(element, clerk.name, 'never shown again');
    expect(element.shadowRoot?.innerHTML).not.to.contain('never shown again');
    expect(passwordField(element).value).to.equal('');
  });

  it('is there again, empty, after a sign-out', async () => {
    const { element, portal } = await signInPage();
    await tryPassword(element, clerk.name, clerk.password);
    await portal.logout();
    await until(() => expect(nameField(element).value).to.equal(''));
    await tryPassword(element, clerk.name, clerk.password);
    expect(portal.subject()?.accountId).to.equal('account:noura');
  });

  it('says what is missing instead of a form: no portal, no sign-in, a session that is being looked for, somebody who is in', async () => {
    const lonely = await mount<SignInElement>(html`<sign-in></sign-in>`);
    expect(shown(lonely)).to.contain('Not connected');
    const { portal: hosted } = await createTestPortal({ through: ({ access: _, ...backend }) => backend });
    lonely.portal = hosted;
    await until(() => expect(shown(lonely)).to.contain('This portal does not offer this.'));
    const { portal: restoring } = await createTestPortal({ through: withAccess({ session: never }) });
    lonely.portal = restoring;
    await until(() => expect(shown(lonely)).to.contain('One moment…'));
    const { portal: inside } = await createTestPortal({ signedIn: 'clerk' });
    lonely.portal = inside;
    await until(() => expect(shown(lonely)).to.contain('You are signed in.'));
  });
});
