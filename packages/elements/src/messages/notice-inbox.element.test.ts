import { expect, html, oneEvent } from '@open-wc/testing';
import { createFaults, withFaults } from '@portico/testing/faults';
import { all, everyLook, focus, mount, one, press, shown, until } from '../../../../test/kit/screen.ts';
import { simulatedClock } from '../../../../test/kit/simulated-clock.ts';
import { accountOf, createTestPortal } from '../../../../test/kit/test-portal.ts';
import type { NoticeInboxElement } from './notice-inbox.element.ts';
import { inboxOf, inboxPage } from './notices.fixture.test.ts';

const lines = (element: NoticeInboxElement): string[] => all(element, 'listitem').map((line) => shown(line));
const button = (element: NoticeInboxElement, name: string): HTMLElement => one(element, 'button', name);
const count = (element: NoticeInboxElement): string => shown(element.shadowRoot!.querySelector('.count')!);

describe('notice-inbox', () => {
  it('E22 lists what the payer asked, newest first, by number and never by name; opened by keyboard it is read', async () => {
    const { element, portal } = await inboxPage(2);
    await until(() => expect(count(element)).to.equal('2 unread'));
    expect(element.getAttribute('unread')).to.equal('2');
    const { rows } = await portal.backend.messages!.notices({ unreadOnly: false }, {});
    for (const [n, { reference }] of rows.entries())
      expect(lines(element)[n]).to.match(new RegExp(`^Unread: The payer asks for information on authorization ${reference} Nov 21, 2026`));
    all(element, 'listitem')[0]!.querySelector('button')!.focus();
    const opened = oneEvent(element, 'notice-opened');
    const changed = oneEvent(element, 'unread-changed');
    await press('Enter');
    expect((await opened).detail).to.deep.equal({ topic: 'authorizations', recordId: rows[0]!.recordId });
    expect((await changed).detail).to.deep.equal({ count: 1 });
    await until(() => expect(element.getAttribute('unread')).to.equal('1'));
    expect(lines(element).map((line) => line.startsWith('Unread'))).to.deep.equal([false, true]);
    expect(await portal.backend.messages!.unread()).to.equal(1);
    expect(focus()).to.contain(rows[0]!.reference);
  });

  it('marks all as read and takes it back, with the focus on the way back', async () => {
    const { element, portal } = await inboxPage(3);
    await until(() => expect(count(element)).to.equal('3 unread'));
    button(element, 'Mark all as read').focus();
    await press('Enter');
    await until(() => expect(focus()).to.equal("button 'Undo'"));
    expect([count(element), await portal.backend.messages!.unread()]).to.deep.equal(['Everything is read', 0]);
    await press('Enter');
    await until(() => expect(focus()).to.equal("button 'Mark all as read'"));
    await until(() => expect(lines(element).every((line) => line.startsWith('Unread'))).to.equal(true));
    expect([count(element), await portal.backend.messages!.unread()]).to.deep.equal(['3 unread', 3]);
  });

  it('shows unread ones alone, and says when there is none', async () => {
    const { element } = await inboxPage(2);
    await until(() => expect(lines(element).length).to.equal(2));
    all(element, 'listitem')[1]!.querySelector('button')!.click();
    await until(() => expect(count(element)).to.equal('1 unread'));
    one(element, 'checkbox', 'Show unread only').click();
    await until(() => expect(lines(element).length).to.equal(1));
    button(element, 'Mark all as read').click();
    await until(() => expect(count(element)).to.equal('Everything is read'));
    button(element, 'Refresh').click();
    await until(() => expect(shown(element)).to.contain('There is nothing unread.'));
  });

  it('tells of what comes and does not move the list until it is asked to', async () => {
    const { element, ask } = await inboxPage(1);
    await until(() => expect(lines(element).length).to.equal(1));
    const before = lines(element);
    const reference = await ask();
    await until(() => expect(shown(element)).to.contain('Something new has come.'));
    expect([lines(element), count(element)]).to.deep.equal([before, '2 unread']);
    button(element, 'Show it').focus();
    await press('Enter');
    await until(() => expect(lines(element)[0]).to.contain(reference));
    await until(() => expect(focus()).to.contain(reference));
  });

  it('what comes while it is hidden is there when it is shown', async () => {
    const { element, ask } = await inboxPage(1);
    await until(() => expect(lines(element).length).to.equal(1));
    element.hidden = true;
    const reference = await ask();
    await until(() => expect(element.getAttribute('unread')).to.equal('2'));
    await until(() => expect(element.shadowRoot!.querySelectorAll('li')[0]!.textContent).to.contain(reference));
    element.hidden = false;
    await until(() => expect(lines(element)[0]).to.contain(reference));
    expect(shown(element)).not.to.contain('Something new has come.');
  });

  it('is empty for whoever is told nothing, and says why it could be otherwise', async () => {
    const { portal, element: clerks } = await inboxPage(1);
    await until(() => expect(lines(clerks).length).to.equal(1));
    await portal.signIn!(accountOf('helpdesk'));
    const element = await inboxOf(portal);
    await until(() => expect(shown(element)).to.contain('There are no notices yet.'));
    expect([count(element), element.getAttribute('unread')]).to.deep.equal(['Everything is read', '0']);
  });

  it('says so where the backend has no notices, where nobody is signed in, and where there is no connection', async () => {
    const { portal: without } = await createTestPortal({ signedIn: 'clerk', through: ({ messages: _, ...backend }) => backend });
    const here = await mount<NoticeInboxElement>(html`<notice-inbox .portal=${without}></notice-inbox>`);
    await until(() => expect(shown(here)).to.contain('does not offer this'));
    const { portal } = await createTestPortal();
    const nobody = await mount<NoticeInboxElement>(html`<notice-inbox .portal=${portal}></notice-inbox>`);
    await until(() => expect(shown(nobody)).to.match(/[Ss]ign/));
    const faults = createFaults({ clock: simulatedClock() });
    const { portal: offline } = await createTestPortal({ signedIn: 'clerk', through: (backend) => withFaults(backend, faults) });
    faults.offline = true;
    const element = await inboxOf(offline);
    await until(() => expect(shown(element)).to.contain('There is no connection.'));
    faults.offline = false;
    button(element, 'Try again').click();
    await until(() => expect(shown(element)).to.contain('There are no notices yet.'));
  });

  it('has nothing to say to axe in both languages, light and dark', async () => {
    const { element, ask } = await inboxPage(2);
    await until(() => expect(lines(element).length).to.equal(2));
    button(element, 'Mark all as read').click();
    await until(() => button(element, 'Undo'));
    await ask();
    await until(() => button(element, 'Show it'));
    await everyLook(element);
  });
});
