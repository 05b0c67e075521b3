import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { RowSlot, rowTemplate } from './row-slot.ts';
import { rowWindow, toScrollTop, toVirtual, type RowMetrics } from './row-window.ts';
import type { TableColumn, TableSource } from './table-column.ts';

/** A table of at most so many rows has all of them in the DOM. */
export const allRowsUpTo = 50;

const mostOverscan = 5;

// More than any screen holds: a viewport that grows with its rows must not draw them all in.
const mostSeen = 200;

/** The most that the row header may take of a viewport where it sticks: beside it a whole amount has to fit on a phone. */
const MOST_STUCK = 0.4;

/** The pieces of the shell that the pool works on; all stay the same for the life of the element. */
export interface PoolShell {
  readonly viewport: HTMLElement;
  readonly probe: HTMLElement;
  readonly table: HTMLTableElement;
  readonly body: HTMLTableSectionElement;
  readonly before: HTMLElement;
  readonly after: HTMLElement;
}

/** What the pool asks of its element. */
export interface PoolHost extends TableSource, ReactiveControllerHost {
  readonly rowsPerPage: number;
  /** Null before the first render. */
  readonly shell: PoolShell | null;
  /** Called before a row that holds the focus shows another record or goes. */
  parkFocus(): void;
  /** Called after rows moved or changed. */
  rowsPainted(): void;
  /** Called with the rows in the DOM that are not loaded, `to` exclusive. */
  rowsMissing(from: number, to: number): void;
}

/** Moves a row without taking it out, where the browser can: focus and selection stay. */
const move = (body: Element, row: Node, before: Node | null): void => {
  if ('moveBefore' in Element.prototype) body.moveBefore(row, before);
  else body.insertBefore(row, before);
};

/**
 * A fixed pool of row elements, rewritten in place as the table scrolls. The pool is a ring: rows that leave at one end enter at
 * the other, so a step touches the rows that entered and no others, and the order in the DOM is the order of the rows.
 */
export class RowPool implements ReactiveController {
  readonly #host: PoolHost;
  readonly #resized = new ResizeObserver(() => {
    if (this.#measure()) this.paint();
    if (this.#overscan === 0) requestAnimationFrame(() => this.#widen());
  });
  #observed: PoolShell | null = null;
  #columns: readonly TableColumn[] = [];
  #template = rowTemplate([]);
  /** In DOM order, beginning anywhere: the first row's slot is `#slots[#start]`. */
  #slots: RowSlot[] = [];
  #start = 0;
  #first = 0;
  #rowHeight = 0;
  #bodyHeight = 0;
  #width = 0;
  /** Rows kept above and below those in sight; none for the first frame, which is to come soon. */
  #overscan = 0;
  #virtualTop = 0;
  #wantedTop: number | null = null;

  constructor(host: PoolHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observe();
  }

  hostDisconnected(): void {
    this.#resized.disconnect();
    this.#observed = null;
    // A scroll container forgets its position outside the document.
    this.#wantedTop ??= this.topRow;
  }

  /** True when not all rows are in the DOM. */
  get isWindowed(): boolean {
    return this.#host.rowCount > allRowsUpTo;
  }

  /** The number of the row at the top, with a fraction when it is cut. */
  get topRow(): number {
    return this.#wantedTop ?? (this.#rowHeight ? this.#virtualTop / this.#rowHeight : 0);
  }

  set topRow(row: number) {
    this.#wantedTop = row;
    this.paint();
  }

  /** Rows that are wholly seen at once. */
  get visibleRows(): number {
    const { rowsPerPage } = this.#host;
    return this.isWindowed && this.#rowHeight ? Math.floor(this.#bodyHeight / this.#rowHeight) : rowsPerPage;
  }

  /** The slot of a row, if it is in the DOM. */
  slotAt(index: number): RowSlot | null {
    const place = index - this.#first;
    return place >= 0 && place < this.#slots.length ? this.#slot(place) : null;
  }

  /** The slot a node stands in, if any. */
  slotOf(node: Node | null): RowSlot | null {
    return node ? (this.#slots.find(({ element }) => element.contains(node)) ?? null) : null;
  }

  /** Scrolls the table, never the page, until the whole row is in sight. */
  reveal(index: number): void {
    if (!this.isWindowed || !this.#ready()) return;
    const top = index * this.#rowHeight;
    const lowest = top + this.#rowHeight - this.#bodyHeight;
    if (top < this.#virtualTop) this.topRow = index;
    else if (lowest > this.#virtualTop) this.topRow = lowest / this.#rowHeight;
  }

  /** Writes all rows anew: after data, columns or counts changed. */
  refresh(): void {
    this.#observe();
    if (this.#columns !== this.#host.columns) {
      this.#columns = this.#host.columns;
      this.#template = rowTemplate(this.#columns);
      this.#resize(0);
      this.#narrow();
    }
    this.paint(true);
  }

  /** Brings the pool to where the table is scrolled; `all` rewrites also the rows that stay. */
  paint(all = false): void {
    const { shell, rowCount } = this.#host;
    if (!shell) return;
    const isPlaced = this.#rowHeight > 0 && this.isWindowed;
    // Read before anything is written: afterwards it would cost a layout.
    const scrollTop = isPlaced ? shell.viewport.scrollTop : 0;
    const size = this.#size;
    const resized = size !== this.#slots.length;
    if (resized) this.#resize(size);
    if (isPlaced) {
      const { first, before, after } = rowWindow(scrollTop, size, this.#overscan, this.#metrics);
      this.#virtualTop = toVirtual(scrollTop, this.#metrics);
      this.#show(first, all || resized);
      this.#space(`${before}px`, `${after}px`);
    } else {
      this.#virtualTop = 0;
      this.#show(0, all || resized);
      this.#space('0', `calc(var(--_row) * ${rowCount - size})`);
    }
    if (this.#wantedTop !== null && rowCount > 0 && this.#ready()) this.#scroll(shell.viewport, this.#wantedTop);
    else this.#painted();
  }

  #scroll(viewport: HTMLElement, row: number): void {
    this.#wantedTop = null;
    if (this.isWindowed) viewport.scrollTop = toScrollTop(row * this.#rowHeight, this.#metrics);
    this.paint();
  }

  #painted(): void {
    this.#askForMissing();
    this.#host.rowsPainted();
  }

  #slot(place: number): RowSlot {
    return this.#slots[(this.#start + place) % this.#slots.length] as RowSlot;
  }

  get #metrics(): RowMetrics {
    return { rowCount: this.#host.rowCount, rowHeight: this.#rowHeight, bodyHeight: this.#bodyHeight };
  }

  /** How many slots: enough for what is seen; a few too many are kept, so that a window dragged smaller and larger makes none. */
  get #size(): number {
    const { rowCount, rowsPerPage } = this.#host;
    if (!this.isWindowed) return rowCount;
    const seen = Math.min(mostSeen, this.#rowHeight ? this.#bodyHeight / this.#rowHeight : rowsPerPage);
    const needed = Math.ceil(seen) + 1 + 2 * this.#overscan;
    const spare = this.#slots.length - needed;
    return Math.min(rowCount, spare > 0 && spare < mostOverscan ? this.#slots.length : needed);
  }

  /** Moves the window to begin at `first`. Far jumps rewrite rows where they stand; near ones move those that left to the other end. */
  #show(first: number, all: boolean): void {
    const size = this.#slots.length;
    const by = first - this.#first;
    this.#first = first;
    if (all || Math.abs(by) >= size) {
      for (let place = 0; place < size; place += 1) this.#write(this.#slot(place), first + place);
      return;
    }
    const { body } = this.#host.shell as PoolShell;
    for (let n = 0; n < by; n += 1) {
      const slot = this.#slot(0);
      this.#write(slot, first + size - by + n);
      move(body, slot.element, null);
      this.#start = (this.#start + 1) % size;
    }
    for (let n = 0; n < -by; n += 1) {
      const slot = this.#slot(size - 1);
      this.#write(slot, first - by - 1 - n);
      move(body, slot.element, this.#slot(0).element);
      this.#start = (this.#start + size - 1) % size;
    }
  }

  #write(slot: RowSlot, index: number): void {
    const key = this.#host.rowKey(index);
    if (slot.index !== index || slot.key !== key) this.#keepFocusOff(slot);
    slot.write(index, key, this.#host.getRow(index), this.#host);
  }

  /** A row under the focus never becomes another record: a reader would hear nothing, and Enter would open the wrong one. */
  #keepFocusOff(slot: RowSlot): void {
    if (slot.element.contains((slot.element.getRootNode() as ShadowRoot).activeElement)) this.#host.parkFocus();
  }

  #resize(size: number): void {
    this.#slots = [...this.#slots.slice(this.#start), ...this.#slots.slice(0, this.#start)];
    this.#start = 0;
    for (const slot of this.#slots.splice(size)) {
      this.#keepFocusOff(slot);
      slot.element.remove();
    }
    const added = Array.from({ length: size - this.#slots.length }, () => new RowSlot(this.#template, this.#columns));
    this.#slots.push(...added);
    this.#host.shell?.body.append(...added.map(({ element }) => element));
  }

  #space(above: string, below: string): void {
    this.#host.shell?.before.style.setProperty('block-size', above);
    this.#host.shell?.after.style.setProperty('block-size', below);
  }

  #askForMissing(): void {
    const size = this.#slots.length;
    let from = 0;
    let to = size;
    while (from < to && !this.#slot(from).isLoading) from += 1;
    while (to > from && !this.#slot(to - 1).isLoading) to -= 1;
    if (from < to) this.#host.rowsMissing(this.#first + from, this.#first + to);
  }

  #observe(): void {
    const { shell } = this.#host;
    if (!shell || shell === this.#observed) return;
    this.#observed = shell;
    this.#resized.observe(shell.viewport);
    this.#resized.observe(shell.probe);
  }

  #widen(): void {
    this.#overscan = mostOverscan;
    this.paint();
  }

  #ready(): boolean {
    return this.#rowHeight > 0 || this.#measure();
  }

  /** Reads the sizes that CSS decides; false when nothing changed or nothing is laid out. */
  #measure(): boolean {
    const { shell } = this.#host;
    const rowHeight = shell?.probe.getBoundingClientRect().height ?? 0;
    if (!shell || !rowHeight) return false;
    const { viewport, table } = shell;
    const bodyHeight = viewport.clientHeight - (table.tHead?.offsetHeight ?? 0);
    this.#width = viewport.clientWidth;
    this.#narrow();
    const changed = rowHeight !== this.#rowHeight || bodyHeight !== this.#bodyHeight || this.#wantedTop !== null;
    this.#rowHeight = rowHeight;
    this.#bodyHeight = bodyHeight;
    return changed;
  }

  /** Marks a viewport that is narrower than its columns, where the row header sticks, and leaves the other columns their part of it. */
  #narrow(): void {
    const { shell } = this.#host;
    const width = this.#columns.reduce((sum, column) => sum + column.width, 0);
    const header = this.#columns.find(({ rowHeader }) => rowHeader)?.width ?? 0;
    const isNarrow = this.#width > 0 && width > this.#width;
    const size = isNarrow ? Math.min(header, Math.floor(this.#width * MOST_STUCK)) : header;
    shell?.viewport.toggleAttribute('data-narrow', isNarrow);
    shell?.viewport.style.setProperty('--_row-header-size', `${size}px`);
  }
}
