import { recoverySettingsMessages, secretQuestionMessages } from '@portico/core/access/recovery-settings';
import { recoverySettingsMessagesAr } from '@portico/core/access/recovery-settings.messages.ar';
import { secretQuestionMessagesAr } from '@portico/core/access/secret-question.messages.ar';
import '@portico/elements/define/recovery-settings';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { inside, texts } from '../kit/play.ts';

const t = texts(recoverySettingsMessages, recoverySettingsMessagesAr);
const q = texts(secretQuestionMessages, secretQuestionMessagesAr);

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

const nextcare = { world: { signedIn: 'clerk', pack: 'nextcare' } };

async function set(canvas: HTMLElement, answer: string, password: string): Promise<void> {
  const element = inside(canvas, 'recovery-settings');
  await userEvent.type(await element.findByLabelText(q('secret-question.answer')), answer);
  await userEvent.type(await element.findByLabelText(q('secret-question.password')), password);
  await userEvent.click(await element.findByRole('button', { name: q('secret-question.set') }));
}

/** N5: pack `nextcare` has a secret question instead of codes; the password is asked for again. */
export const Question: Story = { parameters: nextcare };

/** N5: what is missing is said at its field. */
export const QuestionMissing: Story = {
  parameters: nextcare,
  play: async ({ canvasElement }) => {
    const element = inside(canvasElement, 'recovery-settings');
    await userEvent.click(await element.findByRole('button', { name: q('secret-question.set') }));
    await element.findByText(q('secret-question.answer-missing'));
  },
};

/** N5: question and answer are set. */
export const QuestionSet: Story = {
  parameters: nextcare,
  play: async ({ canvasElement }) => {
    await set(canvasElement, 'A Canal Boat', 'demo-clerk-pass');
    await inside(canvasElement, 'recovery-settings').findByText(q('secret-question.done'));
  },
};

/** N4 N5: after four wrong passwords the account is locked. */
export const QuestionLocked: Story = {
  parameters: nextcare,
  play: async ({ canvasElement }) => {
    const element = inside(canvasElement, 'recovery-settings');
    await set(canvasElement, 'A Canal Boat', 'not mine');
    const button = await element.findByRole('button', { name: q('secret-question.set') });
    await waitFor(
      async () => {
        await userEvent.click(button);
        await expect(element.queryAllByText(q('secret-question.locked'))).toHaveLength(1);
      },
      { timeout: 20_000 },
    );
  },
};

/** No portal is there, or not yet. */
export const NotConnected: Story = { parameters: { world: null } };
