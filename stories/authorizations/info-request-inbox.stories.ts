import { infoRequestInboxMessages } from '@portico/core/authorizations/info-request-inbox';
import { infoRequestInboxMessagesAr } from '@portico/core/authorizations/info-request-inbox.messages.ar';
import '@portico/elements/define/info-request-inbox';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { element, inside, texts } from '../kit/play.ts';
import type { StoryWorld } from '../kit/story-world.ts';
import { done, request, withRequest, type Sides } from './detail-world.ts';

const t = texts(infoRequestInboxMessages, infoRequestInboxMessagesAr);
const panel = (canvas: HTMLElement) => inside(canvas, 'info-request-inbox');

const asked = async ({ id }: { readonly id: string }, { clerk, desk, meta }: Sides): Promise<void> => {
  done(await desk.requestInformation(id, { text: 'The report of the MRI, please.', items: [2], dueAt: null }, meta()));
  const other = done(await clerk.submit({ ...request, note: '' }, meta()));
  done(await desk.requestInformation(other.id, { text: 'نحتاج إلى تقرير الطبيب.', items: [], dueAt: Date.UTC(2026, 10, 20, 9) }, meta()));
};

const meta: Meta = {
  title: 'Authorizations/Info request inbox',
  component: 'info-request-inbox',
  render: () => html`<info-request-inbox authorization-href="#authorization/{id}"></info-request-inbox>`,
  parameters: { world: { signedIn: 'clerk', prepare: withRequest(asked) } },
};
export default meta;
type Story = StoryObj;

/** P3: what payers wait for, the one that is due first on top; what is overdue says so. */
export const Waiting: Story = {
  play: async ({ canvasElement }) => {
    const { shadowRoot } = element(canvasElement, 'info-request-inbox');
    await waitFor(() => expect(shadowRoot!.querySelectorAll('.entry')).toHaveLength(2));
    await expect(shadowRoot!.querySelector('.entry')!.classList.contains('overdue')).toBe(true);
  },
};

/** Nobody waits: it says what will be here. */
export const Empty: Story = {
  parameters: { world: { signedIn: 'clerk', prepare: () => undefined } },
  play: async ({ canvasElement }) => {
    await panel(canvasElement).findByText(t('info-request-inbox.empty'));
  },
};

/** The list is on its way. */
export const Loading: Story = {
  parameters: {
    world: { signedIn: 'clerk', prepare: ({ faults }: StoryWorld) => faults.hang('authorizations.informationRequests') },
  },
};

/** The network is gone. */
export const Offline: Story = {
  parameters: { world: { signedIn: 'clerk', prepare: () => undefined } },
  globals: { network: 'offline' },
  play: async ({ canvasElement }) => {
    await panel(canvasElement).findByText(t('info-request-inbox.failed.offline'));
  },
};

/** Hidden is absent: on the payer's page there is nothing of it. */
export const OfThePayer: Story = {
  parameters: { world: { signedIn: 'claims-center' } },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(element(canvasElement, 'info-request-inbox').shadowRoot!.textContent?.trim()).toBe(''));
  },
};

/** No portal: the element says what it needs. */
export const NotConnected: Story = { parameters: { world: null } };
