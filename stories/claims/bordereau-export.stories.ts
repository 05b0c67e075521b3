import type { CaseCriteria } from '@portico/core/claims';
import { bordereauExportMessages } from '@portico/core/claims/bordereau-export';
import { bordereauExportMessagesAr } from '@portico/core/claims/bordereau-export.messages.ar';
import type { PlainDate } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import '@portico/elements/define/bordereau-export';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { userEvent } from 'storybook/test';
import { inside, texts } from '../kit/play.ts';
import type { StoryWorld } from '../kit/story-world.ts';

const t = texts(bordereauExportMessages, bordereauExportMessagesAr);

const criteriaOf = (from: string, to: string): CaseCriteria => ({
  ...{ dateMode: 'service', from: from as PlainDate, to: to as PlainDate, kinds: [], decisions: [], notUsedOnly: false, memberName: '' },
  ...{ memberNumber: '', payerId: null, providerId: null, physician: '', identifier: '', amount: null },
});
const october = criteriaOf('2026-10-01', '2026-10-31');

const meta: Meta = {
  title: 'Claims/Bordereau export',
  component: 'bordereau-export',
  render: () => html`<bordereau-export id="main" .criteria=${october}></bordereau-export>`,
  parameters: {
    world: { signedIn: 'clerk', claims: 400 },
  },
};
export default meta;
type Story = StoryObj;

/** Chooses the Gulf payer and its provider, and issues. */
async function issue(canvas: HTMLElement): Promise<void> {
  const panel = inside(canvas, 'bordereau-export');
  await userEvent.selectOptions(await panel.findByLabelText(t('bordereau.payer')), 'payer:gulf');
  await userEvent.selectOptions(panel.getByLabelText(t('bordereau.provider')), 'provider:noor');
  await userEvent.click(panel.getByRole('button', { name: t('bordereau.issue') }));
}

/** N22: a result with several payers asks for one. */
export const Choosing: Story = {
  play: async ({ canvasElement }) => {
    const panel = inside(canvasElement, 'bordereau-export');
    await userEvent.click(await panel.findByRole('button', { name: t('bordereau.issue') }));
    await panel.findByText(t('bordereau.payerMissing'));
  },
};

/** N22: issued once under a number, with totals that never mix currencies. */
export const Issued: Story = {
  play: async ({ canvasElement }) => {
    await issue(canvasElement);
    await inside(canvasElement, 'bordereau-export').findByRole('button', { name: t('bordereau.xlsx') });
  },
};

/** The rows are on their way into the file; it can be called off. */
export const Writing: Story = {
  play: async ({ canvasElement, loaded }) => {
    await issue(canvasElement);
    const panel = inside(canvasElement, 'bordereau-export');
    const excel = await panel.findByRole('button', { name: t('bordereau.xlsx') });
    (loaded as { world: StoryWorld }).world.faults.hang('claims.bordereauRows');
    await userEvent.click(excel);
    await panel.findByRole('progressbar');
  },
};

/** The file could not be written; the batch is issued and stays so. */
export const NotWritten: Story = {
  play: async ({ canvasElement, loaded }) => {
    await issue(canvasElement);
    const panel = inside(canvasElement, 'bordereau-export');
    const csv = await panel.findByRole('button', { name: t('bordereau.csv') });
    (loaded as { world: StoryWorld }).world.faults.failNext('unavailable', { at: 'claims.bordereauRows' });
    await userEvent.click(csv);
    await panel.findByText(t('bordereau.failed.writing'));
  },
};

/** The backend says no, and why. */
export const Refused: Story = {
  parameters: {
    world: {
      ...{ signedIn: 'clerk', claims: 400 },
      through: ({ claims, ...backend }: Backend): Backend => ({
        ...backend,
        claims: { ...claims!, issueBordereau: async () => ({ status: 'refused', code: 'nothing-to-issue' }) as never },
      }),
    },
  },
  play: async ({ canvasElement }) => {
    await issue(canvasElement);
    await inside(canvasElement, 'bordereau-export').findByText(t('bordereau.refused.nothing-to-issue'));
  },
};

/** Nothing was executed yet. */
export const Idle: Story = { render: () => html`<bordereau-export></bordereau-export>` };

/** The query finds nothing. */
export const Nothing: Story = {
  render: () => html`<bordereau-export .criteria=${criteriaOf('2021-01-01', '2021-01-31')}></bordereau-export>`,
  play: async ({ canvasElement }) => {
    await inside(canvasElement, 'bordereau-export').findByText(t('bordereau.empty'));
  },
};

/** The answer to the issue was lost: trying again gives the same batch, never a second one. */
export const AnswerLost: Story = {
  parameters: {
    world: {
      signedIn: 'clerk',
      claims: 400,
      prepare: ({ faults }: StoryWorld) => faults.failNext('internal', { at: 'claims.issueBordereau' }),
    },
  },
  play: async ({ canvasElement }) => {
    await issue(canvasElement);
    await userEvent.click(await inside(canvasElement, 'bordereau-export').findByRole('button', { name: t('bordereau.retry') }));
    await inside(canvasElement, 'bordereau-export').findByRole('button', { name: t('bordereau.xlsx') });
  },
};

/** While the cases are counted. */
export const Counting: Story = {
  parameters: { world: { signedIn: 'clerk', claims: 20, prepare: ({ faults }: StoryWorld) => faults.hang('claims.breakdown') } },
};

/** The network is gone. */
export const Offline: Story = { globals: { network: 'offline' } };

/** The helpdesk issues no bordereaux: not a word of it. */
export const Helpdesk: Story = { parameters: { world: { signedIn: 'helpdesk', claims: 20 } } };

/** No portal is there, or not yet. */
export const NotConnected: Story = { parameters: { world: null } };
