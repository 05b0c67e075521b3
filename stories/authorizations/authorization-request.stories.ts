import { authorizationRequestMessages, type RequestForm } from '@portico/core/authorizations/authorization-request';
import { authorizationRequestMessagesAr } from '@portico/core/authorizations/authorization-request.messages.ar';
import { plainDate, PortError } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import '@portico/elements/define/authorization-request';
import { worldRequest } from '@portico/testing/world';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, waitFor } from 'storybook/test';
import { element, inside, texts } from '../kit/play.ts';
import type { StoryWorld } from '../kit/story-world.ts';

const t = texts(authorizationRequestMessages, authorizationRequestMessagesAr);
const tag = 'authorization-request';
const root = (canvas: HTMLElement): ShadowRoot => element(canvas, tag).shadowRoot!;
const shows = (canvas: HTMLElement, selector: string): Promise<void> =>
  waitFor(() => expect(root(canvas).querySelector(selector)).not.toBeNull(), { timeout: 5_000 });
const press = (canvas: HTMLElement, selector: string): void => root(canvas).querySelector<HTMLElement>(selector)!.click();

const line = { name: '', estimate: '', quantity: '1', amount: '', from: '', to: '' };

/** A request with what is in the lists and what is not (N18–N20). */
const form: RequestForm = {
  ...{ kind: 'request', urgency: 'standard', payerId: 'payer:gulf', providerId: 'provider:noor', physician: null, currency: 'AED' },
  unlistedPhysician: { type: 'lop', number: '10482', name: 'د. زيد كرم' },
  member: { id: null, name: 'فاطمة الزهراء Haddad', number: 'GS-4471-0093', birthDate: null },
  ...{ serviceFrom: '2026-12-01', serviceTo: '2026-12-05', nextSequence: 3, note: 'The report goes along.' },
  diagnoses: [
    { coded: { code: 'M25.562', system: null, text: 'Pain in left knee' }, exact: 'ألم في الركبة اليسرى بعد السقوط' },
    { coded: { code: 'S83.512A', system: null, text: 'Sprain of anterior cruciate ligament' }, exact: null },
  ],
  items: [
    { ...line, sequence: 1, service: { code: 'S8042', system: null, text: 'Magnetic resonance imaging, low-field' }, amount: '1,250.00' },
    { ...line, sequence: 2, service: null, name: 'Hyaluronic injection', estimate: '1,200' },
  ],
};

/** It was begun before: a draft of it is kept. */
const begun = async ({ portal }: StoryWorld): Promise<void> =>
  portal.drafts?.put({
    ...{ taskId: 'authorization-request:main', commandId: null, savedAt: portal.clock.now() },
    payload: { form, aside: null, files: [], request: null, sent: null, note: null, posted: 0 },
  });

/** Nothing was begun. */
const asItIs = (): void => undefined;

const meta: Meta = {
  title: 'Authorizations/Request',
  component: 'authorization-request',
  render: () => html`<authorization-request payer-id="payer:gulf"></authorization-request>`,
  parameters: { world: { signedIn: 'clerk', claims: 40, prepare: begun } },
};
export default meta;
type Story = StoryObj;

const reviewed = async (canvas: HTMLElement): Promise<void> => {
  await shows(canvas, '#item-2-name');
  await waitFor(() => expect(inside(canvas, tag).queryAllByText(t('request.rulesLoading'))).toHaveLength(0));
  press(canvas, '#review');
  await shows(canvas, '#send');
};
const sent = async (canvas: HTMLElement): Promise<void> => {
  await reviewed(canvas);
  press(canvas, '#send');
  await shows(canvas, '#outcome');
};

/** Nothing is typed yet; payer and what it takes are known. */
export const Empty: Story = {
  parameters: { world: { signedIn: 'clerk', claims: 40, prepare: asItIs } },
  play: async ({ canvasElement }) => shows(canvasElement, '#diagnosis'),
};

/** What was begun before a reload stands again: physician, diagnosis and service that are in no list among it (N18–N20). */
export const Begun: Story = { play: async ({ canvasElement }) => shows(canvasElement, '#item-2-name') };

/** All that is wrong at once, each with the way to its field. */
export const WithMistakes: Story = {
  parameters: { world: { signedIn: 'clerk', claims: 40, prepare: asItIs } },
  play: async ({ canvasElement }) => {
    await shows(canvasElement, '#diagnosis');
    press(canvasElement, '#review');
    await shows(canvasElement, '#problems');
  },
};

/** Before it is sent: everything in one place, and that documents help, which holds nothing up (N15). */
export const Summary: Story = { play: async ({ canvasElement }) => reviewed(canvasElement) };

/** The same was sent yesterday. */
const sentBefore = async (world: StoryWorld): Promise<void> => {
  const { portal } = world;
  const { member, items, ...rest } = worldRequest(plainDate('2026-11-21'));
  const service = form.items[0]!.service;
  await portal.backend.authorizations!.submit!(
    {
      ...{ ...rest, serviceFrom: plainDate('2026-12-03'), member: { ...member, number: form.member.number, name: form.member.name } },
      items: [{ ...items[0]!, service }],
    },
    { commandId: 'story-1' },
  );
  await begun(world);
};

/** It may have been asked for already: which one, and why it is thought so. */
export const PossibleDuplicate: Story = {
  parameters: { world: { signedIn: 'clerk', claims: 40, prepare: sentBefore } },
  play: async ({ canvasElement }) => {
    await reviewed(canvasElement);
    await shows(canvasElement, '#duplicates');
  },
};

/** Received is told apart from decided, with the number to ask by. */
export const Received: Story = {
  play: async ({ canvasElement }) => {
    await sent(canvasElement);
    await shows(canvasElement, '.reference');
  },
};

const failing =
  (code: 'internal' | 'offline') =>
  (backend: Backend): Backend => ({
    ...backend,
    authorizations: { ...backend.authorizations!, submit: async () => Promise.reject(new PortError(code)) },
  });

/** Nobody knows whether it arrived: asking again under the same number is safe. */
export const Unknown: Story = {
  parameters: { world: { signedIn: 'clerk', claims: 40, prepare: begun, through: failing('internal') } },
  play: async ({ canvasElement }) => {
    await sent(canvasElement);
    await inside(canvasElement, tag).findByRole('button', { name: t('request.askAgain') });
  },
};

/** Without a connection it waits, and leaves by itself. */
export const Waiting: Story = {
  parameters: { world: { signedIn: 'clerk', claims: 40, prepare: begun, through: failing('offline') } },
  play: async ({ canvasElement }) => {
    await sent(canvasElement);
    await inside(canvasElement, tag).findByText(t('request.waiting'));
  },
};

/** A backend that keeps no drafts: said before anything is typed. */
export const NotKept: Story = {
  parameters: {
    world: { signedIn: 'clerk', claims: 40, prepare: asItIs, through: ({ drafts: _drafts, ...backend }: Backend) => backend },
  },
  play: async ({ canvasElement }) => {
    await inside(canvasElement, tag).findByText(t('request.notKept'));
  },
};

/** Whoever has no right to ask. */
export const Denied: Story = {
  parameters: { world: { signedIn: 'helpdesk', prepare: asItIs } },
  play: async ({ canvasElement }) => {
    await inside(canvasElement, tag).findByText(t('request.denied'));
  },
};
