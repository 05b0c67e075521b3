import { expect, html, oneEvent } from '@open-wc/testing';
import type { AccountState } from '@portico/core/access';
import { PortError } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import { all, everyLook, focus, mount, one, press, shown, type, until } from '../../../../test/kit/screen.ts';
import { accountOf, createTestPortal, type TestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import '../define/account-desk.ts';
import type { AccountDeskElement } from './account-desk.element.ts';

const clerk = accountOf('clerk');

interface Desk extends TestPortal {
  readonly element: AccountDeskElement;
}

async function deskPage(options: TestPortalOptions = {}): Promise<Desk> {
  const world = await createTestPortal({ signedIn: 'helpdesk', ...options });
  const element = await mount<AccountDeskElement>(html`<account-desk .portal=${world.portal}></account-desk>`);
  await until(() => expect(shown(element)).not.to.equal(''));
  return { ...world, element };
}

const field = (element: Element) => one<HTMLInputElement>(element, 'textbox', /^(User name or e-mail address|اسم المستخدم)/);

async function find(element: Element, text: string): Promise<void> {
  field(element).value = '';
  await type(field(element), text);
  await press('Enter');
  await until(() => {
    if (element.shadowRoot!.querySelector('form[aria-busy=true]')) throw new Error('still busy');
    if (!/account found|no account/.test(shown(element))) throw new Error(shown(element));
  });
}

async function lock({ open }: TestPortal): Promise<void> {
  const page = open();
  for (let n = 0; n < 4; n += 1) await page.signIn!({ name: clerk.name, password: 'wrong password' });
}

const through =
  (access: Partial<Backend['access']>) =>
  (backend: Backend): Backend => ({ ...backend, access: { ...backend.access!, ...access } });

describe('account desk', () => {
  it('N6 lists nobody without a search', async () => {
    const { element } = await deskPage();
    expect([all(element, 'article').length, shown(element)]).to.satisfy(
      ([n, text]: [number, string]) => n === 0 && !text.includes('Noura'),
    );
    field(element).focus();
    await press('Enter');
    await until(() => expect(shown(element)).to.contain('Enter the user name or the e-mail address'));
    expect(focus()).to.equal("textbox 'User name or e-mail address'");
  });

  it('N4 N6 finds a locked account by its address, unlocks it by keyboard alone, and the clerk gets in', async () => {
    const page = await deskPage();
    const { element, open } = page;
    await lock(page);
    await find(element, 'NOURA@clinic.example');
    const card = one(element, 'article', 'Noura Haddad');
    expect(shown(card)).to.contain('Locked').and.to.contain('Wrong password');
    const unlocked = oneEvent(element, 'account-unlocked');
    while (!focus().startsWith("button 'Unlock")) await press('Tab');
    await press('Enter');
    expect((await unlocked).detail).to.deep.equal({ accountId: 'account:noura' });
    await until(() => expect(shown(one(element, 'alert'))).to.contain('The account is unlocked.'));
    expect(focus()).to.equal("alert ''");
    expect(all(element, 'button', 'Unlock')).to.be.empty;
    expect(shown(one(element, 'article'))).to.contain('Unlocked Done The helpdesk');
    expect((await open().signIn!(clerk)).status).to.equal('signed-in');
  });

  it('N6 ends the sessions of an account, also that of a page that is open', async () => {
    const { element, open, clock } = await deskPage();
    const other = open();
    await other.signIn!(clerk);
    await find(element, clerk.name);
    expect(shown(one(element, 'article'))).to.contain('Sessions now 1');
    await clock.pass(1);
    one(element, 'button', 'End all sessions').click();
    await until(() => expect(shown(one(element, 'alert'))).to.contain('All sessions of the account were ended.'));
    expect(shown(one(element, 'article')))
      .to.contain('Sessions now 0')
      .and.to.contain('Sessions ended Done The helpdesk');
    await until(() => expect(other.session().state).to.equal('ended'));
    expect(all(element, 'button', 'End all sessions')).to.be.empty;
  });

  it('says when there is nobody of exactly that name', async () => {
    const { element } = await deskPage();
    await find(element, 'nour');
    expect(shown(one(element, 'alert'))).to.contain('There is no account with exactly this name or address.');
    expect(all(element, 'article')).to.be.empty;
  });

  it('N6 is not for others: no field, and the backend refuses whoever asks all the same', async () => {
    for (const role of ['clerk', 'claims-center'] as const) {
      const { element, portal } = await deskPage({ signedIn: role });
      await until(() => expect(shown(element)).to.contain('Accounts are for the helpdesk only.'));
      expect(all(element, 'textbox')).to.be.empty;
      const refused = await portal.backend.access!.unlockAccount!({ accountId: 'account:noura' }, { commandId: 'x' });
      expect(refused).to.deep.equal({ status: 'refused', code: 'denied' });
    }
  });

  it('a failure is told in words, and Try again is the same once more', async () => {
    let isBroken = true;
    const world = await deskPage({
      through: (backend) =>
        through({
          findAccounts: (request) => (isBroken ? Promise.reject(new PortError('offline')) : backend.access!.findAccounts!(request)),
        })(backend),
    });
    const { element } = world;
    await type(field(element), clerk.name);
    await press('Enter');
    await until(() => expect(shown(one(element, 'alert'))).to.contain('There is no connection.'));
    isBroken = false;
    one(element, 'button', 'Try again').click();
    await until(() => one(element, 'article', 'Noura Haddad'));
  });

  it('a code of the audit that nobody here knows is shown as it is', async () => {
    const trace = { at: 0, action: 'access.other', outcome: 'refused', code: 'some-code', by: 'desk' } as const;
    const account: AccountState = {
      ...{ accountId: 'a', displayName: 'Of an adapter', email: 'a@b.example', roles: ['clerk'], life: 'suspended' },
      ...{
        isLocked: true,
        lockedUntil: Date.UTC(2026, 10, 21, 12),
        isRecoveryLocked: true,
        sessions: 0,
        lastSignInAt: null,
        traces: [trace],
      },
    };
    const { element } = await deskPage({ through: through({ findAccounts: async () => [account] }) });
    await find(element, 'anybody');
    expect(shown(element)).to.contain('access.other').and.to.contain('some-code').and.to.contain('Locked until');
    expect(shown(element)).to.contain('Recovery by code or question is closed').and.to.contain('Never');
  });

  it('says what is missing: no portal, nobody signed in, a backend without it', async () => {
    const lonely = await mount<AccountDeskElement>(html`<account-desk></account-desk>`);
    expect(shown(lonely)).to.contain('Not connected');
    const { portal: nobody } = await createTestPortal();
    lonely.portal = nobody;
    await until(() => expect(shown(lonely)).to.contain('Sign in to see this.'));
    const { portal: without } = await createTestPortal({
      signedIn: 'helpdesk',
      through: (backend) => {
        const { findAccounts: _, ...access } = backend.access!;
        return { ...backend, access };
      },
    });
    lonely.portal = without;
    await until(() => expect(shown(lonely)).to.contain('This portal does not offer this.'));
  });

  it('has nothing to say to axe in both languages, light and dark: empty, found and locked, done', async () => {
    const page = await deskPage();
    await everyLook(page.element);
    page.element.parentElement!.lang = 'en';
    await until(() => one(page.element, 'heading', 'Accounts'));
    await lock(page);
    await find(page.element, clerk.name);
    await everyLook(page.element);
    one(page.element, 'button', 'فتح القفل').click();
    await until(() => expect(shown(one(page.element, 'alert'))).to.contain('فُتح قفل الحساب'));
    await everyLook(page.element);
  });
});
