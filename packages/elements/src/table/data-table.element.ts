import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { cssProperty } from '../kit/css-property.ts';
import { tokens } from '../kit/tokens.styles.ts';
import { version } from '../kit/version.ts';
import { ActiveCell } from './active-cell.ts';
import { tableStyles } from './data-table.styles.ts';
import { nextPosition } from './grid-keyboard.ts';
import { RowPool, type PoolHost, type PoolShell } from './row-pool.ts';
import type { RowSlot } from './row-slot.ts';
import type { TableColumn, TableRow, TableSort, TableSource, TableTone } from './table-column.ts';
import type { TableEventMap } from './table-events.ts';

const noRow = (): undefined => undefined;
const noText = (): string => '';
const isModified = (event: KeyboardEvent | MouseEvent): boolean => event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

/**
 * A grid for any number of rows: up to 50 all stand in the DOM, above that a pool of rows follows the scroll position.
 * It takes everything by property, holds no data and makes no texts.
 *
 * Keyboard: one tab stop. Arrows go by cells (mirrored from right to left), Home and End to the row's first and last cell,
 * PageUp and PageDown by the rows in sight less one, Ctrl+Home and Ctrl+End to the first and last row, ArrowUp from the first
 * row into the header. Enter opens the row, Enter and Space press a header's button.
 *
 * @summary A table to read with the keyboard, by record.
 * @event {CustomEvent<RowDetail>} row-activated - A row is to be opened: Enter, double click, or a plain click on its link. Cancel it to keep the browser from following the link.
 * @event {CustomEvent<TableSort>} sort-requested - A header was pressed; the host sorts and sets `sort`.
 * @event {CustomEvent<RangeDetail>} range-needed - Rows in the DOM are not loaded; asked again when the range or `version` changes.
 * @event {CustomEvent<RowDetail>} active-row-changed - A person went to another record.
 * @csspart viewport - The scroll container.
 * @csspart table - The table.
 * @csspart header - A header cell.
 * @csspart row - A data row.
 * @csspart cell - A data cell.
 * @cssproperty --portico-row-height - Height of a row, whatever it holds.
 * @cssproperty --portico-table-header-height - Height of the header row.
 * @cssproperty --portico-table-block-size - Height of the viewport of more than 50 rows; default: `rowsPerPage` rows.
 */
export class PorticoTableElement extends LitElement implements TableSource, PoolHost {
  /** The build this class came from. */
  static readonly version: string = `portico ${version}`;
  static override styles = [tokens, tableStyles];
  static override properties = {
    columns: { attribute: false },
    rowCount: { attribute: false },
    getRow: { attribute: false },
    rowKey: { attribute: false },
    cellText: { attribute: false },
    cellTone: { attribute: false },
    rowHref: { attribute: false },
    sort: { attribute: false },
    label: { attribute: false },
    loadingText: { attribute: false },
    rowsPerPage: { attribute: false },
    version: { attribute: false },
  };

  declare columns: readonly TableColumn[];
  declare rowCount: number;
  declare getRow: (index: number) => TableRow | undefined;
  declare rowKey: (index: number) => string;
  declare cellText: (row: TableRow, column: TableColumn) => string;
  declare cellTone: ((row: TableRow, column: TableColumn) => TableTone) | undefined;
  declare rowHref: ((row: TableRow) => string) | undefined;
  declare sort: TableSort | null;
  /** The accessible name. */
  declare label: string;
  declare loadingText: string;
  /** Rows seen at once where no height is set, and the page of PageUp and PageDown where all rows are in the DOM. @default 15 */
  declare rowsPerPage: number;
  /** Any other number repaints the rows: the host says that what `getRow` answers has changed. */
  declare version: number;

  shell: PoolShell | null = null;
  readonly #pool = new RowPool(this);
  readonly #active = new ActiveCell(this, this.#pool);
  #missing = '';
  #wasInBody = false;

  constructor() {
    super();
    this.columns = [];
    this.rowCount = 0;
    this.getRow = noRow;
    this.rowKey = noText;
    this.cellText = noText;
    this.cellTone = undefined;
    this.rowHref = undefined;
    this.sort = null;
    this.label = '';
    this.loadingText = '…';
    this.rowsPerPage = 15;
    this.version = 0;
  }

  /** The record whose row is the tab stop. Setting it brings its row into sight without moving the focus; `focus()` does that. */
  get activeKey(): string {
    return this.#active.key;
  }

  set activeKey(key: string) {
    this.#active.want(key);
    this.requestUpdate();
  }

  /** The number of the row at the top, with a fraction when it is cut; set it to come back to a place. Kept while out of the document. */
  get topRow(): number {
    return this.#pool.topRow;
  }

  set topRow(row: number) {
    this.#pool.topRow = row;
  }

  /** Focuses the active cell and brings it into sight. */
  override focus(): void {
    if (this.hasUpdated) this.#active.focus();
    else void this.updateComplete.then(() => this.#active.focus());
  }

  parkFocus(): void {
    this.#active.park();
  }

  rowsPainted(): void {
    this.#active.settle();
  }

  rowsMissing(from: number, to: number): void {
    const asked = `${from} ${to} ${this.version}`;
    if (asked === this.#missing) return;
    this.#missing = asked;
    // Not within an update of our own: a listener may set properties at once.
    queueMicrotask(() => {
      if (asked === this.#missing) this.#say('range-needed', { from, to });
    });
  }

  activeRowMoved(key: string, index: number): void {
    this.#say('active-row-changed', { key, index });
  }

  protected override firstUpdated(): void {
    const piece = <Piece extends HTMLElement>(selector: string): Piece => this.renderRoot.querySelector(selector) as Piece;
    this.shell = {
      viewport: piece('.viewport'),
      probe: piece('.probe'),
      table: piece('table'),
      body: piece('.rows'),
      before: piece('.before td'),
      after: piece('.after td'),
    };
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('columns')) this.#active.fitColumns(this.columns);
    this.#wasInBody = this.hasUpdated && this.#active.isInBody;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { topRow } = this;
    const { by, isRestored } = this.#active.relocate();
    this.#pool.refresh();
    if (this.#wasInBody && by !== 0) this.topRow = topRow + by;
    else if (changed.has('sort') && changed.get('sort') !== undefined && !this.#wasInBody) this.topRow = 0;
    if (isRestored || this.#wasInBody) this.#active.reveal();
  }

  protected override render(): TemplateResult {
    const { columns } = this;
    const width = columns.reduce((sum, column) => sum + column.width, 0);
    const rowHeader = columns.find((column) => column.rowHeader);
    const sizes = cssProperty({
      '--_table-width': `${width}px`,
      '--_row-header-width': `${rowHeader?.width ?? 0}px`,
      '--_rows-per-page': String(this.rowsPerPage),
    });
    return html`
      <div
        class="viewport"
        part="viewport"
        tabindex="-1"
        ?data-windowed=${this.#pool.isWindowed}
        @scroll=${this.#onScroll}
        @keydown=${this.#onKeydown}
        @focusin=${this.#onFocusin}
        @click=${this.#onClick}
        @dblclick=${this.#onDoubleClick}
        ${sizes}
      >
        <div class="probe"></div>
        <table
          part="table"
          role="grid"
          aria-label=${this.label}
          aria-readonly="true"
          aria-rowcount=${this.rowCount + 1}
          aria-colcount=${columns.length}
        >
          <colgroup>
            ${columns.map((column) => html`<col ${cssProperty({ 'inline-size': column.rowHeader ? 'var(--_row-header-size)' : `${column.width}px` })} />`)}
          </colgroup>
          <thead>
            <tr aria-rowindex="1">
              ${columns.map((column) => this.#header(column))}
            </tr>
          </thead>
          <tbody class="before" aria-hidden="true">
            <tr>
              <td colspan=${columns.length}></td>
            </tr>
          </tbody>
          <tbody class="rows"></tbody>
          <tbody class="after" aria-hidden="true">
            <tr>
              <td colspan=${columns.length}></td>
            </tr>
          </tbody>
        </table>
      </div>
    `;
  }

  #header(column: TableColumn): TemplateResult {
    const classes = `${column.align ?? 'start'} ${column.rowHeader ? 'row-header' : ''}`;
    if (!column.sortable) return html`<th scope="col" part="header" class=${classes} tabindex="-1">${column.header}</th>`;
    const direction = this.sort?.key === column.key ? this.sort.direction : 'none';
    const next = direction === 'ascending' ? 'descending' : 'ascending';
    return html`<th scope="col" part="header" class=${classes} aria-sort=${direction}>
      <button type="button" tabindex="-1" @click=${() => this.#say('sort-requested', { key: column.key, direction: next })}>
        ${column.header}
      </button>
    </th>`;
  }

  #onScroll(): void {
    this.#pool.paint();
  }

  #onFocusin(event: FocusEvent): void {
    this.#active.follow(event.target as Element);
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    const extent = {
      rows: this.rowCount,
      columns: this.columns.length,
      page: Math.max(1, this.#pool.visibleRows - 1),
      topRow: Math.ceil(this.topRow),
      rightToLeft: getComputedStyle(this).direction === 'rtl',
    };
    const next = nextPosition(event, this.#active.position, extent);
    if (next) {
      event.preventDefault();
      this.#active.goTo(next);
    } else if (event.key === 'Enter' && !isModified(event) && !(event.target as Element).matches('a[href], button')) {
      this.#open(this.#pool.slotOf(event.target as Element));
    }
  }

  #onClick(event: MouseEvent): void {
    const link = (event.target as Element).closest('a');
    const slot = this.#pool.slotOf(link);
    // With a modifier the browser opens a tab or a window or saves: that stays its own.
    if (!slot || slot.isLoading || isModified(event)) return;
    if (!this.#say('row-activated', { key: slot.key, index: slot.index }, true)) event.preventDefault();
  }

  #onDoubleClick(event: MouseEvent): void {
    // The first click on a link has opened the row.
    if ((event.target as Element).closest('a') || isModified(event)) return;
    this.#open(this.#pool.slotOf(event.target as Element));
  }

  #open(slot: RowSlot | null): void {
    if (!slot || slot.isLoading) return;
    if (slot.link) slot.link.click();
    else this.#say('row-activated', { key: slot.key, index: slot.index }, true);
  }

  #say<Name extends keyof TableEventMap>(name: Name, detail: TableEventMap[Name]['detail'], cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, cancelable }));
  }
}
