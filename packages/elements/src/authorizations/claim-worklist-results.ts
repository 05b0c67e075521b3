import type { AuthorizationRow } from '@portico/core/authorizations';
import type { ClaimWorklistEvent, ClaimWorklistView } from '@portico/core/authorizations/claim-worklist';
import { html, nothing, type TemplateResult } from 'lit';
import { createInner } from '../define/define.ts';
import type { PorticoElement } from '../kit/portico-element.ts';
import { PorticoTableElement, type TableEventMap } from '../table/index.ts';
import { worklistCells, worklistColumns, worklistTone, type WorklistTexts } from './claim-worklist-columns.ts';

/** What the results need of their element. */
export interface WorklistHost extends PorticoElement {
  readonly authorizationHref: string;
  /** A row was opened by this person. */
  opened(id: string): void;
}

/** The rows of the worklist in the data table, with the place a person comes back to (N27). */
export class WorklistResults {
  readonly #host: WorklistHost;
  readonly #send: (event: ClaimWorklistEvent) => void;
  readonly #table = createInner(PorticoTableElement, 'portico-table');
  #view: ClaimWorklistView | undefined;
  #language = '';
  #isPlaced = false;

  constructor(host: WorklistHost, send: (event: ClaimWorklistEvent) => void) {
    this.#host = host;
    this.#send = send;
    const on = <Type extends keyof TableEventMap>(type: Type, listener: (event: TableEventMap[Type]) => void): void =>
      this.#table.addEventListener(type, listener as EventListener);
    on('row-activated', (event) => {
      if (this.#host.authorizationHref === '') event.preventDefault();
      // The first row may be opened before anybody moved: it is the one to come back to all the same.
      this.#table.activeKey = event.detail.key;
      this.#tellPlace(event.detail.key);
      this.#send({ type: 'row.opened', id: event.detail.key });
      this.#host.opened(event.detail.key);
    });
    on('active-row-changed', (event) => this.#tellPlace(event.detail.key));
    on('range-needed', () => this.#send({ type: 'more.requested' }));
  }

  /** The table for a view; nothing where there are no rows. */
  show(view: ClaimWorklistView, text: WorklistTexts, locale: string): TemplateResult | typeof nothing {
    this.#view = view;
    const { rows, place } = view;
    if (rows.length === 0) return nothing;
    const { settings, authorizationHref } = this.#host;
    const table = this.#table;
    const language = JSON.stringify([locale, settings]);
    if (language !== this.#language) {
      this.#language = language;
      const cell = worklistCells(text, locale, settings.formats, () => this.#view!);
      table.columns = worklistColumns(text);
      table.cellText = (row, { key }) => cell(row as AuthorizationRow, key);
      table.cellTone = (row, { key }) => worklistTone(row as AuthorizationRow, key, this.#view!);
    }
    table.label = text('claim-worklist.title');
    table.loadingText = text('claim-worklist.loading');
    table.rowHref =
      authorizationHref === '' ? undefined : (row) => authorizationHref.replace('{id}', encodeURIComponent((row as AuthorizationRow).id));
    table.getRow = (index) => rows[index];
    table.rowKey = (index) => rows[index]?.id ?? '';
    table.rowCount = view.rowCount;
    table.version = view.revision;
    // Another list begins at its top; the same one stays where it is.
    if (!this.#isPlaced || (place.activeId === null && place.offset === 0 && table.activeKey !== '')) {
      this.#isPlaced = true;
      table.activeKey = place.activeId ?? '';
      table.topRow = place.offset;
    }
    return html`${table}`;
  }

  /** Focuses the active row; false when there is none. */
  focus(): boolean {
    if (!this.#table.isConnected || this.#table.rowCount === 0 || this.#table.activeKey === '') return false;
    void this.#table.updateComplete.then(() => this.#table.focus());
    return true;
  }

  /** Says where the person is, before the element goes away. */
  leave(): void {
    if (this.#table.rowCount > 0) this.#tellPlace(this.#table.activeKey);
  }

  #tellPlace(key: string): void {
    this.#send({ type: 'place.changed', activeId: key || null, offset: Math.floor(this.#table.topRow) });
  }
}
