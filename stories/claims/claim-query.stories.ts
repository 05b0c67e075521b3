import type { Backend } from '@portico/core/portal';
import '@portico/elements/define/claim-query';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
import { element, inside } from '../kit/play.ts';
import type { StoryWorld } from '../kit/story-world.ts';
import { byPages, readOnlyHost, repeated } from './claims-backends.ts';
import { query, results, t } from './claims-steps.ts';

const meta: Meta = {
  title: 'Claims/Claims query',
  component: 'claim-query',
  render: () => html`<claim-query id="main"></claim-query>`,
  parameters: {
    world: { signedIn: 'clerk', claims: 400 },
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
    await waitFor(() => expect(opened).toHaveBeenCalledTimes(1));
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

/** A hundred thousand cases in one grid that scrolls freely; the last one is one key away. */
export const HundredThousand: Story = {
  parameters: { world: { signedIn: 'clerk', claims: 500, through: repeated(100_000) } },
  play: async ({ canvasElement }) => {
    await query(canvasElement, '');
    const grid = await results(canvasElement);
    await expect(grid.getAttribute('aria-rowcount')).toBe('100001');
    grid.querySelector<HTMLElement>('tbody a')!.focus();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await waitFor(() => expect(grid.querySelector('tr[aria-rowindex="100001"]:not([aria-busy])')).not.toBeNull());
  },
};

/** What was found stays in view while the criteria change, and it is said that they did. */
export const Stale: Story = {
  play: async ({ canvasElement }) => {
    await query(canvasElement, 't-30', 't');
    await results(canvasElement);
    await userEvent.type(inside(canvasElement, 'claim-query').getByLabelText(t('claim-query.from')), '0');
    await inside(canvasElement, 'claim-query').findByText(t('claim-query.stale'));
  },
};

/** A day chosen from the calendar by keyboard; typing is quicker. */
export const Calendar: Story = {
  play: async ({ canvasElement }) => {
    const form = inside(canvasElement, 'claim-query');
    const [first] = await form.findAllByRole('button', { name: t('claim-query.calendar') });
    await userEvent.click(first!);
    const popup = await form.findByRole('dialog', { name: t('claim-query.calendar') });
    await waitFor(() => expect(popup.contains(element(canvasElement, 'claim-query').shadowRoot!.activeElement)).toBe(true));
    await userEvent.keyboard('{ArrowDown}');
  },
};

/** A query that is asked every morning, kept under a name. */
export const SavedQueries: Story = {
  play: async ({ canvasElement }) => {
    const form = inside(canvasElement, 'claim-query');
    await query(canvasElement, 't-30', 't');
    await results(canvasElement);
    await userEvent.click(await form.findByText(t('claim-query.saved')));
    await userEvent.type(await form.findByLabelText(t('claim-query.saveName')), 'Thirty days · ثلاثون يومًا{Enter}');
    await form.findByRole('button', { name: /^(Run|تنفيذ) .*Thirty days/ });
  },
};

/** N22: from a result to its bordereau, in a dialog over it. */
export const Export: Story = {
  play: async ({ canvasElement }) => {
    await query(canvasElement, 't-30', 't');
    await results(canvasElement);
    await userEvent.click(inside(canvasElement, 'claim-query').getByRole('button', { name: t('claim-query.export') }));
    await waitFor(() => expect(element(canvasElement, 'claim-query').shadowRoot!.querySelector('dialog[open]')).not.toBeNull());
  },
};

/** N27: back from a case, the same row has the focus again. */
export const BackFromACase: Story = {
  play: async ({ canvasElement }) => {
    const host = element(canvasElement, 'claim-query');
    await query(canvasElement, 't-30', 't');
    (await results(canvasElement)).querySelector<HTMLElement>('tbody a')!.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    const row = (): string | undefined =>
      host.shadowRoot!.activeElement?.shadowRoot?.activeElement?.closest('tr')?.getAttribute('aria-rowindex') ?? undefined;
    const before = row();
    const { parentElement } = host;
    host.remove();
    await new Promise((resolve) => setTimeout(resolve, 50));
    parentElement!.append(host);
    host.focus();
    await waitFor(() => expect(row()).toBe(before));
  },
};

/** A payer's system that only gives pages: the same grid, a page at a time. */
export const ByPages: Story = {
  parameters: {
    world: {
      signedIn: 'clerk',
      claims: 400,
      through: byPages,
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
    world: { through: () => readOnlyHost() },
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

/** Some rows of a long result did not come; they can be asked for again. */
export const RowsMissing: Story = {
  parameters: { world: { signedIn: 'clerk', claims: 500 } },
  play: async ({ canvasElement, loaded }) => {
    await query(canvasElement, '');
    const grid = await results(canvasElement);
    (loaded as { world: StoryWorld }).world.faults.failNext('unavailable', { at: 'claims.rows', times: 9 });
    grid.querySelector<HTMLElement>('tbody a')!.focus();
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await inside(canvasElement, 'claim-query').findByRole('alert');
  },
};

/** The backend refuses: there is no right to see these cases. */
export const Denied: Story = {
  parameters: {
    world: {
      ...{ signedIn: 'clerk', claims: 20 },
      prepare: ({ faults }: StoryWorld) => faults.failNext('denied', { at: 'claims.open', times: 99 }),
    },
  },
  play: async ({ canvasElement }) => {
    await query(canvasElement, 't-30', 't');
    await inside(canvasElement, 'claim-query').findByText(t('claim-query.failed.denied'));
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
