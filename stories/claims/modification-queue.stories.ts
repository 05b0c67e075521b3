import { emptyForm, type CaseCriteria } from '@portico/core/claims';
import { modificationQueueMessages } from '@portico/core/claims/modification-queue';
import { modificationQueueMessagesAr } from '@portico/core/claims/modification-queue.messages.ar';
import { PortError } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import '@portico/elements/define/modification-queue';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { accountOf } from '../../test/kit/test-portal.ts';
import { element, inside, texts } from '../kit/play.ts';
import type { StoryWorld } from '../kit/story-world.ts';

const t = texts(modificationQueueMessages, modificationQueueMessagesAr);
const { section: _, currency: __, amountFrom: ___, amountTo: ____, ...form } = emptyForm;
const anything: CaseCriteria = { ...form, from: null, to: null, amount: null };

const wishes = [
  { subject: 'services', text: 'Two sessions of physiotherapy were given, not one.' },
  { subject: 'diagnoses', text: 'التشخيص الصحيح هو ألم الركبة.' },
  { subject: 'service-dates', text: 'The visit was on the day before.' },
] as const;

/** The clerk of the world has asked for so many modifications, an hour apart. */
const asking =
  (count: number) =>
  async ({ open, clock }: StoryWorld): Promise<void> => {
    const clerk = open();
    await clerk.signIn!(accountOf('clerk'));
    const claims = clerk.backend.claims!;
    const { rows } = await claims.search(anything, { limit: 300 });
    const open7 = rows.filter(
      ({ deadlines, life, use }) => (deadlines.modification?.dueAt ?? 0) > clock.now() && life === 'active' && use !== 'not-used',
    );
    for (const [n, { id }] of open7.slice(0, count).entries()) {
      await claims.requestModification!(id, { ...wishes[n % 3]!, documentIds: [] }, { commandId: `story-${n}` });
      await clock.jump(60_000);
    }
    await clerk.logout();
  };

const meta: Meta = {
  title: 'Claims/Modification queue',
  component: 'modification-queue',
  render: () => html`<modification-queue></modification-queue>`,
  parameters: { world: { signedIn: 'claims-center', claims: 300, prepare: asking(3) } },
};
export default meta;
type Story = StoryObj;

const entries = async (canvas: HTMLElement): Promise<NodeListOf<HTMLElement>> => {
  const { shadowRoot } = element(canvas, 'modification-queue');
  await waitFor(() => expect(shadowRoot!.querySelector('.entry')).not.toBeNull());
  return shadowRoot!.querySelectorAll<HTMLElement>('.entry');
};

/** What waits, oldest first, each with its case, its patient and the clerk's words. */
export const Waiting: Story = { play: async ({ canvasElement }) => expect(await entries(canvasElement)).toHaveLength(3) };

/** A refusal needs a reason; the form says so at its field. */
export const Refusing: Story = {
  play: async ({ canvasElement }) => {
    const [first] = await entries(canvasElement);
    first!.querySelector<HTMLElement>('[data-open="refused"]')!.click();
    await waitFor(() => expect(first!.querySelector('form')).not.toBeNull());
    first!.querySelector<HTMLElement>('button.primary')!.click();
    await inside(canvasElement, 'modification-queue').findByText(t('modification-queue.error.reason-missing'));
  },
};

/** An answered request is gone from the queue; the clerk reads the answer in the history of the case. */
export const Applied: Story = {
  play: async ({ canvasElement }) => {
    const [first] = await entries(canvasElement);
    first!.querySelector<HTMLElement>('[data-open="applied"]')!.click();
    await waitFor(() => expect(first!.querySelector('form')).not.toBeNull());
    first!.querySelector<HTMLElement>('button.primary')!.click();
    await inside(canvasElement, 'modification-queue').findByText(t('modification-queue.applied'));
  },
};

/** Nothing waits. */
export const Empty: Story = {
  parameters: { world: { signedIn: 'claims-center', claims: 50 } },
  play: async ({ canvasElement }) => {
    await inside(canvasElement, 'modification-queue').findByText(t('modification-queue.empty'));
  },
};

/** The queue could not be read. */
export const Failed: Story = {
  parameters: {
    world: {
      ...{ signedIn: 'claims-center', claims: 50 },
      through: (backend: Backend): Backend => ({
        ...backend,
        claims: { ...backend.claims!, modificationRequests: () => Promise.reject(new PortError('offline')) },
      }),
    },
  },
  play: async ({ canvasElement }) => {
    await inside(canvasElement, 'modification-queue').findByText(t('modification-queue.failed.offline'));
  },
};

/** Hidden is absent: on a clerk's page there is nothing of it. */
export const OfAClerk: Story = {
  parameters: { world: { signedIn: 'clerk', claims: 50 } },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(element(canvasElement, 'modification-queue').shadowRoot!.textContent?.trim()).toBe(''));
  },
};

/** No portal: the element says what it needs. */
export const NotConnected: Story = { parameters: { world: null } };
