import { contactDirectoryMessages } from '@portico/core/directory';
import { contactDirectoryMessagesAr } from '@portico/core/directory/contact-directory.messages.ar';
import '@portico/elements/define/contact-directory';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { inside, texts } from '../kit/play.ts';
import type { StoryWorld } from '../kit/story-world.ts';

const t = texts(contactDirectoryMessages, contactDirectoryMessagesAr);
const page = (canvas: HTMLElement) => inside(canvas, 'contact-directory');

const meta: Meta = {
  title: 'Directory/Contact us',
  component: 'contact-directory',
  render: ({ brandId }: { readonly brandId?: string }) => html`<contact-directory brand-id=${brandId ?? nothing}></contact-directory>`,
  argTypes: { brandId: { control: 'select', options: [undefined, 'gulf-shield', 'lakeland'] } },
};
export default meta;
type Story = StoryObj<{ readonly brandId?: string }>;

/** N1–N3: every country of every brand, before anybody signs in. */
export const AllCountries: Story = {};

/** N2: the own country, found by a choice. */
export const OneCountry: Story = {
  play: async ({ canvasElement }) => {
    await userEvent.selectOptions(await page(canvasElement).findByLabelText(t('contact-directory.country')), 'KW');
    await waitFor(async () => expect(await page(canvasElement).findAllByRole('heading', { level: 4 })).toHaveLength(1));
  },
};

/** A page of one brand. */
export const OneBrand: Story = { args: { brandId: 'lakeland' } };

/** There are none. */
export const Empty: Story = { args: { brandId: 'nobody' } };

/** They are on their way. */
export const Loading: Story = { parameters: { world: { prepare: ({ faults }: StoryWorld) => faults.hang('directory') } } };

/** The network is gone; when it is back, Try again works. */
export const Offline: Story = {
  globals: { network: 'offline' },
  play: async ({ canvasElement }) => {
    await page(canvasElement).findByText(t('contact-directory.offline'));
    await page(canvasElement).findByRole('button', { name: t('contact-directory.retry') });
  },
};

/** The backend failed once; Try again has them. */
export const FailedAndTriedAgain: Story = {
  parameters: { world: { prepare: ({ faults }: StoryWorld) => faults.failNext('unavailable', { at: 'directory.contacts' }) } },
  play: async ({ canvasElement }) => {
    await userEvent.click(await page(canvasElement).findByRole('button', { name: t('contact-directory.retry') }));
    await waitFor(async () => expect(await page(canvasElement).findAllByRole('heading', { level: 4 })).toHaveLength(8));
  },
};

/** The backend does not show them to this person. */
export const Denied: Story = {
  parameters: { world: { prepare: ({ faults }: StoryWorld) => faults.failNext('denied', { at: 'directory.contacts' }) } },
  play: async ({ canvasElement }) => void (await page(canvasElement).findByText(t('contact-directory.denied'))),
};

/** No portal is there, or not yet. */
export const NotConnected: Story = { parameters: { world: null } };
