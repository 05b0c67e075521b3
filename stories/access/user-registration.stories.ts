import { userRegistrationMessages } from '@portico/core/access/user-registration';
import { userRegistrationMessagesAr } from '@portico/core/access/user-registration.messages.ar';
import '@portico/elements/define/user-registration';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import { inside, texts } from '../kit/play.ts';

const t = texts(userRegistrationMessages, userRegistrationMessagesAr);

const said = [
  ['user-registration.displayName', 'Layla Aziz'],
  ['user-registration.email', 'layla@clinic.example'],
  ['user-registration.phone', '+971 4 555 0100'],
  ['user-registration.providerNumber', 'DHA-F-0047'],
  ['user-registration.providerName', 'Noor Clinic'],
  ['user-registration.name', 'layla'],
] as const;

async function register(canvas: HTMLElement, password: string): Promise<void> {
  const form = inside(canvas, 'user-registration');
  for (const [key, text] of said) await userEvent.type(await form.findByLabelText(t(key)), text);
  await userEvent.type(await form.findByLabelText(t('user-registration.password')), `${password}{Enter}`);
}

const meta: Meta = {
  title: 'Access/User registration',
  component: 'user-registration',
  render: () => html`<user-registration></user-registration>`,
  parameters: { world: {} },
};
export default meta;
type Story = StoryObj;

/** N7: the form as policy wants it. */
export const Empty: Story = {};

/** N7: all fields are mandatory. */
export const Missing: Story = {
  play: async ({ canvasElement }) => {
    const form = inside(canvasElement, 'user-registration');
    await userEvent.click(await form.findByRole('button', { name: t('user-registration.submit') }));
    if ((await form.findByLabelText(t('user-registration.email'))).getAttribute('aria-invalid') !== 'true')
      throw new Error('nothing is told');
  },
};

/** N7: sent to the helpdesk; the account waits. */
export const Sent: Story = {
  play: async ({ canvasElement }) => {
    await register(canvasElement, 'a kettle of fish on Sunday');
    await inside(canvasElement, 'user-registration').findByText(t('user-registration.sent'));
  },
};

/** A password that too many people have. */
export const CommonPassword: Story = {
  play: async ({ canvasElement }) => {
    await register(canvasElement, 'password12345');
    await inside(canvasElement, 'user-registration').findByText(t('user-registration.issue.password-too-common'));
  },
};

/** The network went while it was sent. */
export const Offline: Story = {
  globals: { network: 'offline' },
};

/** No portal is there, or not yet. */
export const NotConnected: Story = { parameters: { world: null } };
