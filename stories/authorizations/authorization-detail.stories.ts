import { authorizationDetailMessages } from '@portico/core/authorizations/authorization-detail';
import { authorizationDetailMessagesAr } from '@portico/core/authorizations/authorization-detail.messages.ar';
import { authorizationMessages } from '@portico/core/authorizations';
import { authorizationMessagesAr } from '@portico/core/authorizations/authorization.messages.ar';
import '@portico/elements/define/authorization-detail';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent } from 'storybook/test';
import { inside, texts } from '../kit/play.ts';
import type { StoryWorld } from '../kit/story-world.ts';
import { done, inPart, shownDetail, withRequest, type Sides } from './detail-world.ts';

const t = texts(authorizationDetailMessages, authorizationDetailMessagesAr);
const n = texts(authorizationMessages, authorizationMessagesAr);
const panel = (canvas: HTMLElement) => inside(canvas, 'authorization-detail');

type More = Parameters<typeof withRequest>[0];
const decided: More = async ({ id }, { desk, meta }: Sides) => done(await desk.decide(id, inPart, meta()));
const asked: More = async ({ id }, { desk, meta }: Sides) =>
  done(await desk.requestInformation(id, { text: 'The report of the MRI, please.', items: [2], dueAt: null }, meta()));

const meta: Meta = {
  title: 'Authorizations/Authorization detail',
  component: 'authorization-detail',
  render: () => html`<authorization-detail></authorization-detail>`,
};
export default meta;
type Story = StoryObj;

const story = (more?: More, play: (canvas: HTMLElement) => Promise<unknown> = async () => undefined, world: object = {}): Story => ({
  parameters: { world: { signedIn: 'clerk', prepare: withRequest(more), ...world } },
  play: async ({ canvasElement }) => {
    await shownDetail(canvasElement);
    await play(canvasElement);
  },
});

/** Sent, and with the payer: nothing is decided; physician, diagnosis and service that are in no list say so (N18–N20). */
export const Received: Story = story();

/** Requested against authorized: one as it was asked, one as something else (A6), one not at all with its reason. */
export const ApprovedInPart: Story = story(decided);

/** The payer asks for something; it is due on a day in the payer's zone (P3). */
export const InformationRequested: Story = story(asked);

/** The answer: text, files or both, and whether more will come. */
export const Answering: Story = story(asked, async (canvas) => {
  (await panel(canvas).findByRole('button', { name: t('authorization-detail.act.answer-information') })).click();
  await panel(canvas).findByLabelText(t('authorization-detail.answerText'));
});

/** N29, N30: a void says that it is final and wants a reason. */
export const Voiding: Story = story(decided, async (canvas) => {
  (await panel(canvas).findByText(t('authorization-detail.act.void'))).click();
  (await panel(canvas).findByText(t('authorization-detail.sendVoid'))).click();
  await panel(canvas).findByText(n('authorization.refusal.reason-missing'));
});

/** N29: not used for good, with who, when and why. */
export const NotUsed: Story = story(async (record, sides) => {
  await decided!(record, sides);
  done(await sides.clerk.void(record.id, { reason: 'other', text: 'The member chose another date.' }, sides.meta()));
});

/** Items are changed or taken back; they keep their numbers. */
export const ChangingItems: Story = story(decided, async (canvas) => {
  (await panel(canvas).findByText(t('authorization-detail.act.update'))).click();
  (await panel(canvas).findByText(t('authorization-detail.sendUpdate'))).click();
  await panel(canvas).findByText(n('authorization.refusal.nothing-changed'));
});

/** A day that is none is told at its field. */
export const AskingForMoreTime: Story = story(decided, async (canvas) => {
  (await panel(canvas).findByText(t('authorization-detail.act.extend'))).click();
  (await panel(canvas).findByText(t('authorization-detail.sendExtend'))).click();
  await panel(canvas).findByText(t('authorization-detail.error.not-a-date'));
});

/** The helpdesk sees where it stands, not what was asked for, why, or at what cost. */
export const Helpdesk: Story = story(decided, undefined, { signedIn: 'helpdesk' });

/** A refresh that failed: what was shown stays, and it is said that it may be out of date. */
export const Stale: Story = {
  ...story(decided),
  play: async ({ canvasElement, loaded }) => {
    await shownDetail(canvasElement);
    (loaded as { world: StoryWorld }).world.faults.failNext('unavailable', { at: 'authorizations.get' });
    await userEvent.click(panel(canvasElement).getByRole('button', { name: t('authorization-detail.refresh') }));
    await panel(canvasElement).findByText(t('authorization-detail.stale'));
  },
};

/** None was opened yet. */
export const Nothing: Story = { parameters: { world: { signedIn: 'clerk' } } };

/** There is none, or it is somebody else's: the same answer. */
export const NotFound: Story = {
  parameters: { world: { signedIn: 'clerk' } },
  render: () => html`<authorization-detail authorization-id="nowhere"></authorization-detail>`,
  play: async ({ canvasElement }) => {
    await panel(canvasElement).findByText(t('authorization-detail.notFound'));
    await expect(panel(canvasElement).queryAllByText(t('authorization-detail.retry'))).toHaveLength(0);
  },
};

/** It is on its way. */
export const Loading: Story = {
  render: () => html`<authorization-detail authorization-id="any"></authorization-detail>`,
  parameters: { world: { signedIn: 'clerk', prepare: ({ faults }: StoryWorld) => faults.hang('authorizations.get') } },
};

/** The network is gone. */
export const Offline: Story = {
  parameters: { world: { signedIn: 'clerk' } },
  render: () => html`<authorization-detail authorization-id="any"></authorization-detail>`,
  globals: { network: 'offline' },
  play: async ({ canvasElement }) => {
    await panel(canvasElement).findByText(t('authorization-detail.failed.offline'));
  },
};

/** Nobody is signed in. */
export const SignedOut: Story = { parameters: { world: {} } };

/** No portal: the element says what it needs. */
export const NotConnected: Story = { parameters: { world: null } };
