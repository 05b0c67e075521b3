import { expect, fixtureCleanup, html, oneEvent } from '@open-wc/testing';
import type { Backend } from '@portico/core/portal';
import { all, everyLook, focus, mount, one, press, shown, type, until } from '../../../../test/kit/screen.ts';
import { accountOf, createTestPortal, type TestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import '../define/portal-shell.ts';
import '../define/sign-in.ts';
import type { PortalShellElement } from './portal-shell.element.ts';

const minute = 60_000;
const never = (): Promise<never> => new Promise(() => undefined);

interface ShellPage extends TestPortal {
  readonly shell: PortalShellElement;
}
async function shellPage(options: TestPortalOptions = {}): Promise<ShellPage> {
  const world = await createTestPortal(options);
  const shell = await mount<PortalShellElement>(html`
    <portal-shell .portal=${world.portal}>
      <span slot="brand">Gulf Shield</span>
      <sign-in slot="signed-out" .portal=${world.portal}></sign-in>
      <p slot="claims">The claims <button>Ask</button></p>
      <p slot="contacts">The contacts</p>
      <p slot="extra">More</p>
    </portal-shell>
  `);
  await until(() => one(shell, 'main'));
  return { ...world, shell };
}
const menu = (shell: Element): string[] => all(one(shell, 'navigation'), 'link').map(shown);
const inMain = (shell: Element): string => shown(one(shell, 'main'));

/** Leaves a command in the outbox that was not answered; `answer` lets it come through. */
function unsent({ portal }: TestPortal): { readonly answer: () => void } {
  let answer = (): void => undefined;
  void portal.outbox
    .submit(() => new Promise((resolve) => (answer = () => resolve({ status: 'accepted', value: undefined as never }))))
    .catch(() => undefined);
  return { answer: () => answer() };
}

describe('portal shell', () => {
  it('N1 shows the sign-in to nobody, with the contacts in the menu', async () => {
    const { shell } = await shellPage();
    expect(menu(shell)).to.deep.equal(['Sign in', 'Contact us']);
    await until(() => expect(inMain(shell)).to.contain('User name'));
    one(shell, 'link', 'Contact us').focus();
    await press('Enter');
    await until(() => expect(inMain(shell)).to.equal('The contacts'));
  });

  it('N5 N6 has the page of accounts for the helpdesk, the own one where a way back can be set, both where the host brings them', async () => {
    const menus: Record<string, string[]> = {};
    const withoutWays = ({ access, ...backend }: Backend): Backend => {
      const { issueRecoveryCode: _code, setSecretQuestion: _question, ...rest } = access!;
      return { ...backend, access: rest };
    };
    for (const [name, options] of Object.entries({
      clerk: { signedIn: 'clerk' },
      helpdesk: { signedIn: 'helpdesk' },
      'by question': { signedIn: 'claims-center', pack: 'nextcare' },
      'without ways': { signedIn: 'claims-center', through: withoutWays },
    } satisfies Record<string, TestPortalOptions>)) {
      const { shell } = await shellPage(options);
      for (const slot of ['accounts', 'account']) shell.append(Object.assign(document.createElement('p'), { slot, textContent: slot }));
      shell.requestUpdate();
      await shell.updateComplete;
      menus[name] = menu(shell);
    }
    expect(menus).to.deep.equal({
      clerk: ['Claims Query', 'My account', 'Contact us'],
      helpdesk: ['Claims Query', 'Accounts', 'My account', 'Contact us'],
      'by question': ['Claims Query', 'My account', 'Contact us'],
      'without ways': ['Claims Query', 'Contact us'],
    });
  });

  it('N26 has the pages of authorizations for whoever may do what stands there, where the host brings them', async () => {
    const menus: Record<string, string[]> = {};
    for (const role of ['clerk', 'helpdesk', 'claims-center'] as const) {
      const { shell } = await shellPage({ signedIn: role });
      for (const slot of ['authorizations', 'request', 'decisions', 'notices'])
        shell.append(Object.assign(document.createElement('p'), { slot, textContent: slot }));
      shell.requestUpdate();
      await shell.updateComplete;
      menus[role] = menu(shell);
    }
    expect(menus).to.deep.equal({
      clerk: ['Claims Query', 'Authorizations', 'New request', 'Notices', 'Contact us'],
      helpdesk: ['Claims Query', 'Authorizations', 'Notices', 'Contact us'],
      'claims-center': ['Claims Query', 'Authorizations', 'Decisions', 'Notices', 'Contact us'],
    });
  });

  it('after a sign-in the focus is where the host marked the page, else on the page', async () => {
    for (const isMarked of [true, false]) {
      const { shell, portal } = await shellPage();
      if (isMarked) shell.querySelector('[slot=claims] button')!.toggleAttribute('autofocus');
      shell.querySelector<HTMLElement>('sign-in')!.focus();
      await portal.signIn!(accountOf('clerk'));
      await until(() => expect(focus()).to.equal(isMarked ? "button 'Ask'" : "main ''"));
      fixtureCleanup();
    }
  });

  it('offers what the person may do and the backend can, and nothing else', async () => {
    for (const role of ['clerk', 'helpdesk', 'claims-center'] as const) {
      const { shell } = await shellPage({ signedIn: role });
      expect(menu(shell), role).to.deep.equal(['Claims Query', 'Contact us']);
    }
    const without = await shellPage({ signedIn: 'clerk', through: ({ claims: _, ...backend }) => backend });
    expect(menu(without.shell)).to.deep.equal(['Contact us']);
    const nothing = await shellPage({ signedIn: 'clerk', through: ({ claims: _, directory: __, ...backend }) => backend });
    expect(inMain(nothing.shell)).to.equal('There is no page here that you may see. Your helpdesk can tell you why.');
    expect(all(nothing.shell, 'navigation')).to.be.empty;
  });

  it('opens a page by keyboard, marks it, puts the focus at its beginning, and says so', async () => {
    const { shell } = await shellPage({ signedIn: 'clerk' });
    const opened = oneEvent(shell, 'page-opened');
    one(shell, 'link', 'Contact us').focus();
    await press('Enter');
    expect((await opened).detail).to.deep.equal({ page: 'contacts' });
    await until(() => expect(focus()).to.equal("main ''"));
    await until(() => expect(one(shell, 'link', 'Contact us').getAttribute('aria-current')).to.equal('page'));
    await until(() => expect(one(shell, 'link', 'Claims Query').hasAttribute('aria-current')).to.equal(false));
    expect(inMain(shell)).to.equal('The contacts');
  });

  it('takes the pages of its host, with their own names or by id', async () => {
    const { shell } = await shellPage({ signedIn: 'clerk' });
    shell.pages = [{ id: 'extra', label: 'Extras' }, { id: 'bare' }, { id: 'contacts', isOffered: () => false }];
    await until(() => expect(menu(shell)).to.deep.equal(['Extras', 'bare']));
    expect(inMain(shell)).to.equal('More');
  });

  it('skips to the content', async () => {
    const { shell } = await shellPage({ signedIn: 'clerk' });
    one(shell, 'link', 'Skip to content').focus();
    await press('Enter');
    await until(() => expect(focus()).to.equal("main ''"));
  });

  it('says who is in, and keeps the focus in the page when somebody comes in or goes', async () => {
    const { shell, portal } = await shellPage();
    const form = shell.querySelector('sign-in')!;
    const { name, password } = accountOf('clerk');
    await until(() => one(form, 'textbox', 'User name'));
    await type(one(form, 'textbox', 'User name'), name);
    await type(one(form, 'textbox', 'Password'), password);
    await press('Enter');
    await until(() => expect(shown(one(shell, 'banner'))).to.contain('Signed in as Noura Haddad Clerk'));
    await until(() => expect(focus()).to.equal("main ''"));
    expect(inMain(shell)).to.contain('The claims');
    one(shell, 'button', 'Sign out').focus();
    await press('Enter');
    await until(() => expect(portal.subject()).to.equal(null));
    await until(() => expect(focus()).to.equal("main ''"));
    await until(() =>
      expect(shown(shell)).to.contain('You signed out. Nothing was kept in this browser for you.').and.not.contain('Noura'),
    );
  });

  it('does not take the focus when a session comes to be found after a reload', async () => {
    let found = (_: null): void => undefined;
    const through = (backend: Backend): Backend => ({
      ...backend,
      access: { ...backend.access!, session: () => new Promise((resolve) => (found = resolve)) },
    });
    const { shell } = await shellPage({ through });
    expect(inMain(shell)).to.equal('Looking for your session…');
    const elsewhere = document.body.appendChild(document.createElement('input'));
    elsewhere.focus();
    found(null);
    await until(() => expect(inMain(shell)).to.contain('User name'));
    expect(focus()).to.contain('textbox');
    expect(document.activeElement === elsewhere).to.equal(true);
    elsewhere.remove();
  });

  it('warns before the session ends, lets it be kept, and tells why it ended', async () => {
    const { shell, clock, portal } = await shellPage({ signedIn: 'clerk' });
    await clock.pass(29.5 * minute);
    await until(() => expect(shown(one(shell, 'alert'))).to.contain('Your session ends at'));
    one(shell, 'button', 'Stay signed in').focus();
    await press('Enter');
    await until(() => expect(shown(one(shell, 'alert'))).to.equal(''));
    await clock.pass(29 * minute);
    expect(portal.subject()).not.to.equal(null);
    await clock.pass(2 * minute);
    await until(() => expect(shown(shell)).to.contain('You were signed out because nothing was done for a while.'));
  });

  it('a key pressed in the page keeps the session alive', async () => {
    const { shell, clock, portal } = await shellPage({ signedIn: 'clerk' });
    await clock.pass(20 * minute);
    shell.querySelector('button')!.focus();
    await press('ArrowDown');
    await clock.pass(20 * minute);
    expect(portal.subject()).not.to.equal(null);
  });

  it('says when the session was ended elsewhere', async () => {
    const { shell, portal } = await shellPage({ signedIn: 'clerk' });
    await portal.backend.access!.signOut();
    await until(() => expect(shown(shell)).to.contain('Your session was ended on another page or by the helpdesk.'));
  });

  it('says when the network is gone and when it is back', async () => {
    const { shell } = await shellPage({ signedIn: 'clerk' });
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    dispatchEvent(new Event('offline'));
    await until(() => expect(shown(one(shell, 'status'))).to.contain('You are offline.'));
    delete (navigator as { onLine?: unknown }).onLine;
    dispatchEvent(new Event('online'));
    await until(() => expect(shown(one(shell, 'status'))).to.equal(''));
  });

  it('asks what is to become of commands that were not sent, and sends them first if wanted', async () => {
    const world = await shellPage({ signedIn: 'clerk' });
    const { shell, portal } = world;
    const { answer } = unsent(world);
    one(shell, 'button', 'Sign out').focus();
    await press('Enter');
    await until(() => expect(focus()).to.equal("button 'Send, then sign out'"));
    await until(() => expect(shown(one(shell, 'alert'))).to.contain('1 change was not sent yet.'));
    await press('Enter');
    await until(() => expect(shown(one(shell, 'alert'))).to.contain('Sending 1 change, then signing out…'));
    expect(portal.subject(), 'still in').not.to.equal(null);
    answer();
    await until(() => expect(portal.subject()).to.equal(null));
  });

  it('lets unsent commands go, or the person stay', async () => {
    const world = await shellPage({ signedIn: 'clerk' });
    const { shell, portal } = world;
    unsent(world);
    one(shell, 'button', 'Sign out').click();
    await until(() => one(shell, 'button', 'Stay signed in').click());
    await until(() => expect(shown(one(shell, 'alert'))).to.equal(''));
    one(shell, 'button', 'Sign out').click();
    await until(() => one(shell, 'button', 'Discard and sign out').click());
    await until(() => expect(portal.subject()).to.equal(null));
    expect(portal.outbox.pending()).to.be.empty;
  });

  it('does not promise what a browser cannot hold: practice, and data that stays', async () => {
    const { shell } = await shellPage({ signedIn: 'clerk', enforcement: 'rehearsal' });
    expect(shown(one(shell, 'status'))).to.contain('a rehearsal here, not a protection');
    one(shell, 'button', 'Sign out').click();
    await until(() => expect(shown(shell)).to.contain('What was entered stays').and.not.contain('Nothing was kept'));
  });

  it('says so where there is no portal', async () => {
    const shell = await mount(html`<portal-shell></portal-shell>`);
    expect(shown(shell)).to.contain('No portal is connected.');
  });

  it('has nothing for axe to say: signed out, in, ending, asking, restoring', async () => {
    const through = (backend: Backend): Backend => ({ ...backend, access: { ...backend.access!, session: never } });
    for (const options of [{}, { signedIn: 'helpdesk' }, { through }] as const) await lookAt(await shellPage(options));
    const ending = await shellPage({ signedIn: 'clerk', enforcement: 'rehearsal' });
    await ending.clock.pass(29.5 * minute);
    await lookAt(ending);
    const asking = await shellPage({ signedIn: 'clerk' });
    unsent(asking);
    one(asking.shell, 'button', 'Sign out').click();
    await lookAt(asking);
  });
});

/** The shell has no heading to tell its language by, and a page has one shell. */
async function lookAt({ shell }: ShellPage): Promise<void> {
  shell.querySelectorAll('[slot=claims], [slot=contacts], [slot=extra], [slot=brand]').forEach((page) => page.replaceChildren());
  await everyLook(shell);
  fixtureCleanup();
}
