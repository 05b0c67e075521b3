import type { GridPosition } from './grid-keyboard.ts';
import type { PoolShell, RowPool } from './row-pool.ts';
import type { RowSlot } from './row-slot.ts';
import type { TableColumn } from './table-column.ts';

/** What the active cell asks of its element. */
export interface ActiveCellHost {
  readonly rowCount: number;
  readonly label: string;
  readonly shell: PoolShell | null;
  readonly rowKey: (index: number) => string;
  /** Called when a person went to another record. */
  activeRowMoved(key: string, index: number): void;
}

/**
 * The one cell that is the table's tab stop. It belongs to a record, not to an element: it goes with the record through scrolling,
 * sorting and repainting. While its row is not in the DOM the viewport is the tab stop and keeps the focus for it.
 */
export class ActiveCell {
  readonly #host: ActiveCellHost;
  readonly #pool: RowPool;
  #inHeader = false;
  #row = 0;
  #column = 0;
  #key = '';
  /** A record that is not found yet: restored by the host, or gone from the loaded rows. */
  #wanted = '';
  #isRestoring = false;
  #wasEntered = false;
  #stop: HTMLElement | null = null;
  #marked: RowSlot | null = null;

  constructor(host: ActiveCellHost, pool: RowPool) {
    this.#host = host;
    this.#pool = pool;
  }

  /** The record id of the active row; empty until somebody was there. */
  get key(): string {
    return this.#wanted || this.#key;
  }

  /** Row and column; in the header (row -1) also while there are no rows. */
  get position(): GridPosition {
    const row = this.#inHeader ? -1 : Math.min(this.#row, this.#host.rowCount - 1);
    return { row, column: this.#column };
  }

  /** True while a data row holds the focus. */
  get isInBody(): boolean {
    return this.#pool.slotOf(this.#focused) !== null;
  }

  /** Makes a record the active one as soon as its row is known. */
  want(key: string): void {
    if (key === this.key) return;
    this.#wanted = key;
    this.#isRestoring = key !== '';
  }

  /** Keeps the column among changed ones; before anybody was there it is the one that names the rows. */
  fitColumns(columns: readonly TableColumn[]): void {
    const column = this.#wasEntered ? this.#column : columns.findIndex(({ rowHeader }) => rowHeader);
    this.#column = Math.max(0, Math.min(column, columns.length - 1));
  }

  /**
   * Finds the active record among changed rows, before they are painted; answers how far it went and whether the host asked to see it.
   * A record that is gone leaves the focus at its place in the order, and takes it back when it returns before anybody moved.
   */
  relocate(): { readonly by: number; readonly isRestored: boolean } {
    const was = this.#row;
    const key = this.key;
    const found = key ? this.#find(key) : -1;
    const isRestored = found >= 0 && this.#isRestoring;
    if (isRestored) this.#inHeader = this.#isRestoring = false;
    this.#wanted = found < 0 ? key : '';
    this.#key = found < 0 ? '' : key;
    this.#row = Math.max(0, Math.min(found < 0 ? was : found, this.#host.rowCount - 1));
    return { by: this.#row - was, isRestored };
  }

  /** Goes to a cell, scrolls it into sight and focuses it. */
  goTo({ row, column }: GridPosition): void {
    this.#arrive(row, column);
    this.reveal();
    this.settle();
    this.focus();
  }

  /** Scrolls the table until the active row is in sight. */
  reveal(): void {
    if (this.position.row >= 0) this.#pool.reveal(this.position.row);
  }

  /** Focuses the active cell, scrolling the least that shows it. */
  focus(): void {
    this.reveal();
    const target = this.#target() ?? this.#host.shell?.viewport;
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** Follows a focus that came by itself: a click, a reader, a tab. */
  follow(target: Element): void {
    const cell = target.closest('th, td') as HTMLTableCellElement | null;
    if (!cell) return;
    const slot = this.#pool.slotOf(cell);
    const position = { row: slot?.index ?? -1, column: cell.cellIndex };
    const { row, column } = this.position;
    if (position.row !== row || position.column !== column) this.#arrive(position.row, position.column);
    this.settle();
  }

  /** Gives the focus to the viewport while the focused row is rewritten. */
  park(): void {
    this.#host.shell?.viewport.focus({ preventScroll: true });
  }

  /** Puts the one tab stop where the active cell is now, and the focus too if the viewport kept it. */
  settle(): void {
    const viewport = this.#host.shell?.viewport;
    if (!viewport) return;
    const target = this.#target();
    if (target !== this.#stop) this.#stop?.setAttribute('tabindex', '-1');
    target?.setAttribute('tabindex', '0');
    this.#stop = target;
    viewport.tabIndex = target ? -1 : 0;
    if (target) {
      viewport.removeAttribute('role');
      viewport.removeAttribute('aria-label');
    } else {
      viewport.setAttribute('role', 'group');
      viewport.setAttribute('aria-label', this.#host.label);
    }
    const marked = this.#key ? this.#pool.slotAt(this.#row) : null;
    if (marked !== this.#marked) this.#marked?.element.removeAttribute('data-active');
    marked?.element.setAttribute('data-active', '');
    this.#marked = marked;
    if (target && this.#focused === viewport) target.focus({ preventScroll: true });
  }

  get #focused(): Element | null {
    return (this.#host.shell?.viewport.getRootNode() as ShadowRoot | undefined)?.activeElement ?? null;
  }

  #arrive(row: number, column: number): void {
    this.#wasEntered = true;
    this.#inHeader = row < 0;
    this.#column = column;
    if (row < 0) return;
    const key = this.#host.rowKey(row);
    const moved = key !== this.#key || this.#wanted !== '';
    this.#row = row;
    this.#key = key;
    this.#wanted = '';
    this.#isRestoring = false;
    if (moved) this.#host.activeRowMoved(key, row);
  }

  #target(): HTMLElement | null {
    const { row, column } = this.position;
    if (row >= 0) return this.#pool.slotAt(row)?.target(column) ?? null;
    const cell = this.#host.shell?.table.tHead?.rows[0]?.cells[column];
    return cell?.querySelector('button') ?? cell ?? null;
  }

  #find(key: string): number {
    const { rowCount, rowKey } = this.#host;
    if (this.#row < rowCount && rowKey(this.#row) === key) return this.#row;
    for (let index = 0; index < rowCount; index += 1) if (rowKey(index) === key) return index;
    return -1;
  }
}
