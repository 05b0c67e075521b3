import type { AuthorizationRequest } from '@portico/core/authorizations';
import { decisionDeskMessages, decisionDeskRecordMessages } from '@portico/core/authorizations/decision-desk';
import { decisionDeskRecordMessagesAr } from '@portico/core/authorizations/decision-desk-record.messages.ar';
import { decisionDeskMessagesAr } from '@portico/core/authorizations/decision-desk.messages.ar';
import { dateIn, PortError, type PlainDate } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import '@portico/elements/define/decision-desk';
import { unlistedRequest, worldItem, worldRequest } from '@portico/testing/world';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { accountOf } from '../../test/kit/test-portal.ts';
import { element, inside, texts } from '../kit/play.ts';
import type { StoryWorld } from '../kit/story-world.ts';

const t = texts({ ...decisionDeskMessages, ...decisionDeskRecordMessages }, { ...decisionDeskMessagesAr, ...decisionDeskRecordMessagesAr });

const some = (today: PlainDate): readonly AuthorizationRequest[] => [
  worldRequest(today),
  unlistedRequest(today),
  worldRequest(today, { kind: 'concurrent-review', items: [worldItem(1)], note: 'نرجو تمديد الإقامة ثلاثة أيام.' }),
];

/** The clerk of the world has sent these, a minute apart. */
const sending =
  (requests: (today: PlainDate) => readonly AuthorizationRequest[]) =>
  async ({ open, clock }: StoryWorld): Promise<void> => {
    const clerk = open();
    await clerk.signIn!(accountOf('clerk'));
    for (const [n, request] of requests(dateIn('UTC', clock.now())).entries()) {
      await clerk.backend.authorizations!.submit!(request, { commandId: `story-${n}` });
      await clock.jump(60_000);
    }
    await clerk.logout();
  };

const meta: Meta = {
  title: 'Authorizations/Decision desk',
  component: 'decision-desk',
  render: () => html`<decision-desk claim-href="#claim/{id}"></decision-desk>`,
  parameters: { world: { signedIn: 'claims-center', prepare: sending(some) } },
};
export default meta;
type Story = StoryObj;

const root = (canvas: HTMLElement): ShadowRoot => element(canvas, 'decision-desk').shadowRoot!;

/** The desk's parts come with its task. */
const patience = { timeout: 10_000 };

/** Opens the request at this place of the queue. */
const open = async (canvas: HTMLElement, index: number): Promise<void> => {
  await waitFor(() => expect(root(canvas).querySelectorAll('[data-open]').length).toBeGreaterThan(index), patience);
  root(canvas).querySelectorAll<HTMLElement>('[data-open]')[index]!.click();
  await waitFor(() => expect(root(canvas).querySelector('form')).not.toBeNull(), patience);
};

const choose = (canvas: HTMLElement, id: string, value: string): void => {
  const select = root(canvas).querySelector<HTMLSelectElement>(`#${id}`)!;
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};

/** What waits for the payer, due first, then newest first. */
export const Waiting: Story = {
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(root(canvasElement).querySelectorAll('.entry')).toHaveLength(3), patience);
  },
};

/** Opened in its place: a physician, a diagnosis and a service that are in no list are flagged (N18–N20). */
export const InNoList: Story = { play: ({ canvasElement }) => open(canvasElement, 1) };

/** Item by item: another service instead, and a denial whose reason is missing. What the chart refuses is told at the item. */
export const ItemByItem: Story = {
  play: async ({ canvasElement }) => {
    await open(canvasElement, 2);
    choose(canvasElement, 'outcome-1', 'modified');
    choose(canvasElement, 'outcome-2', 'not-certified');
    await waitFor(() => expect(root(canvasElement).querySelector('#reason-2')).not.toBeNull());
    root(canvasElement).querySelector<HTMLElement>('button[type="submit"]')!.click();
    await waitFor(() => expect(root(canvasElement).querySelectorAll('[aria-invalid="true"]')).toHaveLength(2));
  },
};

/** Another service instead is picked from the list; an item of several has a number and days of its own. */
export const ServiceInstead: Story = {
  play: async ({ canvasElement }) => {
    await open(canvasElement, 2);
    choose(canvasElement, 'outcome-1', 'modified');
    await waitFor(() => expect(root(canvasElement).querySelector('#instead-1')).not.toBeNull());
    const field = root(canvasElement).querySelector<HTMLInputElement>('#instead-1')!;
    field.focus();
    field.value = 'E11';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await waitFor(() => expect(root(canvasElement).querySelectorAll('[role="option"]').length).toBeGreaterThan(1), patience);
    root(canvasElement).querySelector('summary')!.click();
    await waitFor(() => expect(root(canvasElement).querySelector('details')!.open).toBe(true));
  },
};

/** The quick path: everything that waits is approved, and can be taken back before it leaves. */
export const ApproveAll: Story = {
  play: async ({ canvasElement }) => {
    await open(canvasElement, 0);
    root(canvasElement).querySelector<HTMLElement>('#approve-all')!.click();
    await waitFor(() => expect(root(canvasElement).querySelector('#undo')).not.toBeNull());
  },
};

/** A question to the provider, about items, until a day that the policy proposes. */
export const AskForInformation: Story = {
  play: async ({ canvasElement }) => {
    await open(canvasElement, 2);
    root(canvasElement).querySelector<HTMLElement>('input[value="ask"]')!.click();
    await inside(canvasElement, 'decision-desk').findByText(t('decision-desk.askItems.hint'));
  },
};

/** Nothing waits. */
export const Empty: Story = {
  parameters: { world: { signedIn: 'claims-center', prepare: () => undefined } },
  play: async ({ canvasElement }) => {
    await inside(canvasElement, 'decision-desk').findByText(t('decision-desk.empty'));
  },
};

/** The queue could not be read. */
export const Failed: Story = {
  parameters: {
    world: {
      signedIn: 'claims-center',
      through: (backend: Backend): Backend => ({
        ...backend,
        authorizations: { ...backend.authorizations!, worklist: () => Promise.reject(new PortError('offline')) },
      }),
    },
  },
  play: async ({ canvasElement }) => {
    await inside(canvasElement, 'decision-desk').findByText(t('decision-desk.failed.offline'));
  },
};

/** Hidden is absent: on a clerk's page there is nothing of it. */
export const OfAClerk: Story = {
  parameters: { world: { signedIn: 'clerk' } },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(root(canvasElement).textContent?.trim()).toBe(''));
  },
};

/** No portal: the element says what it needs. */
export const NotConnected: Story = { parameters: { world: null } };
