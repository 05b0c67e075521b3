import type { TableColumn, TableRow, TableSource } from './table-column.ts';

interface SlotCell {
  readonly column: TableColumn;
  readonly text: Text;
  /** What takes the focus: the cell, or the one control in it. */
  readonly target: HTMLElement;
}

/** The empty row that all slots of a set of columns are cloned from. */
export function rowTemplate(columns: readonly TableColumn[]): HTMLTableRowElement {
  const row = document.createElement('tr');
  row.setAttribute('part', 'row');
  for (const column of columns) {
    const cell = row.appendChild(document.createElement(column.rowHeader ? 'th' : 'td'));
    cell.setAttribute('part', 'cell');
    cell.className = `${column.kind} ${column.align ?? 'start'}`;
    if (column.rowHeader) cell.setAttribute('scope', 'row');
    const inner = column.kind === 'link' ? 'a' : column.kind === 'status' || column.align === 'end' ? 'span' : null;
    const holder = inner ? cell.appendChild(document.createElement(inner)) : cell;
    (column.kind === 'link' ? holder : cell).tabIndex = -1;
    holder.append('');
  }
  return row;
}

const setOrRemove = (element: Element, name: string, value: string): void => {
  if (value) element.setAttribute(name, value);
  else element.removeAttribute(name);
};

const paint = (badge: HTMLElement, tone: string): void => {
  if (badge.dataset.tone !== tone) badge.dataset.tone = tone;
};

/** One row element of the pool, rewritten in place: only texts and attributes that differ are touched. */
export class RowSlot {
  readonly element: HTMLTableRowElement;
  readonly link: HTMLAnchorElement | null;
  /** The row it shows; -1 before the first. */
  index = -1;
  key = '';
  isLoading = false;
  readonly #cells: readonly SlotCell[];
  #href: string | null = null;

  constructor(template: HTMLTableRowElement, columns: readonly TableColumn[]) {
    this.element = template.cloneNode(true) as HTMLTableRowElement;
    this.link = this.element.querySelector('a');
    this.#cells = columns.map((column, i) => {
      const cell = this.element.cells[i] as HTMLElement;
      const inner = cell.firstElementChild as HTMLElement | null;
      const holder = inner ?? cell;
      return { column, text: holder.firstChild as Text, target: column.kind === 'link' ? holder : cell };
    });
  }

  /** What takes the focus in a column. */
  target(column: number): HTMLElement | null {
    return this.#cells[column]?.target ?? null;
  }

  /** Shows a row, or placeholders while it is not loaded. */
  write(index: number, key: string, row: TableRow | undefined, source: TableSource): void {
    if (index !== this.index) this.element.setAttribute('aria-rowindex', String(index + 2));
    this.index = index;
    this.key = key;
    if (this.isLoading !== (row === undefined)) {
      this.isLoading = row === undefined;
      setOrRemove(this.element, 'aria-busy', this.isLoading ? 'true' : '');
    }
    for (const { column, text } of this.#cells) {
      const value = row ? source.cellText(row, column) : column.rowHeader ? source.loadingText : '';
      if (text.data !== value) text.data = value;
      if (column.kind === 'status') paint(text.parentElement as HTMLElement, (row && source.cellTone?.(row, column)) ?? 'neutral');
    }
    if (this.link) this.#point(this.link, (row && source.rowHref?.(row)) ?? '');
  }

  #point(link: HTMLAnchorElement, href: string): void {
    if (href === this.#href) return;
    this.#href = href;
    setOrRemove(link, 'href', href);
    // An anchor without an address is no link until a role says so.
    setOrRemove(link, 'role', href ? '' : 'link');
  }
}
