import { emptyForm, type CaseCriteria, type CaseRow } from '@portico/core/claims';
import type { Backend } from '@portico/core/portal';
import { claimDetailMessages } from '@portico/core/claims/claim-detail';
import { claimDetailMessagesAr } from '@portico/core/claims/claim-detail.messages.ar';
import { modificationRequestMessages } from '@portico/core/claims/modification-request';
import { modificationRequestMessagesAr } from '@portico/core/claims/modification-request.messages.ar';
import '@portico/elements/define/claim-detail';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import { element, inside, texts } from '../kit/play.ts';
import type { StoryWorld } from '../kit/story-world.ts';

const t = texts(claimDetailMessages, claimDetailMessagesAr);
const m = texts(modificationRequestMessages, modificationRequestMessagesAr);
const { section: _, currency: __, amountFrom: ___, amountTo: ____, ...form } = emptyForm;
const anything: CaseCriteria = { ...form, from: null, to: null, amount: null };

/** Shows the first case of the world that fits, as a list beside it would. */
const showing =
  (fits: (row: CaseRow) => boolean) =>
  async (canvas: HTMLElement, { portal }: StoryWorld): Promise<void> => {
    const { rows } = await portal.backend.claims!.search(anything, { limit: 200 });
    const row = rows.find(fits);
    if (!row) throw new Error('the world has no such case');
    element<HTMLElement & { claimId: string }>(canvas, 'claim-detail').claimId = row.id;
    await waitFor(() => expect(element(canvas, 'claim-detail').shadowRoot!.querySelector('article')).not.toBeNull());
  };

const story = (fits: (row: CaseRow) => boolean, world: object = { signedIn: 'clerk', claims: 300 }): Story => ({
  parameters: { world },
  play: ({ canvasElement, loaded }) => showing(fits)(canvasElement, (loaded as { world: StoryWorld }).world),
});

const meta: Meta = {
  title: 'Claims/Claim detail',
  component: 'claim-detail',
  render: () => html`<claim-detail></claim-detail>`,
  parameters: {
    world: { signedIn: 'clerk', claims: 300 },
  },
};
export default meta;
type Story = StoryObj;

/** A paid claim: three axes apart, the arithmetic shown, every line with its outcome. */
export const PaidClaim: Story = story(({ decision }) => decision === 'paid');

/** Rejected is not denied: it was never adjudicated. */
export const RejectedClaim: Story = story(({ decision }) => decision === 'rejected');

/** An authorization that was changed by the payer; the code stands beside the word as it came. */
export const ModifiedAuthorization: Story = story(({ decision }) => decision === 'modified');

/** N29: a voided authorization is still there, as "not used". */
export const NotUsed: Story = story(({ use }) => use === 'not-used');

/** The helpdesk sees where a case stands, not what it costs or why. */
export const Helpdesk: Story = story(({ decision }) => decision === 'paid', { signedIn: 'helpdesk', claims: 300 });

const now = Date.UTC(2026, 10, 21, 9);
const timeLeft = ({ deadlines, life, use }: CaseRow): number =>
  life === 'active' && use !== 'not-used' ? (deadlines.modification?.dueAt ?? 0) - now : 0;
const modification = (canvas: HTMLElement) => inside(canvas, 'claim-detail');

/** N11, N12: within the window the clerk may ask the claims center for a modification; time left and end are told. */
export const ModificationOffered: Story = {
  play: async ({ canvasElement, loaded }) => {
    await showing((row) => timeLeft(row) > 86_400_000)(canvasElement, (loaded as { world: StoryWorld }).world);
    await modification(canvasElement).findByText(m('modification.request'));
  },
};

/** N13: the form, with what is missing said at its field. */
export const ModificationForm: Story = {
  play: async ({ canvasElement, loaded }) => {
    await showing((row) => timeLeft(row) > 86_400_000)(canvasElement, (loaded as { world: StoryWorld }).world);
    (await modification(canvasElement).findByText(m('modification.request'))).click();
    (await modification(canvasElement).findByText(m('modification.send'))).click();
    await modification(canvasElement).findByText(m('modification.error.subject-missing'));
  },
};

/** N12: after the window the control is gone; the reason and the helpdesk stand there. */
export const ModificationTooLate: Story = {
  play: async ({ canvasElement, loaded }) => {
    await showing(
      ({ deadlines, life, use }) =>
        life === 'active' && use !== 'not-used' && deadlines.modification !== null && deadlines.modification.dueAt <= now,
    )(canvasElement, (loaded as { world: StoryWorld }).world);
    await modification(canvasElement).findByText(m('modification.contacts'));
    await expect(modification(canvasElement).queryAllByText(m('modification.request'))).toHaveLength(0);
  },
};

/** No case was opened yet. */
export const Nothing: Story = {};

/** There is no such case, or it is somebody else's: the same answer. */
export const NotFound: Story = {
  render: () => html`<claim-detail claim-id="no-such-case"></claim-detail>`,
  play: async ({ canvasElement }) => {
    await inside(canvasElement, 'claim-detail').findByText(t('claim-detail.notFound'));
  },
};

/** Codes that nobody here knows are shown as they came, and lines that add up to something else are told. */
export const OddRecord: Story = story(({ decision }) => decision === 'paid', {
  ...{ signedIn: 'clerk', claims: 300 },
  through: ({ claims, ...backend }: Backend): Backend => ({
    ...backend,
    claims: {
      ...claims!,
      get: async (...asked) => {
        const detail = await claims!.get(...asked);
        if (!detail?.record.amounts.billed) return detail;
        const { record } = detail;
        const code = { code: 'ZZ-9', system: 'urn:example:unknown', text: null };
        const amounts = { ...record.amounts, billed: { ...record.amounts.billed!, minor: record.amounts.billed!.minor + 1_000 } };
        return {
          ...detail,
          record: { ...record, amounts, rawCodes: [code], items: record.items.map((item) => ({ ...item, outcomeCode: code })) },
        };
      },
    },
  }),
});

/** A refresh that failed: what was shown stays, and it is said that it may be out of date. */
export const Stale: Story = {
  parameters: { world: { signedIn: 'clerk', claims: 300 } },
  play: async ({ canvasElement, loaded }) => {
    const { world } = loaded as { world: StoryWorld };
    await showing(({ decision }) => decision === 'paid')(canvasElement, world);
    world.faults.failNext('unavailable', { at: 'claims.get' });
    const panel = inside(canvasElement, 'claim-detail');
    await userEvent.click(panel.getByRole('button', { name: t('claim-detail.refresh') }));
    await panel.findByText(t('claim-detail.stale'));
  },
};

/** The case is on its way. */
export const Loading: Story = {
  render: () => html`<claim-detail claim-id="any"></claim-detail>`,
  parameters: { world: { signedIn: 'clerk', prepare: ({ faults }: StoryWorld) => faults.hang('claims.get') } },
};

/** The network is gone. */
export const Offline: Story = {
  render: () => html`<claim-detail claim-id="any"></claim-detail>`,
  globals: { network: 'offline' },
};

/** The backend cannot answer. */
export const Failed: Story = {
  render: () => html`<claim-detail claim-id="any"></claim-detail>`,
  parameters: {
    world: { signedIn: 'clerk', prepare: ({ faults }: StoryWorld) => faults.failNext('unavailable', { at: 'claims.get', times: 99 }) },
  },
  play: async ({ canvasElement }) => {
    await inside(canvasElement, 'claim-detail').findByText(t('claim-detail.failed'));
  },
};

/** This backend has no claims. */
export const NotOffered: Story = {
  parameters: { world: { signedIn: 'clerk', through: ({ claims: _claims, ...backend }: Backend): Backend => backend } },
};

/** No portal is there, or not yet. */
export const NotConnected: Story = { parameters: { world: null } };
