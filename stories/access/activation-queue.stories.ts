import { activationQueueMessages } from '@portico/core/access/activation-queue';
import { activationQueueMessagesAr } from '@portico/core/access/activation-queue.messages.ar';
import '@portico/elements/define/activation-queue';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import { inside, texts } from '../kit/play.ts';
import type { StoryWorld } from '../kit/story-world.ts';

const t = texts(activationQueueMessages, activationQueueMessagesAr);

/** Somebody registers on another page. */
async function registered({ open }: StoryWorld): Promise<void> {
  const asked = {
    displayName: 'Layla Aziz',
    email: 'layla@clinic.example',
    phone: '+971 4 555 0100',
    role: 'clerk',
    locale: 'en',
  } as const;
  const provider = { providerNumber: 'DHA-F-0047', providerName: 'Noor Clinic' };
  const account = { name: 'layla', password: 'a kettle of fish on Sunday' };
  await open().backend.access!.register!({ ...asked, ...provider, ...account }, { commandId: 'story' });
}

const meta: Meta = {
  title: 'Access/Activation queue',
  component: 'activation-queue',
  render: () => html`<activation-queue></activation-queue>`,
  parameters: { world: { signedIn: 'helpdesk', prepare: registered } },
};
export default meta;
type Story = StoryObj;

/** N8: who waits, the oldest first. */
export const Waiting: Story = {
  play: async ({ canvasElement }) => {
    await inside(canvasElement, 'activation-queue').findByRole('heading', { level: 3 });
  },
};

/** N8: activated, for a provider. */
export const Activated: Story = {
  play: async ({ canvasElement, step }) => {
    const queue = inside(canvasElement, 'activation-queue');
    await step('Open the answer', async () => userEvent.click(await queue.findByRole('button', { name: t('activation-queue.activate') })));
    const field = await queue.findByRole('combobox', { name: t('activation-queue.providers') });
    await step('Choose the provider', async () => {
      await userEvent.type(field, 'noor');
      await userEvent.click(await queue.findByRole('option', { name: /Al Noor/ }));
      await queue.findByRole('button', { name: /Al Noor/ });
    });
    await userEvent.click(await queue.findByRole('button', { name: t('activation-queue.confirmActivate') }));
    await queue.findByText(t('activation-queue.activated'));
  },
};

/** N8: a provider that is not known here is told at the field. */
export const UnknownProvider: Story = {
  play: async ({ canvasElement }) => {
    const queue = inside(canvasElement, 'activation-queue');
    await userEvent.click(await queue.findByRole('button', { name: t('activation-queue.activate') }));
    await userEvent.type(await queue.findByRole('combobox', { name: t('activation-queue.providers') }), 'Sunrise Clinic');
    await userEvent.click(await queue.findByRole('button', { name: t('activation-queue.confirmActivate') }));
    await queue.findByText(t('activation-queue.bindingUnknown'));
  },
};

/** N8: refused, with a reason that is told by mail. */
export const Refused: Story = {
  play: async ({ canvasElement }) => {
    const queue = inside(canvasElement, 'activation-queue');
    await userEvent.click(await queue.findByRole('button', { name: t('activation-queue.refuse') }));
    await userEvent.selectOptions(await queue.findByLabelText(t('activation-queue.reason')), 'provider-unknown');
    await userEvent.click(await queue.findByRole('button', { name: t('activation-queue.confirmRefuse') }));
    await queue.findByText(t('activation-queue.refused'));
  },
};

/** Nobody waits. */
export const Empty: Story = { parameters: { world: { signedIn: 'helpdesk' } } };

/** N8: for the helpdesk alone. */
export const NotForAClerk: Story = { parameters: { world: { signedIn: 'clerk' } } };

/** The network is gone. */
export const Offline: Story = {
  globals: { network: 'offline' },
  play: async ({ canvasElement }) => {
    await inside(canvasElement, 'activation-queue').findByText(t('activation-queue.offline'));
  },
};

/** Nobody is signed in. */
export const SignedOut: Story = { parameters: { world: {} } };

/** No portal is there, or not yet. */
export const NotConnected: Story = { parameters: { world: null } };
