import { html } from '@open-wc/testing';
import type { WorklistFilter } from '@portico/core/authorizations';
import { mount, one, until } from '../../../../test/kit/screen.ts';
import { accountOf, createTestPortal, type TestPortal, type TestPortalOptions } from '../../../../test/kit/test-portal.ts';
import '../define/notice-inbox.ts';
import type { Portal } from '../portal/portal.ts';
import type { NoticeInboxElement } from './notice-inbox.element.ts';

const everything: WorklistFilter = { scope: 'mine', payerId: null, urgency: null, number: '' };

/** A page with the inbox of the clerk, and the claims center that asks about one authorization after the other. */
export interface InboxPage extends TestPortal {
  readonly element: NoticeInboxElement;
  /** The claims center asks for information on the next authorization. */
  readonly ask: () => Promise<string>;
}

export const inboxOf = async (portal: Portal | undefined): Promise<NoticeInboxElement> => {
  const element = await mount<NoticeInboxElement>(html`<notice-inbox .portal=${portal}></notice-inbox>`);
  if (portal) await until(() => one(element, 'heading', /^(Notices|الإشعارات)$/));
  return element;
};

/** Opens the inbox over a world in which so many questions were asked. */
export async function inboxPage(asked: number, options: TestPortalOptions = {}): Promise<InboxPage> {
  const world = await createTestPortal({ signedIn: 'clerk', claims: 200, ...options });
  const desk = world.open();
  await desk.signIn!(accountOf('claims-center'));
  const { authorizations } = desk.backend;
  const { rows } = await authorizations!.worklist(everything, {});
  let n = 0;
  const ask = async (): Promise<string> => {
    const row = rows[(n += 1) - 1]!;
    await authorizations!.requestInformation!(row.id, { text: 'The report?', items: [], dueAt: null }, { commandId: `ask-${n}` });
    await world.clock.pass(60_000);
    return row.reference;
  };
  for (let done = 0; done < asked; done += 1) await ask();
  return { ...world, ask, element: await inboxOf(world.portal) };
}
