import { expect, html, oneEvent } from '@open-wc/testing';
import { PortError } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import { focus, mount, one, press, shown, type, until } from '../../../../test/kit/screen.ts';
import { createTestPortal, type TestPortal } from '../../../../test/kit/test-portal.ts';
import { clerk, lastSecret, nameField, passwordField, proofField, recoveryPage } from './access.fixture.test.ts';
import { accounts } from '@portico/testing/world';
import type { PasswordRecoveryElement } from './password-recovery.element.ts';

const goodPassword = 'a few words of mine';

/** A link as the clerk gets it by mail. */
async function linkOf(world: TestPortal): Promise<string> {
  await world.portal.backend.access?.requestRecovery?.({ name: clerk.name }, { commandId: 'ask' });
  return lastSecret(world);
}

async function choose(element: Element, password: string): Promise<void> {
  passwordField(element).value = '';
  await type(passwordField(element), password);
  await press('Enter');
}

describe('password recovery: asking for a link', () => {
  it('N5 sends a link and says how long it works, the same for a name that nobody has', async () => {
    const texts: string[] = [];
    for (const name of [clerk.name, 'nobody']) {
      const world = await createTestPortal();
      const element = await recoveryPage(world);
      const event = oneEvent(element, 'recovery-requested');
      await type(nameField(element), name);
      await press('Enter');
      expect((await event).detail).to.deep.equal({});
      await until(() => expect(focus()).to.equal("alert ''"));
      texts.push(shown(element));
      expect((await world.mails()).length, name).to.equal(name === clerk.name ? 1 : 0);
    }
    expect(texts[0]).to.contain('It works once, for 10 minutes.').and.to.equal(texts[1]);
  });

  it('a missing name explains itself at the field', async () => {
    const element = await recoveryPage(await createTestPortal());
    one(element, 'button', 'Send a link by e-mail').click();
    await until(() => expect(focus()).to.equal("textbox 'User name'"));
    await until(() => expect(shown(element)).to.contain('Enter your user name.'));
  });

  it('can be asked again, and left for the sign-in', async () => {
    const element = await recoveryPage(await createTestPortal());
    await type(nameField(element), clerk.name);
    await press('Enter');
    await until(() => one(element, 'button', 'Ask for a new link').click());
    await until(() => expect(focus()).to.equal("textbox 'User name'"));
    const left = oneEvent(element, 'sign-in-chosen');
    one(element, 'button', 'Sign in').click();
    expect((await left).detail).to.deep.equal({});
  });

  it('a failure is told in words, and Try again sends the same command', async () => {
    const ids: string[] = [];
    const through = (backend: Backend): Backend => ({
      ...backend,
      access: {
        ...backend.access!,
        requestRecovery: (request, meta) => {
          ids.push(meta.commandId);
          return ids.length === 1 ? Promise.reject(new PortError('offline')) : backend.access!.requestRecovery!(request, meta);
        },
      },
    });
    const element = await recoveryPage(await createTestPortal({ through }));
    await type(nameField(element), clerk.name);
    await press('Enter');
    await until(() => expect(shown(element)).to.contain('There is no connection.'));
    expect(nameField(element).value).to.equal(clerk.name);
    one(element, 'button', 'Try again').click();
    await until(() => expect(shown(element)).to.contain('a link is on its way'));
    expect(new Set(ids).size).to.equal(1);
  });
});

describe('password recovery: a new password by a link', () => {
  it('N5 tells the rules before anything is typed, sets the password, and forgets the link', async () => {
    const world = await createTestPortal();
    const element = await recoveryPage(world, await linkOf(world));
    await until(() => expect(shown(element)).to.contain('Between 12 and 256 characters.'));
    expect(focus(), 'nothing was touched').to.equal('nowhere');
    const event = oneEvent(element, 'password-recovered');
    await choose(element, goodPassword);
    expect((await event).detail).to.deep.equal({});
    await until(() => expect(shown(element)).to.contain('The password is set and the account is unlocked.'));
    expect([element.secret, focus()]).to.deep.equal([undefined, "alert ''"]);
    expect((await world.portal.signIn!({ name: clerk.name, password: goodPassword })).status).to.equal('signed-in');
  });

  for (const [password, text] of [
    ['short', 'Use at least 12 characters.'],
    ['password1234', 'Many people use this password'],
  ] as const) {
    it(`refuses '${password}' at the field, and takes a better one`, async () => {
      const world = await createTestPortal();
      const element = await recoveryPage(world, await linkOf(world));
      await until(() => expect(shown(element)).to.contain('Between 12'));
      await choose(element, password);
      await until(() => expect(shown(element)).to.contain(text));
      expect(focus()).to.equal("textbox 'New password'");
      expect(passwordField(element).getAttribute('aria-describedby')).to.equal('password-error password-hint');
      await choose(element, goodPassword);
      await until(() => expect(shown(element)).to.contain('The password is set'));
    });
  }

  it('N5 a link works once, for ten minutes, and a new one can be asked for', async () => {
    const world = await createTestPortal();
    const secret = await linkOf(world);
    await world.clock.pass(10 * 60_000);
    const element = await recoveryPage(world, secret);
    await choose(element, goodPassword);
    await until(() => expect(shown(element)).to.contain('This link does not work any more.'));
    expect([element.secret, focus()]).to.deep.equal([undefined, "alert ''"]);
    one(element, 'button', 'Ask for a new link').click();
    await until(() => nameField(element));
  });

  it('the secret stands in no attribute, address or event', async () => {
    const world = await createTestPortal();
    const secret = await linkOf(world);
    const heard: string[] = [];
    const page = document.body;
    const hear = (event: Event): void => void heard.push(`${event.type} ${JSON.stringify((event as CustomEvent).detail)}`);
    const names = ['recovery-requested', 'password-recovered', 'sign-in-chosen'];
    names.forEach((name) => page.addEventListener(name, hear));
    const element = await recoveryPage(world, secret);
    const everything = (): string => element.outerHTML + element.shadowRoot!.innerHTML + location.href + heard.join();
    expect(everything()).not.to.contain(secret);
    await choose(element, goodPassword);
    await until(() => expect(heard).to.deep.equal(['password-recovered {}']));
    names.forEach((name) => page.removeEventListener(name, hear));
    expect(everything()).not.to.contain(secret).and.not.contain(goodPassword);
  });

  it('a link that comes later turns asking into choosing, and a link taken away turns it back', async () => {
    const world = await createTestPortal();
    const element = await recoveryPage(world);
    await type(nameField(element), 'half typed');
    element.secret = await linkOf(world);
    await until(() => passwordField(element));
    element.secret = undefined;
    await until(() => nameField(element));
  });

  it('keeps what was typed when the language changes', async () => {
    const world = await createTestPortal();
    const element = await recoveryPage(world, await linkOf(world));
    await type(passwordField(element), 'half a pass');
    element.parentElement!.lang = 'ar';
    await until(() => one(element, 'heading', 'استعادة الدخول إلى حسابك'));
    await until(() => expect(shown(element)).to.contain('من الأحرف'));
    expect(passwordField(element).value).to.equal('half a pass');
    expect(shown(element)).not.to.match(/[a-z]{3}/i);
  });
});

describe('password recovery without what it needs', () => {
  it('N6 names the helpdesk where the backend has no way back', async () => {
    const through = (backend: Backend): Backend => {
      const { requestRecovery: _, recover: __, recoverWithCode: ___, ...access } = backend.access!;
      return { ...backend, access };
    };
    const element = await recoveryPage(await createTestPortal({ through }));
    expect(shown(element)).to.contain('The helpdesk helps you back into your account.');
  });

  it('says so where there is no portal, or no sign-in behind it', async () => {
    const element = await mount<PasswordRecoveryElement>(html`<password-recovery></password-recovery>`);
    expect(shown(element)).to.contain('Not connected');
    const { portal } = await createTestPortal({ through: ({ access: _, ...backend }) => backend });
    element.portal = portal;
    await until(() => expect(shown(element)).to.contain('This portal does not offer this.'));
  });
});

const noura = accounts.find(({ name }) => name === clerk.name)!;

/** Chooses a way by its text, and goes on with a name. */
async function goBy(element: Element, way: RegExp, name = clerk.name): Promise<void> {
  await until(() => one(element, 'radio', way).click());
  await until(() => expect((one(element, 'radio', way) as HTMLInputElement).checked).to.equal(true));
  await type(nameField(element), name);
  await press('Enter');
  await until(() => expect(focus()).to.contain(shown(element).includes('Recovery code') ? 'Recovery code' : 'Your answer'));
}

async function prove(element: Element, proof: string, password = goodPassword): Promise<void> {
  proofField(element).value = '';
  await type(proofField(element), proof);
  passwordField(element).value = '';
  await type(passwordField(element), password);
  await press('Enter');
  await until(() => {
    if (element.shadowRoot?.querySelector('form[aria-busy=true]')) throw new Error('still busy');
  });
}

describe('password recovery: by a recovery code', () => {
  it('N5 sets the password, shows the code that takes its place once, and the account opens with the new password', async () => {
    const world = await createTestPortal();
    const element = await recoveryPage(world);
    await goBy(element, /With my recovery code/);
    expect(shown(element)).to.contain('Between 12 and 256 characters.');
    const event = oneEvent(element, 'password-recovered');
    await prove(element, noura.recoveryCode);
    expect((await event).detail).to.deep.equal({});
    const next = element.shadowRoot!.querySelector('code')!.textContent ?? '';
    expect(next)
      .to.match(/^\w{4}(-\w+)+$/)
      .and.not.equal(noura.recoveryCode);
    expect(shown(element)).to.contain('it is not shown again');
    expect(focus()).to.equal("alert ''");
    const { status } = await world.portal.signIn!({ name: clerk.name, password: goodPassword });
    expect(status).to.equal('signed-in');
    expect((await world.mails())[0]?.subject).to.equal('Your recovery code was used');
  });

  it('N4 N5 a wrong one tells the tries that are left; after the fourth another way is offered, and a link still works', async () => {
    const world = await createTestPortal();
    const element = await recoveryPage(world);
    await goBy(element, /With my recovery code/);
    for (const left of ['3 attempts left', '2 attempts left', '1 attempt left']) {
      await prove(element, 'ffff-ffff');
      expect(shown(element)).to.contain(`This is not right. ${left}`);
      expect(focus()).to.equal("textbox 'Recovery code'");
    }
    await prove(element, 'ffff-ffff');
    expect(shown(one(element, 'alert'))).to.contain('this way back is closed');
    one(element, 'button', 'Another name or another way').click();
    await until(() => one(element, 'radio', /link/).click());
    await until(() => one(element, 'button', 'Send a link by e-mail').click());
    await until(() => expect(shown(element)).to.contain('a link is on its way'));
    const byLink = await recoveryPage(world, await lastSecret(world));
    await choose(byLink, goodPassword);
    await until(() => expect(shown(byLink)).to.contain('the account is unlocked'));
  });

  it('what is missing or cannot be used is told at its field, and the focus goes there', async () => {
    const element = await recoveryPage(await createTestPortal());
    await goBy(element, /With my recovery code/);
    await press('Enter');
    await until(() => expect(shown(element)).to.contain('Enter your recovery code.'));
    await prove(element, 'ffff', 'short');
    await until(() => expect(focus()).to.equal("textbox 'New password'"));
    await until(() => expect(shown(element)).to.contain('Use at least 12 characters.'));
  });

  it('no code and no password stays in the page', async () => {
    const element = await recoveryPage(await createTestPortal());
    await goBy(element, /With my recovery code/);
    await prove(element, noura.recoveryCode);
    expect(element.shadowRoot!.innerHTML).not.to.contain(noura.recoveryCode).and.not.to.contain(goodPassword);
  });
});

describe('password recovery: by a secret question', () => {
  it('N5 asks the question of the account and takes the answer however it is typed', async () => {
    const world = await createTestPortal({ pack: 'nextcare' });
    const element = await recoveryPage(world);
    await goBy(element, /secret question/);
    expect(shown(element)).to.contain('In which street did you live as a child?');
    await prove(element, '  LANTERN   lane ');
    expect(shown(element)).to.contain('the account is unlocked');
    expect((await world.portal.signIn!({ name: clerk.name, password: goodPassword })).status).to.equal('signed-in');
  });

  it('N4 N5 a name that nobody has is asked a question too, and reads the same, try by try, to the lock', async () => {
    const world = await createTestPortal({ pack: 'nextcare' });
    const readings = async (name: string): Promise<string[]> => {
      const element = await recoveryPage(world);
      await goBy(element, /secret question/, name);
      const question = element.shadowRoot!.querySelector('.question')!;
      const texts: string[] = [];
      expect(shown(question)).to.match(/\?$/);
      for (let n = 0; n < 5; n += 1) {
        const asked = shown(question);
        await prove(element, 'no idea');
        texts.push(shown(element).replace(asked, 'question'));
        if (n >= 3) break;
      }
      return texts;
    };
    expect(await readings('nobody')).to.deep.equal(await readings(clerk.name));
  });

  it('ASVS 6.4.2 with the default pack nothing of it is in the page, the port or what it answers', async () => {
    const { portal } = await createTestPortal();
    const { access, capabilities, policies } = portal.backend;
    const element = await recoveryPage({ portal } as TestPortal);
    await until(() => expect(one(element, 'radio', /link/)).to.exist);
    expect(shown(element)).not.to.match(/question/i);
    expect(Object.keys(access!)).to.not.include.members(['recoveryQuestion']);
    expect(Object.keys(access!)).to.not.include.members(['recoverWithAnswer']);
    expect(JSON.stringify([capabilities, await policies.for('portal')])).not.to.match(/question/i);
    expect(capabilities.access?.recovery).to.deep.equal(['email-link', 'recovery-code']);
    expect(capabilities.access).not.to.have.property('departures');
    const owned = (await createTestPortal({ pack: 'nextcare' })).portal.backend.capabilities.access;
    expect(owned?.departures).to.deep.equal(['not ASVS 5.0 L1 (6.4.2)', 'not SP 800-63B']);
  });

  it('the way that was chosen at the sign-in is chosen here', async () => {
    const { portal } = await createTestPortal({ pack: 'nextcare' });
    const element = await mount<PasswordRecoveryElement>(
      html`<password-recovery .portal=${portal} method="secret-question"></password-recovery>`,
    );
    await until(() => expect((one(element, 'radio', /secret question/) as HTMLInputElement).checked).to.equal(true));
    element.method = 'email-link';
    await until(() => expect((one(element, 'radio', /link/) as HTMLInputElement).checked).to.equal(true));
  });
});
