import { noticeInboxMessages } from '@portico/core/messages/notice-inbox';
import { noticeInboxMessagesAr } from '@portico/core/messages/notice-inbox.messages.ar';
import type { Backend } from '@portico/core/portal';
import '@portico/elements/define/notice-inbox';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import { accountOf } from '../../test/kit/test-portal.ts';
import { inside, texts } from '../kit/play.ts';
import type { StoryWorld } from '../kit/story-world.ts';

const t = texts(noticeInboxMessages, noticeInboxMessagesAr);

/** The claims center asks about three authorizations. */
async function asked({ open, clock }: StoryWorld): Promise<void> {
  const desk = open();
  await desk.signIn!(accountOf('claims-center'));
  const { authorizations } = desk.backend;
  const { rows } = await authorizations!.worklist({ scope: 'mine', payerId: null, urgency: null, number: '' }, {});
  for (const [n, { id }] of rows.slice(0, 3).entries()) {
    await authorizations!.requestInformation!(id, { text: 'The report?', items: [], dueAt: null }, { commandId: `ask-${n}` });
    await clock.pass(60_000);
  }
  await desk.logout();
}

const meta: Meta = {
  title: 'Messages/Notice inbox',
  component: 'notice-inbox',
  render: () => html`<notice-inbox></notice-inbox>`,
  parameters: { world: { signedIn: 'clerk', claims: 200, prepare: asked } },
};
export default meta;
type Story = StoryObj;

/** E22: what the payer did, the newest first. */
export const Unread: Story = {
  play: async ({ canvasElement }) => {
    await inside(canvasElement, 'notice-inbox').findAllByRole('listitem');
  },
};

/** What was opened is read. */
export const OneRead: Story = {
  play: async ({ canvasElement }) => {
    const inbox = inside(canvasElement, 'notice-inbox');
    const [first] = await inbox.findAllByRole('listitem');
    await userEvent.click(first!.querySelector('button')!);
  },
};

/** All marked as read, with a way back. */
export const AllRead: Story = {
  play: async ({ canvasElement }) => {
    const inbox = inside(canvasElement, 'notice-inbox');
    await userEvent.click(await inbox.findByRole('button', { name: t('notice-inbox.markAll') }));
    await inbox.findByRole('button', { name: t('notice-inbox.undo') });
  },
};

/** Nothing was told yet. */
export const Empty: Story = { parameters: { world: { signedIn: 'helpdesk' } } };

/** The network is gone. */
export const Offline: Story = {
  globals: { network: 'offline' },
  play: async ({ canvasElement }) => {
    await inside(canvasElement, 'notice-inbox').findByText(t('notice-inbox.failed.offline'));
  },
};

/** The backend has no notices. */
export const NotOffered: Story = {
  parameters: { world: { signedIn: 'clerk', through: ({ messages: _, ...backend }: Backend): Backend => backend } },
};

/** Nobody is signed in. */
export const SignedOut: Story = { parameters: { world: {} } };

/** No portal is there, or not yet. */
export const NotConnected: Story = { parameters: { world: null } };
