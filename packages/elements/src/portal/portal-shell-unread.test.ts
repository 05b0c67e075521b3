import { expect, html } from '@open-wc/testing';
import type { WorklistFilter } from '@portico/core/authorizations';
import { PortError } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import { all, everyLook, mount, one, shown, until } from '../../../../test/kit/screen.ts';
import { accountOf, createTestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import '../define/portal-shell.ts';
import type { PortalShellElement } from './portal-shell.element.ts';

const everything: WorklistFilter = { scope: 'mine', payerId: null, urgency: null, number: '' };

/** The shell of somebody, with a page of notices, and a claims center that asks the clerk about one authorization after the other. */
async function shellPage(asked: number, options: TestPortalOptions = {}) {
  let counts = 0;
  const { through = (backend: Backend) => backend } = options;
  const world = await createTestPortal({
    ...{ signedIn: 'clerk', claims: 200, ...options },
    through: (backend) => {
      const { messages, ...rest } = through(backend);
      if (!messages) return rest;
      return { ...rest, messages: { ...messages, unread: (request) => ((counts += 1), messages.unread(request)) } };
    },
  });
  const desk = world.open();
  await desk.signIn!(accountOf('claims-center'));
  const { authorizations } = desk.backend;
  const { rows } = await authorizations!.worklist(everything, {});
  let n = 0;
  const ask = async (): Promise<void> => {
    n += 1;
    await authorizations!.requestInformation!(rows[n - 1]!.id, { text: 'The report?', items: [], dueAt: null }, { commandId: `ask-${n}` });
  };
  for (let done = 0; done < asked; done += 1) await ask();
  counts = 0;
  const shell = await mount<PortalShellElement>(html` <portal-shell .portal=${world.portal}><p slot="notices"></p></portal-shell> `);
  await until(() => one(shell, 'main'));
  return { ...world, shell, ask, counted: () => counts };
}

const badge = (shell: Element): string | null => shell.shadowRoot!.querySelector('.badge')?.textContent?.trim() ?? null;

const told = (shell: Element, name: string): Promise<unknown> => until(() => expect(all(shell, 'link', name), name).to.have.lengthOf(1));

describe('portal shell: unread notices', () => {
  it('E22 the entry of the notices tells how many are unread, in its name and as a mark, and follows what comes and what is read', async () => {
    const { shell, ask, portal, counted } = await shellPage(2);
    await told(shell, 'Notices, 2 unread');
    expect(badge(shell)).to.equal('2');
    shell.requestUpdate();
    await shell.updateComplete;
    expect(counted(), 'asked once').to.equal(1);
    await ask();
    await told(shell, 'Notices, 3 unread');
    const { rows } = await portal.backend.messages!.notices({ unreadOnly: true }, {});
    await portal.backend.messages!.markRead!([rows[0]!.id], { commandId: 'one' });
    await told(shell, 'Notices, 2 unread');
    await portal.backend.messages!.markRead!('all', { commandId: 'all' });
    await told(shell, 'Notices');
    expect(badge(shell)).to.equal(null);
  });

  it('E22 is of the person who is in: another one sees the own, nobody none', async () => {
    const { shell, portal } = await shellPage(2);
    await told(shell, 'Notices, 2 unread');
    await portal.logout();
    await until(() => expect(all(shell, 'link', /Notices/)).to.be.empty);
    await portal.signIn!(accountOf('claims-center'));
    await told(shell, 'Notices');
    await portal.signIn!(accountOf('clerk'));
    await told(shell, 'Notices, 2 unread');
  });

  it('E22 is not asked where there is no page of notices, no port, or nobody who may read them', async () => {
    const { shell, counted, ask } = await shellPage(1);
    await told(shell, 'Notices, 1 unread');
    shell.replaceChildren();
    shell.requestUpdate();
    await until(() => expect(all(shell, 'link', /Notices/)).to.be.empty);
    await ask();
    expect(counted()).to.equal(1);
    const without = await shellPage(1, { through: ({ messages: _, ...backend }) => backend });
    expect(all(without.shell, 'link', /Notices/)).to.be.empty;
  });

  it('what is not known is not told, and is asked again once the network is back', async () => {
    let isOffline = true;
    const through = (backend: Backend): Backend => ({
      ...backend,
      messages: {
        ...backend.messages!,
        unread: async (request) => {
          if (isOffline) throw new PortError('offline');
          return backend.messages!.unread(request);
        },
      },
    });
    const { shell } = await shellPage(1, { through });
    await told(shell, 'Notices');
    isOffline = false;
    dispatchEvent(new Event('online'));
    await told(shell, 'Notices, 1 unread');
  });

  it('E22 counts in Arabic', async () => {
    const { shell } = await shellPage(2, { locale: 'ar' });
    await until(() => expect(shown(one(shell, 'link', /الإشعارات/))).to.contain('، إشعاران غير مقروءين'));
  });

  it('has nothing for axe to say', async () => {
    const { shell } = await shellPage(2);
    await told(shell, 'Notices, 2 unread');
    await everyLook(shell);
  });
});
