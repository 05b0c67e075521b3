import { accountDeskMessages } from '@portico/core/access/account-desk';
import { accountDeskMessagesAr } from '@portico/core/access/account-desk.messages.ar';
import '@portico/elements/define/account-desk';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import { accountOf } from '../../test/kit/test-portal.ts';
import { inside, texts } from '../kit/play.ts';
import type { StoryWorld } from '../kit/story-world.ts';

const t = texts(accountDeskMessages, accountDeskMessagesAr);
const clerk = accountOf('clerk');

async function find(canvas: HTMLElement, text: string): Promise<void> {
  const desk = inside(canvas, 'account-desk');
  await userEvent.type(await desk.findByLabelText(t('account-desk.text')), `${text}{Enter}`);
}

/** The clerk fails four times on another page. */
async function lock({ open }: StoryWorld): Promise<void> {
  const page = open();
  await page.signIn!(clerk);
  for (let n = 0; n < 4; n += 1) await page.signIn!({ name: clerk.name, password: 'wrong password' });
}

const meta: Meta = {
  title: 'Access/Account desk',
  component: 'account-desk',
  render: () => html`<account-desk></account-desk>`,
  parameters: { world: { signedIn: 'helpdesk' } },
};
export default meta;
type Story = StoryObj;

/** N6: nothing is listed without a search. */
export const Empty: Story = {};

/** N6: an account with its state and what happened last. */
export const Found: Story = {
  play: async ({ canvasElement }) => {
    await find(canvasElement, clerk.name);
    await inside(canvasElement, 'account-desk').findByRole('heading', { level: 3 });
  },
};

/** N4, N6: a locked account is unlocked. */
export const Unlocked: Story = {
  parameters: { world: { signedIn: 'helpdesk', prepare: lock } },
  play: async ({ canvasElement, step }) => {
    const desk = inside(canvasElement, 'account-desk');
    await step('Find it', () => find(canvasElement, clerk.name));
    await step('Unlock it', async () => userEvent.click(await desk.findByRole('button', { name: t('account-desk.unlock') })));
    await desk.findByText(t('account-desk.unlocked'));
  },
};

/** N6: the sessions of an account are ended. */
export const SessionsEnded: Story = {
  parameters: { world: { signedIn: 'helpdesk', prepare: lock } },
  play: async ({ canvasElement }) => {
    const desk = inside(canvasElement, 'account-desk');
    await find(canvasElement, clerk.name);
    await userEvent.click(await desk.findByRole('button', { name: t('account-desk.endSessions') }));
    await desk.findByText(t('account-desk.ended'));
  },
};

/** The whole name or the whole address; nothing else finds anybody. */
export const Nobody: Story = {
  play: async ({ canvasElement }) => {
    await find(canvasElement, 'nour');
    await inside(canvasElement, 'account-desk').findByText(t('account-desk.empty'));
  },
};

/** N6: for the helpdesk alone. */
export const NotForAClerk: Story = { parameters: { world: { signedIn: 'clerk' } } };

/** The network is gone. */
export const Offline: Story = {
  globals: { network: 'offline' },
  play: async ({ canvasElement }) => {
    await find(canvasElement, clerk.name);
    await inside(canvasElement, 'account-desk').findByText(t('account-desk.offline'));
  },
};

/** Nobody is signed in. */
export const SignedOut: Story = { parameters: { world: {} } };

/** No portal is there, or not yet. */
export const NotConnected: Story = { parameters: { world: null } };
