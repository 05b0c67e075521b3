import {
  caseMessages,
  claimQueryMoreMessages,
  type claimQueryMessages,
  type ClaimQueryEvent,
  type ClaimQueryForm,
  type ClaimQueryView,
} from '@portico/core/claims';
import type { Payer } from '@portico/core/directory';
import { html, nothing, type TemplateResult } from 'lit';
import { calendar } from '../controls/calendar.styles.ts';
import { dialog } from '../controls/dialog.styles.ts';
import type { DateField } from '../controls/field-date.parts.ts';
import type { Shown } from '../controls/field.parts.ts';
import { directionOf } from '../kit/locale.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import { advancedFields } from './claim-query-advanced.parts.ts';
import { ClaimQueryExport } from './claim-query-export.ts';
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

/** Offered where the payer's own currencies are not known: those of the portals that Portico descends from. */
const currencies = ['AED', 'BHD', 'EGP', 'EUR', 'JOD', 'KWD', 'LBP', 'OMR', 'QAR', 'SAR', 'USD'];

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
  #payers: readonly Payer[] | undefined;

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
    return {
      meaning: date && this.#texts.ready ? this.#texts.show('claim-query.meant', { date }) : null,
      opened: () => void this.#openCalendar(view, name),
    };
  }

  advanced(view: ClaimQueryView): TemplateResult | typeof nothing {
    if (!this.#texts.ready) return nothing;
    if (!this.#payers) void this.#loadPayers();
    return advancedFields({
      ...{ view, texts: this.#texts, payers: this.#payers ?? [], currencies },
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
      ${view.errors.length > 0 ? html`<p class="notice danger" role="alert">${show('claim-query.hasErrors', { n: view.errors.length })}</p>` : nothing}
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

  results(view: ClaimQueryView): TemplateResult | typeof nothing {
    if (!this.#texts.ready) return nothing;
    const { show, text } = this.#texts;
    const { state } = view;
    if (state === 'empty') return html`<p class="notice">${show('claim-query.emptyHint')}</p>`;
    return html`
      ${
        view.criteria && this.#export.isOffered
          ? html`<div class="actions">
                <button type="button" id="export-open" @click=${() => void this.#export.open(view.criteria!)}>
                  ${show('claim-query.export')}
                </button>
              </div>
              ${this.#export.show(text('claim-query.export'))}`
          : nothing
      }
      ${view.isStale && view.rows ? html`<p class="notice warning" role="status">${show('claim-query.stale')}</p>` : nothing}
      ${this.#results.show(view, text, { results: text('claim-query.results'), loading: text('claim-query.loading') })}
      ${view.rowsCode ? html`<p class="notice danger" role="alert">${show('claim-query.rowsFailed')}</p>` : nothing}
      ${
        view.hasNext || view.hasPrevious
          ? html`<div class="actions" role="group">
              <button
                type="button"
                ?disabled=${!view.hasPrevious}
                @click=${() => this.#send({ type: 'page.requested', direction: 'previous' })}
              >
                ${show('claim-query.previous')}
              </button>
              <span>${show('claim-query.range', { from: view.before + 1, to: view.before + view.rowCount })}</span>
              <button type="button" ?disabled=${!view.hasNext} @click=${() => this.#send({ type: 'page.requested', direction: 'next' })}>
                ${show('claim-query.next')}
              </button>
            </div>`
          : nothing
      }
    `;
  }

  focus(): boolean {
    return this.#results.focus();
  }

  leave(): void {
    this.#results.leave();
  }

  async #loadPayers(): Promise<void> {
    this.#payers = [];
    const portal = this.#host.connectedPortal;
    const page = await portal?.backend.directory?.payers?.({ limit: 200 }).catch(() => null);
    this.#payers = page?.rows ?? [];
    this.#host.requestUpdate();
  }

  async #openCalendar(view: ClaimQueryView, name: 'from' | 'to'): Promise<void> {
    const { openCalendar } = await import('../controls/calendar.ts');
    const { locale, settings, renderRoot } = this.#host;
    const portal = this.#host.connectedPortal;
    if (!portal) return;
    openCalendar({
      ...{ name, root: renderRoot as ShadowRoot, into: renderRoot.querySelector<HTMLElement>(`#${name}-popup`)!, locale },
      direction: directionOf(locale),
      value: view.dates[name],
      today: portal.today(settings.formats?.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone),
      weekStart: settings.weekStart,
      labels: this.#calendarLabels(),
      picked: (date) => {
        this.#send({ type: 'criteria.changed', changes: { [name]: date } });
        this.#send({ type: 'field.left', field: name });
      },
    });
  }

  #calendarLabels(): { calendar: string; previous: string; next: string; month: string; year: string } {
    const { text } = this.#first;
    return {
      calendar: text('claim-query.calendar'),
      previous: this.#texts.text('claim-query.calendarPrevious'),
      next: this.#texts.text('claim-query.calendarNext'),
      month: this.#texts.text('claim-query.calendarMonth'),
      year: this.#texts.text('claim-query.calendarYear'),
    };
  }
}
