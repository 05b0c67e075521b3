import { expect, html, oneEvent } from '@open-wc/testing';
import { PortError } from '@portico/core/kernel';
import { all, everyLook, focus, mount, one, press, shown, type, until } from '../../../../test/kit/screen.ts';
import { accountOf, createTestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import '../define/recovery-settings.ts';
import type { RecoverySettingsElement } from './recovery-settings.element.ts';

async function settingsPage(options: TestPortalOptions = {}) {
  const world = await createTestPortal({ signedIn: 'clerk', ...options });
  const element = await mount<RecoverySettingsElement>(html`<recovery-settings .portal=${world.portal}></recovery-settings>`);
  await until(() => expect(shown(element)).not.to.equal(''));
  return { ...world, element };
}

const inner = (): HTMLElement => document.activeElement!.shadowRoot!.activeElement as HTMLElement;

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

  it('is not there where the backend offers no way back, and says so', async () => {
    const { element } = await settingsPage({
      through: ({ access, ...backend }) => {
        const { issueRecoveryCode: _code, ...rest } = access!;
        return { ...backend, access: rest };
      },
    });
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

  it('N5 shows codes or the question, whichever the pack has', async () => {
    const [codes, question] = [await settingsPage(), await settingsPage({ pack: 'nextcare' })];
    expect(all(codes.element, 'heading').map(({ textContent }) => textContent)).to.deep.equal(['Recovery code']);
    expect(all(question.element, 'heading').map(({ textContent }) => textContent)).to.deep.equal(['Secret question']);
  });

  it('N5 sets question and answer by keyboard, with a mail; the answer gets its person back in, and stands nowhere in the page', async () => {
    const { element, mails, open } = await settingsPage({ pack: 'nextcare' });
    const told = oneEvent(element, 'secret-question-set');
    one(element, 'combobox', 'Question').focus();
    await press('ArrowDown', 'ArrowDown', 'Tab');
    await type(inner(), ' A Canal  Boat');
    await press('Tab');
    await type(inner(), accountOf('clerk').password);
    await press('Enter');
    expect((await told).detail).to.deep.equal({});
    await until(() => expect(focus()).to.equal("alert ''"));
    await until(() => expect(shown(element)).to.contain('Your secret question is set.'));
    await until(() => expect(element.shadowRoot!.querySelectorAll('input').length).to.equal(0));
    expect((await mails())[0]?.subject).to.equal('Your secret question was set');
    const { access } = open().backend;
    const { name } = accountOf('clerk');
    expect(await access!.recoveryQuestion!({ name })).to.deep.equal({ question: 'childhood-friend' });
    const proof = { name, answer: 'a canal boat', password: 'a few words of mine' };
    expect((await access!.recoverWithAnswer!(proof, { commandId: 'x' })).status).to.equal('accepted');
  });

  it('N4 N5 says what is wrong at its field and keeps what was typed; four wrong passwords lock, and set nothing', async () => {
    const { element, open } = await settingsPage({ pack: 'nextcare' });
    one(element, 'textbox', 'Your answer').focus();
    await press('Enter');
    await until(() => expect(focus()).to.equal("textbox 'Your answer'"));
    await until(() => expect(shown(element)).to.contain('Enter your answer.').and.to.contain('Enter your password.'));
    await type(inner(), 'A Canal Boat');
    one(element, 'textbox', 'Your password').focus();
    for (const told of ['3 attempts left', '2 attempts left', '1 attempt left']) {
      await type(inner(), 'wrong');
      await press('Enter');
      await until(() => expect(shown(element)).to.contain(told));
      await until(() => expect(focus()).to.equal("textbox 'Your password'"));
      await until(() => expect(one<HTMLInputElement>(element, 'textbox', 'Your answer').value).to.equal('A Canal Boat'));
    }
    await press('Enter');
    await until(() => expect(shown(element)).to.contain('this account is locked: nothing was set'));
    const { name } = accountOf('clerk');
    expect(await open().backend.access!.recoveryQuestion!({ name })).to.deep.equal({ question: 'first-street' });
  });

  it('N5 tries again under the same command, and sets another one', async () => {
    const ids: string[] = [];
    const { element } = await settingsPage({
      pack: 'nextcare',
      through: (backend) => ({
        ...backend,
        access: {
          ...backend.access!,
          setSecretQuestion: async (request, meta) => {
            ids.push(meta.commandId);
            if (ids.length === 1) throw new PortError('offline');
            return backend.access!.setSecretQuestion!(request, meta);
          },
        },
      }),
    });
    await type(one(element, 'textbox', 'Your answer'), 'A Canal Boat');
    await type(one(element, 'textbox', 'Your password'), accountOf('clerk').password);
    await press('Enter');
    (await until(() => one(element, 'button', 'Try again'))).click();
    (await until(() => one(element, 'button', 'Set another one'))).click();
    await until(() => expect(focus()).to.contain('combobox'));
    expect([ids.length, new Set(ids).size]).to.deep.equal([2, 1]);
    await until(() => expect(one<HTMLInputElement>(element, 'textbox', 'Your answer').value).to.equal(''));
  });

  it('has nothing to say to axe in both languages, light and dark: the question', async () => {
    const { element } = await settingsPage({ pack: 'nextcare' });
    await everyLook(element);
    one(element, 'button', /^(Set the|تعيين السؤال)/).click();
    await until(() => element.shadowRoot!.querySelector('[aria-invalid=true]')!.id);
    await everyLook(element);
  });

  it('has nothing to say to axe in both languages, light and dark', async () => {
    const { element } = await settingsPage();
    await everyLook(element);
    one(element, 'button', /إنشاء/).click();
    await until(() => element.shadowRoot!.querySelector('code')!.textContent);
    await everyLook(element);
  });
});
