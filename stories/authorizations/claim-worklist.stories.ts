import { claimWorklistMessages } from '@portico/core/authorizations/claim-worklist';
import { claimWorklistMessagesAr } from '@portico/core/authorizations/claim-worklist.messages.ar';
import type { Backend } from '@portico/core/portal';
import '@portico/elements/define/claim-worklist';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import { accountOf } from '../../test/kit/test-portal.ts';
import { inside, texts } from '../kit/play.ts';
import type { StoryWorld } from '../kit/story-world.ts';

const t = texts(claimWorklistMessages, claimWorklistMessagesAr);
const HOUR = 3_600_000;

/** The claims center asks about three authorizations: an answer to the first is overdue, one is due today, one in four days. */
async function asked({ open, clock }: StoryWorld): Promise<void> {
  const desk = open();
  await desk.signIn!(accountOf('claims-center'));
  const { authorizations } = desk.backend;
  if (!authorizations) return;
  const { rows } = await authorizations.worklist({ scope: 'mine', payerId: null, urgency: null, number: '' }, {});
  for (const [n, within] of [-1, 5, 90].entries()) {
    const question = { text: 'The report?', items: [], dueAt: clock.now() + within * HOUR };
    await authorizations.requestInformation!(rows[n]!.id, question, { commandId: `ask-${n}` });
  }
  await desk.logout();
}

const meta: Meta = {
  title: 'Authorizations/Worklist',
  component: 'claim-worklist',
  render: () => html`<claim-worklist></claim-worklist>`,
  parameters: { world: { signedIn: 'clerk', claims: 300, prepare: asked } },
};
export default meta;
type Story = StoryObj;

/** N26: what waits for the own side, what is due first; overdue, due today, due later. */
export const WaitingForUs: Story = {
  play: async ({ canvasElement }) => {
    await inside(canvasElement, 'claim-worklist').findByText(t('claim-worklist.filtered'));
  },
};

/** N26: Show All leaves every filter aside, and says so. */
export const ShowAll: Story = {
  play: async ({ canvasElement }) => {
    const list = inside(canvasElement, 'claim-worklist');
    await userEvent.click(await list.findByRole('button', { name: t('claim-worklist.showAll') }));
    await list.findByText(t('claim-worklist.unfiltered'));
  },
};

/** N26: what is decided or closed says how: approved, in part, denied, not used. */
export const Settled: Story = {
  play: async ({ canvasElement }) => {
    const list = inside(canvasElement, 'claim-worklist');
    await userEvent.click(await list.findByRole('radio', { name: t('claim-worklist.scope.settled') }));
    await userEvent.click(list.getByRole('button', { name: t('claim-worklist.showData') }));
    await list.findByText(t('claim-worklist.filtered'));
  },
};

/** P3: a number that nobody has. */
export const NoSuchNumber: Story = {
  play: async ({ canvasElement }) => {
    const list = inside(canvasElement, 'claim-worklist');
    await userEvent.type(await list.findByLabelText(t('claim-worklist.number')), 'PA-0{Enter}');
    await list.findByText(t('claim-worklist.emptyNumber'));
  },
};

/** The filter in the form is not the one that is shown. */
export const ChangedFilter: Story = {
  play: async ({ canvasElement }) => {
    const list = inside(canvasElement, 'claim-worklist');
    await userEvent.selectOptions(await list.findByLabelText(t('claim-worklist.urgency')), 'expedited');
    await list.findByText(t('claim-worklist.stale'));
  },
};

/** Nothing waits. */
export const Empty: Story = { parameters: { world: { signedIn: 'clerk' } } };

/** The payer's side: what waits for its decision. */
export const AtThePayer: Story = { parameters: { world: { signedIn: 'claims-center', claims: 300 } } };

/** The network is gone. */
export const Offline: Story = {
  globals: { network: 'offline' },
  play: async ({ canvasElement }) => {
    await inside(canvasElement, 'claim-worklist').findByText(t('claim-worklist.failed.offline'));
  },
};

/** The backend has no authorizations. */
export const NotOffered: Story = {
  parameters: { world: { signedIn: 'clerk', through: ({ authorizations: _, ...backend }: Backend): Backend => backend } },
};

/** Nobody is signed in. */
export const SignedOut: Story = { parameters: { world: {} } };

/** No portal is there, or not yet. */
export const NotConnected: Story = { parameters: { world: null } };
