import { caseMessages } from '@portico/core/claims';
import { caseMessagesAr } from '@portico/core/claims/case.messages.ar';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { texts } from '../kit/play.ts';
import { tableOfCases, type CaseArgs } from './made-up-cases.ts';

const t = texts(caseMessages, caseMessagesAr);

/** The table of a story, found by what it is: its tag is nobody's business. */
const tableIn = (canvas: HTMLElement): HTMLElement =>
  [...canvas.querySelectorAll<HTMLElement>('*')].find(({ shadowRoot }) => shadowRoot?.querySelector('[role="grid"]'))!;

/** The record and the cell that hold the focus; the header row has no record. */
function place(table: HTMLElement): { readonly row: number; readonly column: number; readonly record: string } {
  const cell = table.shadowRoot!.activeElement?.closest<HTMLTableCellElement>('th, td');
  const row = cell?.closest('tr');
  return {
    row: Number(row?.getAttribute('aria-rowindex')) - 2,
    column: cell?.cellIndex ?? -1,
    record: row?.cells[1]?.textContent.trim() ?? '',
  };
}

const at = (table: HTMLElement, expected: Partial<ReturnType<typeof place>>): Promise<void> =>
  waitFor(() => expect(place(table)).toMatchObject(expected));

const meta: Meta<CaseArgs> = {
  title: 'Table/Data table',
  render: (args, { globals }) => html`${tableOfCases(args, globals['language'] as string)}`,
  args: { count: 50 },
  parameters: { world: null },
};
export default meta;
type Story = StoryObj<CaseArgs>;

/** Up to fifty rows stand on the page as they are; badges say by text what they say by colour. */
export const FiftyRows: Story = {
  play: async ({ canvasElement }) => {
    const table = tableIn(canvasElement);
    table.focus();
    await at(table, { row: 0, column: 0, record: 'C-000001' });
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{End}');
    await at(table, { row: 2, column: 4, record: 'C-000003' });
    await userEvent.keyboard('{Home}{Control>}{End}{/Control}');
    await at(table, { row: 49, column: 4, record: 'C-000050' });
  },
};

/** A pool of rows follows the place: the last of a hundred thousand is one key away, and so is the way back. */
export const HundredThousandRows: Story = {
  args: { count: 100_000 },
  play: async ({ canvasElement }) => {
    const table = tableIn(canvasElement);
    table.focus();
    await userEvent.keyboard('{PageDown}');
    await waitFor(() => expect(place(table).row).toBeGreaterThan(5));
    await userEvent.keyboard('{Control>}{End}{/Control}');
    await at(table, { row: 99_999, record: 'C-100000' });
    await expect(table.shadowRoot!.querySelectorAll('.rows tr').length).toBeLessThan(60);
    await userEvent.keyboard('{Control>}{Home}{/Control}');
    await at(table, { row: 0, column: 0, record: 'C-000001' });
  },
};

/** From the first row into the header; Enter sorts, Enter again turns the order round, and the focus stays where it is. */
export const SortedByKeyboard: Story = {
  play: async ({ canvasElement }) => {
    const table = tableIn(canvasElement);
    const billed = () => within(table.shadowRoot as unknown as HTMLElement).getByRole('columnheader', { name: t('case.column.billed') });
    table.focus();
    await userEvent.keyboard('{End}{ArrowUp}{Enter}');
    await waitFor(() => expect(billed()).toHaveAttribute('aria-sort', 'ascending'));
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(billed()).toHaveAttribute('aria-sort', 'descending'));
    await at(table, { row: -1, column: 4 });
  },
};

/** Whoever stands at a record stays there when the order changes under it. */
export const RecordKept: Story = {
  args: { count: 1000 },
  play: async ({ canvasElement }) => {
    const table = tableIn(canvasElement);
    table.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    await at(table, { row: 3, record: 'C-000004' });
    table.dispatchEvent(new CustomEvent('sort-requested', { detail: { key: 'reference', direction: 'descending' } }));
    await at(table, { row: 996, record: 'C-000004' });
  },
};

/** Enter in any cell opens the row of the record. */
export const OpenedByKeyboard: Story = {
  play: async ({ canvasElement }) => {
    const table = tableIn(canvasElement);
    const opened = fn();
    table.addEventListener('row-activated', (event) => void opened((event as CustomEvent).detail));
    table.focus();
    await userEvent.keyboard('{ArrowDown}{End}{Enter}');
    await waitFor(() => expect(opened.mock.calls).toEqual([[{ key: '1', index: 1 }]]));
  },
};

/** From right to left the left arrow goes on and the right one back; digits of an amount stay under one another. */
export const RightToLeft: Story = {
  globals: { language: 'ar' },
  play: async ({ canvasElement }) => {
    const table = tableIn(canvasElement);
    await expect(getComputedStyle(table).direction).toBe('rtl');
    table.focus();
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    await at(table, { row: 0, column: 2 });
    await userEvent.keyboard('{ArrowRight}');
    await at(table, { row: 0, column: 1 });
    await userEvent.keyboard('{End}');
    await at(table, { row: 0, column: 4 });
  },
};

/** On a phone the table scrolls sideways, and who it is about stays in sight. */
export const Narrow: Story = {
  render: (args, { globals }) => {
    const frame = document.createElement('div');
    frame.style.inlineSize = '320px';
    frame.append(tableOfCases(args, globals['language'] as string));
    return html`${frame}`;
  },
  play: async ({ canvasElement }) => {
    const table = tableIn(canvasElement);
    table.focus();
    await userEvent.keyboard('{End}');
    await at(table, { row: 0, column: 4 });
    const cells = table.shadowRoot!.activeElement!.closest('tr')!.cells;
    const [name, amount] = [cells[0]!.getBoundingClientRect(), cells[4]!.getBoundingClientRect()];
    const frame = table.getBoundingClientRect();
    const isWhole = amount.left >= frame.left && amount.right <= frame.right;
    await expect(isWhole && (name.right <= amount.left + 1 || amount.right <= name.left + 1), 'the whole amount is beside the name').toBe(
      true,
    );
  },
};

/** Rows that are not there yet are said to be on their way. */
export const Loading: Story = { args: { count: 100_000, loaded: 5 } };

/** Nothing was found: the header stands alone, and the host says why. */
export const Empty: Story = { args: { count: 0 } };
