import { fixtureCleanup, html, fixture, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { createInner } from '../define/define.ts';
import { PorticoTableElement } from './data-table.element.ts';
import type { TableColumn, TableRow } from './table-column.ts';

/** A made-up claim by its number. */
export interface Claim {
  readonly n: number;
}

export const columns: readonly TableColumn[] = [
  { key: 'kind', header: 'Kind', kind: 'text', width: 120 },
  { key: 'reference', header: 'Reference', kind: 'link', width: 160, rowHeader: true, sortable: true },
  { key: 'member', header: 'Member', kind: 'text', width: 150, sortable: true },
  { key: 'status', header: 'Status', kind: 'status', width: 140 },
  { key: 'billed', header: 'Billed', kind: 'text', width: 140, align: 'end' },
];

export const cellText = (row: TableRow, { key }: TableColumn): string => {
  const { n } = row as Claim;
  const texts: Record<string, string> = {
    kind: n % 2 ? 'Claim' : 'Authorization',
    reference: `C-${n}`,
    member: n % 3 ? `Member ${n}` : `نورة العلي ${n}`,
    status: n % 2 ? 'Denied' : 'Paid',
    billed: `${n}.500 KWD`,
  };
  return texts[key] ?? '';
};

/** Sets rows in an order of claim numbers; those for which `isLoaded` says no are not there yet. */
export function setRows(table: PorticoTableElement, order: readonly number[], isLoaded: (index: number) => boolean = () => true): void {
  table.rowCount = order.length;
  table.getRow = (index) => (isLoaded(index) ? { n: order[index] } : undefined);
  table.rowKey = (index) => (isLoaded(index) ? `id-${order[index]}` : '');
}

export const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

export interface Setting {
  readonly width?: string;
  readonly dir?: 'ltr' | 'rtl';
  readonly order?: readonly number[];
  readonly isLoaded?: (index: number) => boolean;
  readonly prepare?: (table: PorticoTableElement) => void;
}

/** A table in the page, painted. */
export async function tableOf(count: number, setting: Setting = {}): Promise<PorticoTableElement> {
  fixtureCleanup();
  const table = createInner(PorticoTableElement, 'portico-table');
  Object.assign(table, { columns, cellText, label: 'Claims', loadingText: 'Loading', rowHref: (row: Claim) => `#/claims/${row.n}` });
  setRows(table, setting.order ?? upTo(count), setting.isLoaded);
  setting.prepare?.(table);
  const frame = await fixture<HTMLElement>(html`<div dir=${setting.dir ?? 'ltr'}></div>`);
  frame.style.inlineSize = setting.width ?? '1000px';
  frame.append(table);
  await settled(table);
  return table;
}

/** After updates, observers and the scroll event of this frame. */
export async function settled(table: PorticoTableElement): Promise<void> {
  await table.updateComplete;
  await nextFrame();
  await nextFrame();
}

const root = (table: PorticoTableElement): ShadowRoot => table.shadowRoot as ShadowRoot;

export const viewport = (table: PorticoTableElement): HTMLElement => root(table).querySelector('.viewport') as HTMLElement;
export const grid = (table: PorticoTableElement): HTMLTableElement => root(table).querySelector('table') as HTMLTableElement;
export const rows = (table: PorticoTableElement): HTMLTableRowElement[] => [
  ...root(table).querySelectorAll<HTMLTableRowElement>('.rows tr'),
];
export const texts = (row: HTMLTableRowElement): string[] => [...row.cells].map((cell) => cell.textContent ?? '');
export const rowAt = (table: PorticoTableElement, index: number): HTMLTableRowElement | undefined =>
  rows(table).find((row) => row.getAttribute('aria-rowindex') === String(index + 2));
export const link = (row: HTMLTableRowElement | undefined): HTMLAnchorElement => row?.querySelector('a') as HTMLAnchorElement;
export const sortButton = (table: PorticoTableElement, text: string): HTMLButtonElement =>
  [...root(table).querySelectorAll('button')].find((button) => button.textContent?.trim() === text) as HTMLButtonElement;

export const focused = (table: PorticoTableElement): HTMLElement | null => root(table).activeElement as HTMLElement | null;

/** Where the focus is: row number (header -1, viewport null) and column number. */
export function place(table: PorticoTableElement): { row: number; column: number } | null {
  const cell = focused(table)?.closest('th, td') as HTMLTableCellElement | null;
  return cell ? { row: Number(cell.parentElement?.getAttribute('aria-rowindex')) - 2, column: cell.cellIndex } : null;
}

/** The record under the focus, by the text of its row header. */
export const focusedRecord = (table: PorticoTableElement): string | undefined =>
  focused(table)?.closest('tr')?.querySelector('th[scope=row]')?.textContent ?? undefined;

/** Scrolls as a wheel does, and waits for the table to follow. */
export async function wheel(table: PorticoTableElement, by: number): Promise<void> {
  viewport(table).scrollTop += by;
  await settled(table);
}

/** Presses real keys one after the other; `Control+End` holds the first while it presses the second. */
export async function press(...keys: readonly string[]): Promise<void> {
  for (const chord of keys) {
    const held = chord.split('+');
    const key = held.pop() as string;
    for (const modifier of held) await sendKeys({ down: modifier });
    await sendKeys({ press: key });
    for (const modifier of held.reverse()) await sendKeys({ up: modifier });
  }
}

/** What the events of a name carried, from now on. */
export function heard<Detail>(table: PorticoTableElement, name: string): Detail[] {
  const details: Detail[] = [];
  table.addEventListener(name, (event) => details.push((event as CustomEvent<Detail>).detail));
  return details;
}

/** True when an element is wholly inside the viewport, below the header and beside the row header. */
export function isInSight(table: PorticoTableElement, element: HTMLElement): boolean {
  const seen = viewport(table).getBoundingClientRect();
  const box = element.getBoundingClientRect();
  const header = (grid(table).tHead as HTMLElement).getBoundingClientRect().bottom;
  return box.top >= header - 1 && box.bottom <= seen.bottom + 1 && box.left >= seen.left - 1 && box.right <= seen.right + 1;
}
