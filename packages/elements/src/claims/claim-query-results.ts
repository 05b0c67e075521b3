import type { CaseRow, CaseSort, ClaimQueryEvent, ClaimQueryView, caseMessages } from '@portico/core/claims';
import type { Messages } from '@portico/core/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import { createInner } from '../define/define.ts';
import type { PorticoElement } from '../kit/portico-element.ts';
import { PorticoTableElement, type TableEventMap } from '../table/index.ts';
import { caseCells, caseColumns, toneOf, type CaseColumnKey } from './case-columns.ts';

/** What the results need of their element. */
export interface ResultsHost extends PorticoElement {
  readonly claimHref: string;
  /** A row was opened by this person. */
  opened(id: string): void;
}

/** The table's own words, and the language that they and the texts are in. */
export interface ResultsWords {
  readonly locale: string;
  readonly results: string;
  readonly loading: string;
}

/** The table of Claims Query: one grid for one row and a hundred thousand, with the place a person comes back to. */
export class ClaimQueryResults {
  readonly #host: ResultsHost;
  readonly #send: (event: ClaimQueryEvent) => void;
  readonly #table = createInner(PorticoTableElement, 'portico-table');
  #language = '';
  /** What was asked for last of a result that scrolls freely. */
  #range = { from: 0, to: 0 };
  #rows: unknown = null;

  constructor(host: ResultsHost, send: (event: ClaimQueryEvent) => void) {
    this.#host = host;
    this.#send = send;
    const on = <Type extends keyof TableEventMap>(type: Type, listener: (event: TableEventMap[Type]) => void): void =>
      this.#table.addEventListener(type, listener as EventListener);
    on('row-activated', (event) => {
      if (this.#host.claimHref === '') event.preventDefault();
      this.#send({ type: 'row.opened', place: this.#place(event.detail.key) });
      this.#host.opened(event.detail.key);
    });
    on('active-row-changed', (event) => this.#send({ type: 'place.changed', place: this.#place(event.detail.key) }));
    on('sort-requested', (event) => this.#send({ type: 'sort.changed', sort: event.detail as CaseSort }));
    on('range-needed', (event) => {
      this.#range = event.detail;
      this.again();
    });
  }

  /** The table for a view; empty where there are no rows to show. */
  show(
    view: ClaimQueryView,
    text: Messages<typeof caseMessages>['text'],
    { locale, ...labels }: ResultsWords,
  ): TemplateResult | typeof nothing {
    const { rows } = view;
    if (!rows || view.rowCount === 0) return nothing;
    const { settings, claimHref, connectedPortal } = this.#host;
    const table = this.#table;
    const permission = connectedPortal?.can('claims.search');
    const hidden = permission?.allow ? permission.hidden : [];
    const language = JSON.stringify([locale, settings, view.sorts, hidden]);
    if (language !== this.#language) {
      this.#language = language;
      const cell = caseCells(text, locale, settings.formats);
      table.columns = caseColumns(text, { sorts: view.sorts, hidden });
      table.cellText = (row, column) => cell(row as CaseRow, column.key as CaseColumnKey);
      table.cellTone = (row) => toneOf(row as CaseRow);
    }
    table.label = labels.results;
    table.loadingText = labels.loading;
    table.rowHref = claimHref === '' ? undefined : (row) => claimHref.replace('{id}', encodeURIComponent((row as CaseRow).id));
    table.sort = view.sort;
    table.rowCount = view.rowCount;
    table.version = view.revision;
    if (rows !== this.#rows) {
      this.#rows = rows;
      table.getRow = (index) => rows.row(index);
      table.rowKey = (index) => rows.row(index)?.id ?? '';
      table.activeKey = view.place.activeId ?? '';
      table.topRow = view.place.offset;
    }
    return html`${table}`;
  }

  /** Asks for the rows in sight. */
  again(): void {
    this.#send({ type: 'range.requested', ...this.#range });
  }

  /** Focuses the active row; false when there is none. */
  focus(): boolean {
    if (!this.#table.isConnected || this.#table.rowCount === 0 || this.#table.activeKey === '') return false;
    void this.#table.updateComplete.then(() => this.#table.focus());
    return true;
  }

  /** Says where the person is, before the element goes away. */
  leave(): void {
    if (this.#table.rowCount > 0) this.#send({ type: 'place.changed', place: this.#place(this.#table.activeKey) });
  }

  #place(key: string): { activeId: string | null; offset: number } {
    return { activeId: key || null, offset: Math.floor(this.#table.topRow) };
  }
}
