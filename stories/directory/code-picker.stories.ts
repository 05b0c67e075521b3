import { codePickerMessages } from '@portico/core/directory';
import { codePickerMessagesAr } from '@portico/core/directory/code-picker.messages.ar';
import '@portico/elements/define/code-picker';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { element, inside, texts } from '../kit/play.ts';
import type { StoryWorld } from '../kit/story-world.ts';

const t = texts(codePickerMessages, codePickerMessagesAr);

interface Args {
  readonly list?: 'diagnoses' | 'services';
  readonly currency?: string;
  readonly required?: boolean;
}

/** Types into the field, and waits for so many choices at least. */
const searched =
  (text: string, least = 1): NonNullable<StoryObj['play']> =>
  async ({ canvasElement }) => {
    const picker = inside(canvasElement, 'code-picker');
    await userEvent.type(await picker.findByRole('combobox'), text);
    await waitFor(async () => expect((await picker.findAllByRole('option')).length).toBeGreaterThanOrEqual(least), { timeout: 5_000 });
  };

/** Chooses the last one: "Not in the list". */
const unlisted =
  (text: string): NonNullable<StoryObj<Args>['play']> =>
  async (context) => {
    await searched(text)(context as never);
    const picker = inside(context.canvasElement, 'code-picker');
    await userEvent.click((await picker.findAllByRole('option')).at(-1)!);
    await picker.findByText(t(`code-picker.unlisted.${context.args.list ?? 'diagnoses'}`));
  };

const meta: Meta<Args> = {
  title: 'Directory/Code picker',
  component: 'code-picker',
  render: ({ list = 'diagnoses', currency = 'AED', required = false }) =>
    html`<code-picker list=${list} currency=${currency} ?required=${required}></code-picker>`,
  argTypes: { list: { control: 'select', options: ['diagnoses', 'services'] } },
  parameters: { world: { signedIn: 'clerk' } },
};
export default meta;
type Story = StoryObj<Args>;

/** Nothing is searched by itself. */
export const Empty: Story = {};

/** N19: by words, in Arabic or Latin letters. */
export const ByWords: Story = { play: searched('سكري', 4) };

/** N19: by the beginning of a code, the exact one first, with or without its dots. */
export const ByCode: Story = { play: searched('m171', 2) };

/** N20: services. */
export const Services: Story = { args: { list: 'services' }, play: searched('wheel', 3) };

/** N19: a diagnosis in no list keeps the nearest code and the exact words. */
export const DiagnosisNotListed: Story = { play: unlisted('Gitelman syndrome') };

/** N20: a service in no list goes by name and estimated cost. */
export const ServiceNotListed: Story = { args: { list: 'services' }, play: unlisted('Gait analysis') };

/** The form round it waits for a code. */
export const Required: Story = {
  args: { required: true },
  play: async ({ canvasElement }) => {
    await inside(canvasElement, 'code-picker').findByRole('combobox');
    element<HTMLElement & { check(): boolean }>(canvasElement, 'code-picker').check();
    await inside(canvasElement, 'code-picker').findByText(t('code-picker.required'));
  },
};

/** The list cannot be reached; what was typed stays. */
export const Offline: Story = {
  parameters: { world: { signedIn: 'clerk', prepare: ({ faults }: StoryWorld) => faults.failNext('offline', { at: 'directory.codes' }) } },
  play: async ({ canvasElement }) => {
    const picker = inside(canvasElement, 'code-picker');
    await userEvent.type(await picker.findByRole('combobox'), 'asthma');
    await picker.findByRole('button');
  },
};

/** Nobody is signed in. */
export const SignedOut: Story = { parameters: { world: {} } };

/** No portal is there, or not yet. */
export const NotConnected: Story = { parameters: { world: null } };
