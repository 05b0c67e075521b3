import {
  caseMessages,
  claimQueryMoreMessages,
  type claimQueryMessages,
  type ClaimQueryEvent,
  type ClaimQueryForm,
  type ClaimQueryView,
} from '@portico/core/claims';
import type { Payer } from '@portico/core/directory';
import { toPortError } from '@portico/core/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import { calendar } from '../controls/calendar.styles.ts';
import { dialog } from '../controls/dialog.styles.ts';
import type { DateField } from '../controls/field-date.parts.ts';
import type { Shown } from '../controls/field.parts.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import { dayInWords } from '../portal/day-meant.ts';
import { advancedFields } from './claim-query-advanced.parts.ts';
import { toggleCalendar } from './claim-query-calendar.ts';
import { ClaimQueryExport } from './claim-query-export.ts';
import { orderKey } from './claim-query-order.ts';
import { ClaimQuerySaved } from './claim-query-saved.ts';
import { ClaimQueryResults, type ResultsHost } from './claim-query-results.ts';
import { startClaimQuery } from './claim-query.task.ts';

const texts = {
  en: { ...claimQueryMoreMessages, ...caseMessages },
  ar: async () => {
    const [more, common] = await Promise.all([
      import('@portico/core/claims/claim-query-more.messages.ar'),
      import('@portico/core/claims/case.messages.ar'),
    ]);
    return { ...more.claimQueryMoreMessagesAr, ...common.caseMessagesAr };
  },
};

/** What Claims Query needs from the first input on: its task, the texts of checks, Advanced Search and the results. */
export class ClaimQueryMore {
  readonly start = startClaimQuery;
  readonly #host: ResultsHost;
  readonly #send: (event: ClaimQueryEvent) => void;
  readonly #first: MessagesController<typeof claimQueryMessages>;
  readonly #texts: MessagesController<(typeof texts)['en']>;
  readonly #results: ClaimQueryResults;
  readonly #export: ClaimQueryExport;
  readonly #saved: ClaimQuerySaved;
  #payers: readonly Payer[] | 'failed' | undefined;

  constructor(host: ResultsHost, first: MessagesController<typeof claimQueryMessages>, send: (event: ClaimQueryEvent) => void) {
    this.#host = host;
    this.#first = first;
    this.#send = send;
    this.#texts = new MessagesController(host, texts);
    this.#texts.hostUpdate();
    this.#results = new ClaimQueryResults(host, send);
    this.#export = new ClaimQueryExport(host);
    this.#saved = new ClaimQuerySaved(host, send);
    for (const { styleSheet } of [calendar, dialog]) if (styleSheet) host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
  }

  /** False until its texts are there in the language in force. */
  get isReady(): boolean {
    return this.#texts.ready;
  }

  /** Why a field keeps the query from being run, in words. */
  error = (view: ClaimQueryView, field: keyof ClaimQueryForm): Shown | null => {
    const error = view.errors.find((one) => one.field === field);
    if (!error || !this.#texts.ready) return null;
    const key = `claim-query.error.${error.code}` as const;
    return key === 'claim-query.error.span-too-long' ? this.#texts.show(key, { days: error.detail?.days ?? 0 }) : this.#texts.show(key);
  };

  /** The meaning of a typed date in words, and the calendar that can be opened beside it. */
  date(view: ClaimQueryView, name: 'from' | 'to'): Pick<DateField, 'meaning' | 'opened'> {
    const date = view.dates[name];
    const picked = (day: string): void => {
      this.#send({ type: 'criteria.changed', changes: { [name]: day } });
      this.#send({ type: 'field.left', field: name });
    };
    return {
      meaning:
        date && this.#texts.ready
          ? this.#texts.show('claim-query.meant', { date: dayInWords(date, this.#texts.locale, this.#host.settings.formats) })
          : null,
      opened: () => this.#load(toggleCalendar(this.#host, name, view, { first: this.#first, more: this.#texts }, picked)),
    };
  }

  advanced(view: ClaimQueryView): TemplateResult | typeof nothing {
    if (!this.#texts.ready) return nothing;
    if (!this.#payers && view.filters.includes('payer')) {
      this.#payers = [];
      void this.#loadPayers();
    }
    return advancedFields({
      ...{ view, texts: this.#texts, payers: this.#payers ?? [], again: () => void this.#askAgain() },
      error: (field) => this.error(view, field),
      change: (changes) => this.#send({ type: 'criteria.changed', changes }),
      left: (field) => this.#send({ type: 'field.left', field }),
    });
  }

  /** What the clerk should know of the form as a whole. */
  notices(view: ClaimQueryView): TemplateResult | typeof nothing {
    if (!this.#texts.ready) return nothing;
    const { show } = this.#texts;
    return html`
      ${view.errors.length > 0 ? html`<p class="field-error">${show('claim-query.hasErrors', { n: view.errors.length })}</p>` : nothing}
      ${
        view.unread === null
          ? nothing
          : html`<div class="notice warning">
              ${show('claim-query.unread')}
              <pre dir="auto">${view.unread}</pre>
              <button type="button" @click=${() => this.#send({ type: 'draft.dismissed' })}>${show('claim-query.dismiss')}</button>
            </div>`
      }
    `;
  }

  saved(view: ClaimQueryView): TemplateResult | typeof nothing {
    return this.#texts.ready ? this.#saved.show(view, this.#texts) : nothing;
  }

  /** How the result is sorted, in words. */
  order({ sort, rowCount }: ClaimQueryView): TemplateResult | typeof nothing {
    if (!sort || rowCount === 0 || !this.#texts.ready) return nothing;
    const { show, text } = this.#texts;
    return html`<span>${show(orderKey(sort), { column: text(`case.column.${sort.key}`) })}</span>`;
  }

  /** What can be done with the result as a whole. */
  tools(view: ClaimQueryView): TemplateResult | typeof nothing {
    const { criteria, rows } = view;
    if (!criteria || !rows || view.rowCount === 0 || !this.#texts.ready || !this.#export.isOffered) return nothing;
    const { show, text } = this.#texts;
    return html`<button type="button" id="export-open" @click=${() => this.#load(this.#export.open(criteria))}>
        ${show('claim-query.export')}
      </button>
      ${this.#export.show(text('claim-query.export'))}`;
  }

  results(view: ClaimQueryView): TemplateResult | typeof nothing {
    if (!this.#texts.ready) return nothing;
    const { show, text } = this.#texts;
    if (view.state === 'empty') return html`<p class="notice">${show('claim-query.emptyHint')}</p>`;
    return html`
      <p class="stale" role="status">${view.isStale && view.rows ? show('claim-query.stale') : nothing}</p>
      ${view.rows && view.rowCount === 0 ? html`<p class="notice">${show('claim-query.nothingHere')}</p>` : nothing}
      ${this.#results.show(view, text, { locale: this.#texts.locale, results: text('claim-query.results'), loading: text('claim-query.loading') })}
      ${
        view.rowsCode
          ? html`<div class="notice danger" role="alert">
              ${show('claim-query.rowsFailed')}
              <button type="button" @click=${() => this.#results.again()}>${show('claim-query.again')}</button>
            </div>`
          : nothing
      }
      ${view.hasNext || view.hasPrevious ? this.#pager(view) : nothing}
    `;
  }

  /** Focuses the row that was last active; false when there is none. */
  focus(): boolean {
    return this.#results.focus();
  }

  leave(): void {
    this.#results.leave();
  }

  /** The buttons stay where they are at either end, so that the focus does too. */
  #pager({ hasPrevious, hasNext, before, rowCount }: ClaimQueryView): TemplateResult {
    const { show, text } = this.#texts;
    const button = (direction: 'previous' | 'next', isOffered: boolean): TemplateResult =>
      html`<button type="button" aria-disabled=${!isOffered} @click=${() => isOffered && this.#send({ type: 'page.requested', direction })}>
        ${show(`claim-query.${direction}`)}
      </button>`;
    return html`<div class="pager" role="group" aria-label=${text('claim-query.results')}>
      ${button('previous', hasPrevious)}
      <span>${rowCount > 0 ? show('claim-query.range', { from: before + 1, to: before + rowCount }) : nothing}</span>
      ${button('next', hasNext)}
    </div>`;
  }

  /** What comes on first use may not come: then the host hears of it, and the next try may do. */
  #load(arrival: Promise<void>): void {
    arrival.catch((error: unknown) => this.#host.connectedPortal?.report(toPortError(error)));
  }

  /** A day as one says it, so that a slip of the fingers is heard or seen. */
  async #loadPayers(): Promise<void> {
    const portal = this.#host.connectedPortal;
    try {
      this.#payers = (await portal?.backend.directory?.payers?.({ limit: 200 }))?.rows ?? [];
    } catch (error) {
      this.#payers = 'failed';
      portal?.report(toPortError(error));
    }
    this.#host.requestUpdate();
  }

  /** The button stays until the payers are there; then the focus goes on to them. */
  async #askAgain(): Promise<void> {
    await this.#loadPayers();
    if (this.#payers === 'failed') return;
    await this.#host.updateComplete;
    const { renderRoot: root } = this.#host;
    (root.querySelector<HTMLElement>('#payerId') ?? root.querySelector<HTMLElement>('button[type=submit]'))?.focus();
  }
}
