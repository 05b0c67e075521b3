import { recoverySettingsMessages } from '@portico/core/access/recovery-settings';
import { recoverySettingsMessagesAr } from '@portico/core/access/recovery-settings.messages.ar';
import '@portico/elements/define/recovery-settings';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import { inside, texts } from '../kit/play.ts';

const t = texts(recoverySettingsMessages, recoverySettingsMessagesAr);

async function make(canvas: HTMLElement): Promise<void> {
  await userEvent.click(await inside(canvas, 'recovery-settings').findByRole('button', { name: t('recovery-settings.make') }));
}

const meta: Meta = {
  title: 'Access/Recovery settings',
  component: 'recovery-settings',
  render: () => html`<recovery-settings></recovery-settings>`,
  parameters: { world: { signedIn: 'clerk' } },
};
export default meta;
type Story = StoryObj;

/** N5: the own recovery code. */
export const Idle: Story = {};

/** N5: a new one is shown this one time. */
export const Shown: Story = {
  play: async ({ canvasElement }) => {
    await make(canvasElement);
    await inside(canvasElement, 'recovery-settings').findByText(t('recovery-settings.shown'));
  },
};

/** The network is gone: the same is asked for once more. */
export const Offline: Story = {
  globals: { network: 'offline' },
  play: async ({ canvasElement }) => {
    await make(canvasElement);
    await inside(canvasElement, 'recovery-settings').findByText(t('recovery-settings.offline'));
  },
};

/** Pack `nextcare` has no recovery codes. */
export const NotOffered: Story = { parameters: { world: { signedIn: 'clerk', pack: 'nextcare' } } };

/** No portal is there, or not yet. */
export const NotConnected: Story = { parameters: { world: null } };
