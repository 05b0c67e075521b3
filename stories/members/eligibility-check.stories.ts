import { eligibilityCheckMessages } from '@portico/core/members/eligibility-check';
import { eligibilityCheckMessagesAr } from '@portico/core/members/eligibility-check.messages.ar';
import '@portico/elements/define/eligibility-check';
import { members } from '@portico/testing/world';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import { inside, texts } from '../kit/play.ts';

const t = texts(eligibilityCheckMessages, eligibilityCheckMessagesAr);

/** Asks about a card, and waits for the outcome. */
const asked =
  (card: string, status: Parameters<typeof t>[0]): NonNullable<StoryObj['play']> =>
  async ({ canvasElement }) => {
    const check = inside(canvasElement, 'eligibility-check');
    await userEvent.type(await check.findByLabelText(t('eligibility.by.card')), `${card}{Enter}`);
    await check.findByRole('heading', { level: 3, name: t(status) });
  };

const cardOf = (state: string): string => members.find((one) => one.state === state)!.cardNumber;

const meta: Meta = {
  title: 'Members/Eligibility',
  component: 'eligibility-check',
  render: ({ payerId }: { payerId?: string }) => html`<eligibility-check payer-id=${payerId ?? 'payer:gulf'}></eligibility-check>`,
  parameters: { world: { signedIn: 'clerk' } },
};
export default meta;
type Story = StoryObj;

/** Nothing is asked by itself. */
export const Empty: Story = {
  play: async ({ canvasElement }) => {
    await inside(canvasElement, 'eligibility-check').findByLabelText(t('eligibility.by.card'));
  },
};

/** The coverage and the card hold: plan, cost share, what needs authorization. */
export const Active: Story = { play: asked(cardOf('active'), 'eligibility.status.active') };

/** N10: the coverage holds, the card does not; the number of the card is beside it. */
export const CardExpired: Story = { play: asked(cardOf('card-expired'), 'eligibility.status.card-expired') };

/** The coverage begins later. */
export const NotYetInForce: Story = { play: asked(cardOf('not-yet-in-force'), 'eligibility.status.not-yet-in-force') };

/** The coverage is over. */
export const Ended: Story = { play: asked(cardOf('ended'), 'eligibility.status.ended') };

/** N9, N10: nobody was found; whom to call. */
export const NotFound: Story = { play: asked('5500 9999 9999', 'eligibility.status.not-found') };

/** The payer cannot be asked, which says nothing of the member. */
export const PayerUnavailable: Story = {
  args: { payerId: 'payer:coast' },
  play: asked('7700 0000 0007', 'eligibility.status.payer-unavailable'),
};

/** Two of one name and birth date: the number tells them apart. */
export const Ambiguous: Story = {
  play: async ({ canvasElement }) => {
    const check = inside(canvasElement, 'eligibility-check');
    const twin = members.find(({ number }) => number === 'GM-900005')!;
    await userEvent.selectOptions(await check.findByLabelText(t('eligibility.by')), 'name');
    await userEvent.type(await check.findByLabelText(t('eligibility.name')), twin.name);
    await userEvent.type(await check.findByLabelText(t('eligibility.birthDate')), `${twin.birthDate}{Enter}`);
    await check.findByRole('heading', { level: 3, name: t('eligibility.status.ambiguous') });
  },
};

/** P21: several members at once, with a file to keep. */
export const Several: Story = {
  play: async ({ canvasElement }) => {
    const check = inside(canvasElement, 'eligibility-check');
    await userEvent.click(await check.findByLabelText(t('eligibility.mode.many')));
    await userEvent.type(
      await check.findByLabelText(t('eligibility.lines')),
      members
        .slice(0, 4)
        .map(({ cardNumber }) => cardNumber)
        .join('{Enter}'),
    );
    await userEvent.click(check.getByRole('button', { name: t('eligibility.check') }));
    await check.findByRole('button', { name: t('eligibility.csv') });
  },
};

/** What was typed is checked before anybody is asked. */
export const Wrong: Story = {
  play: async ({ canvasElement }) => {
    const check = inside(canvasElement, 'eligibility-check');
    await userEvent.click(await check.findByRole('button', { name: t('eligibility.check') }));
    await check.findByText(t('eligibility.missing'));
  },
};

/** The network is gone: the payers cannot be listed. */
export const Offline: Story = {
  globals: { network: 'offline' },
  play: async ({ canvasElement }) => {
    await inside(canvasElement, 'eligibility-check').findByText(t('eligibility.offline'));
  },
};

/** Nobody is signed in. */
export const SignedOut: Story = { parameters: { world: {} } };

/** No portal is there, or not yet. */
export const NotConnected: Story = { parameters: { world: null } };
