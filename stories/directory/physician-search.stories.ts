import { physicianSearchMessages } from '@portico/core/directory';
import { physicianSearchMessagesAr } from '@portico/core/directory/physician-search.messages.ar';
import '@portico/elements/define/physician-search';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { userEvent } from 'storybook/test';
import { inside, texts } from '../kit/play.ts';
import type { StoryWorld } from '../kit/story-world.ts';

const t = texts(physicianSearchMessages, physicianSearchMessagesAr);

/** Types into the field, and gives the choices. */
async function searched(canvas: HTMLElement, text: string): Promise<readonly HTMLElement[]> {
  const search = inside(canvas, 'physician-search');
  await userEvent.type(await search.findByRole('combobox'), text);
  return search.findAllByRole('option');
}

const meta: Meta<{ readonly brandId?: string }> = {
  title: 'Directory/Physician search',
  component: 'physician-search',
  render: ({ brandId }) => html`<physician-search brand-id=${brandId ?? nothing}></physician-search>`,
  argTypes: { brandId: { control: 'select', options: [undefined, 'gulf-shield', 'lakeland'] } },
  parameters: { world: { signedIn: 'clerk' } },
};
export default meta;
type Story = StoryObj<{ readonly brandId?: string }>;

/** Nothing is searched by itself. */
export const Empty: Story = {};

/** N18: by words of the name. */
export const ByName: Story = {
  play: async ({ canvasElement }) => {
    await searched(canvasElement, 'حداد');
  },
};

/** N18: by a whole licence number of any kind, in any digits. */
export const ByLicence: Story = {
  play: async ({ canvasElement }) => {
    await searched(canvasElement, '١٠٤٨٢');
  },
};

/** Who was picked, with numbers and their kinds. */
export const Picked: Story = {
  play: async ({ canvasElement }) => {
    const [first] = await searched(canvasElement, 'DHA-P-0203411');
    await userEvent.click(first!);
    await inside(canvasElement, 'physician-search').findByText(/DHA-P-0203411/);
  },
};

/** N18: in no list: licence and name, and the helpdesk beside. */
export const NotListed: Story = {
  args: { brandId: 'gulf-shield' },
  play: async ({ canvasElement }) => {
    const found = await searched(canvasElement, '77-B');
    await userEvent.click(found.at(-1)!);
    await inside(canvasElement, 'physician-search').findByLabelText(t('physician.number'));
    await inside(canvasElement, 'physician-search').findByText(t('physician.helpdesk'));
  },
};

/** The directory cannot be reached; what was typed stays. */
export const Offline: Story = {
  parameters: {
    world: { signedIn: 'clerk', prepare: ({ faults }: StoryWorld) => faults.failNext('offline', { at: 'directory.physicians' }) },
  },
  play: async ({ canvasElement }) => {
    const search = inside(canvasElement, 'physician-search');
    await userEvent.type(await search.findByRole('combobox'), 'huda');
    await search.findByRole('button');
  },
};

/** Nobody is signed in. */
export const SignedOut: Story = { parameters: { world: {} } };

/** No portal is there, or not yet. */
export const NotConnected: Story = { parameters: { world: null } };
