import { expect, html, oneEvent } from '@open-wc/testing';
import { everyLook, focus, mount, one, press, shown, until } from '../../../../test/kit/screen.ts';
import { accountOf, createTestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import '../define/recovery-settings.ts';
import type { RecoverySettingsElement } from './recovery-settings.element.ts';

async function settingsPage(options: TestPortalOptions = {}) {
  const world = await createTestPortal({ signedIn: 'clerk', ...options });
  const element = await mount<RecoverySettingsElement>(html`<recovery-settings .portal=${world.portal}></recovery-settings>`);
  await until(() => expect(shown(element)).not.to.equal(''));
  return { ...world, element };
}

describe('recovery settings', () => {
  it('N5 makes a new code by keyboard, shows it once with a mail, and it gets its person back in', async () => {
    const { element, mails, open } = await settingsPage();
    const issued = oneEvent(element, 'recovery-code-issued');
    one(element, 'button', 'Make a new recovery code').focus();
    await press('Enter');
    expect((await issued).detail).to.deep.equal({});
    await until(() => expect(focus()).to.equal("alert ''"));
    const code = element.shadowRoot!.querySelector('code')!.textContent ?? '';
    one(element, 'button', 'I have written it down').click();
    await until(() => expect(focus()).to.equal("button 'Make a new recovery code'"));
    expect(element.shadowRoot!.innerHTML).not.to.contain(code);
    expect((await mails())[0]?.subject).to.equal('A new recovery code was made');
    const { name } = accountOf('clerk');
    const answer = await open().backend.access!.recoverWithCode!({ name, code, password: 'a few words of mine' }, { commandId: 'x' });
    expect(answer.status).to.equal('accepted');
  });

  it('is not there where the pack has no codes, and says so', async () => {
    const { element } = await settingsPage({ pack: 'nextcare' });
    expect(shown(element)).to.contain('This portal does not offer this.');
  });

  it('a code is gone with the session', async () => {
    const { element, portal } = await settingsPage();
    one(element, 'button', 'Make a new recovery code').click();
    await until(() => element.shadowRoot!.querySelector('code')!.textContent);
    await portal.logout();
    await until(() => expect(shown(element)).to.contain('Sign in to see this.'));
    expect(element.shadowRoot!.querySelector('code')).to.equal(null);
  });

  it('has nothing to say to axe in both languages, light and dark', async () => {
    const { element } = await settingsPage();
    await everyLook(element);
    one(element, 'button', /إنشاء/).click();
    await until(() => element.shadowRoot!.querySelector('code')!.textContent);
    await everyLook(element);
  });
});
