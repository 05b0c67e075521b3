import { decisionOf, type Case } from '@portico/core/claims';
import { plainDate } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import '@portico/elements/define/claim-query';
import { createReadOnlyBackend } from '@portico/testing/contract';
import { worldCases } from '@portico/testing/world';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn, userEvent } from 'storybook/test';
import { element, inside } from '../kit/play.ts';
import type { StoryWorld } from '../kit/story-world.ts';
import { query, results, t } from './claims-steps.ts';

/** Cases as a small system of somebody's own might keep them. */
const ownCases = [...worldCases({ seed: 3, count: 60, today: plainDate('2026-11-21') })].map((record, index): Case => ({
  ...record,
  ...{ id: `own-${index}`, version: 1, lifecycleVersion: 1, organisationId: 'own', decision: decisionOf(record), takenInAt: 0 },
}));

const meta: Meta = {
  title: 'Claims/Claims query',
  component: 'claim-query',
  render: () => html`<claim-query id="main"></claim-query>`,
  parameters: {
    world: { signedIn: 'clerk', claims: 400 },
    keyboard: [
      ['Enter in a field', 'Executes the query'],
      ['Arrow keys in the results', 'Go by cells; right and left are mirrored from right to left'],
      ['Page Up, Page Down', 'By the rows in sight less one'],
      ['Home, End', 'First and last cell of the row; with Ctrl first and last row'],
      ['Enter on a row', 'Opens the case'],
      ['Enter or Space on a column', 'Sorts by it; again, the other way'],
    ],
  },
};
export default meta;
type Story = StoryObj;

/** The first form: dates by service or payment, and an explicit Execute (N24, N25). */
export const Empty: Story = {};

/** N21: a month by service date; the count is announced, the arrows go by cells. */
export const Results: Story = {
  play: async ({ canvasElement }) => {
    await query(canvasElement, 't-30', 't');
    const grid = await results(canvasElement);
    await expect(Number(grid.getAttribute('aria-rowcount'))).toBeGreaterThan(10);
  },
};

/** N27: a row opens by Enter, and only its id is told. */
export const OpenedByKeyboard: Story = {
  play: async ({ canvasElement }) => {
    const opened = fn();
    element(canvasElement, 'claim-query').addEventListener('claim-opened', (event) => void opened((event as CustomEvent).detail));
    await query(canvasElement, 't-30', 't');
    (await results(canvasElement)).querySelector<HTMLElement>('tbody a')!.focus();
    await userEvent.keyboard('{ArrowDown}{Enter}');
    await expect(opened).toHaveBeenCalledTimes(1);
    await expect(Object.keys(opened.mock.calls[0]![0] as object)).toEqual(['id']);
  },
};

/** N23: all filters of Advanced Search, as far as the backend can answer them. */
export const Advanced: Story = {
  play: async ({ canvasElement }) => {
    const form = inside(canvasElement, 'claim-query');
    await userEvent.click(await form.findByLabelText(t('claim-query.advanced')));
    await form.findByLabelText(t('claim-query.memberName'));
  },
};

/** Fields explain themselves; the first wrong one has the focus. */
export const WrongDates: Story = {
  play: async ({ canvasElement }) => {
    await query(canvasElement, '31/2', 't-9');
    await inside(canvasElement, 'claim-query').findByText(t('claim-query.error.no-such-day'));
    await expect((element(canvasElement, 'claim-query').shadowRoot!.activeElement as HTMLElement).id).toBe('from');
  },
};

/** Nothing was found; what to do about it. */
export const NothingFound: Story = {
  play: async ({ canvasElement }) => {
    await query(canvasElement, '1/1/2021', '2/1/2021');
    await inside(canvasElement, 'claim-query').findByText(t('claim-query.emptyHint'));
  },
};

/** Ten thousand cases in one grid that scrolls freely. */
export const TenThousand: Story = {
  parameters: { world: { signedIn: 'clerk', claims: 10_000 } },
  play: async ({ canvasElement }) => {
    await query(canvasElement, '');
    await expect((await results(canvasElement)).getAttribute('aria-rowcount')).toBe('10001');
  },
};

/** A payer's system that only gives pages: the same grid, a page at a time. */
export const ByPages: Story = {
  parameters: {
    world: {
      signedIn: 'clerk',
      claims: 400,
      through: ({ capabilities, ...backend }: Backend): Backend => ({
        ...backend,
        capabilities: { ...capabilities, claims: { ...capabilities.claims!, resultSets: false } },
      }),
    },
  },
  play: async ({ canvasElement }) => {
    await query(canvasElement, '');
    await results(canvasElement);
    await userEvent.click(await inside(canvasElement, 'claim-query').findByRole('button', { name: t('claim-query.next') }));
  },
};

/** A host that implements `claims` alone, read-only: what it cannot do is left out, and that text is not kept is said first. */
export const ReadOnlyHost: Story = {
  parameters: {
    world: { through: () => createReadOnlyBackend(ownCases) },
  },
  play: async ({ canvasElement }) => {
    await inside(canvasElement, 'claim-query').findByText(t('claim-query.notKept'));
    await query(canvasElement, '');
    await results(canvasElement);
  },
};

/** The helpdesk finds a case and says where it stands; amounts are nowhere: no column, no filter, no sort. */
export const Helpdesk: Story = {
  parameters: { world: { signedIn: 'helpdesk', claims: 400 } },
  play: async ({ canvasElement }) => {
    await query(canvasElement, 't-30', 't');
    const grid = await results(canvasElement);
    await expect(grid.textContent).not.toMatch(/KWD|AED|USD/);
  },
};

/** While the backend is asked; the search can be called off. */
export const Searching: Story = {
  parameters: { world: { signedIn: 'clerk', prepare: ({ faults }: StoryWorld) => faults.hang('claims.open') } },
  play: async ({ canvasElement }) => {
    await query(canvasElement, 't-30', 't');
    await inside(canvasElement, 'claim-query').findByRole('button', { name: t('claim-query.cancel') });
  },
};

/** The network is gone: what was entered is still there. */
export const Offline: Story = {
  globals: { network: 'offline' },
  play: async ({ canvasElement }) => {
    await userEvent.click(await inside(canvasElement, 'claim-query').findByRole('button', { name: t('claim-query.execute') }));
    await inside(canvasElement, 'claim-query').findByRole('alert');
  },
};

/** The backend cannot answer; trying again may help. */
export const Failed: Story = {
  parameters: {
    world: {
      signedIn: 'clerk',
      claims: 20,
      prepare: ({ faults }: StoryWorld) => faults.failNext('unavailable', { at: 'claims.open', times: 99 }),
    },
  },
  play: async ({ canvasElement }) => {
    await query(canvasElement, 't-30', 't');
    await inside(canvasElement, 'claim-query').findByText(t('claim-query.failed'));
  },
};

/** Nobody is signed in. */
export const SignedOut: Story = { parameters: { world: {} } };

/** This backend has no claims. */
export const NotOffered: Story = {
  parameters: { world: { signedIn: 'clerk', through: ({ claims: _, ...backend }: Backend): Backend => backend } },
};

/** No portal is there, or not yet. */
export const NotConnected: Story = { parameters: { world: null } };
