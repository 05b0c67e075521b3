import { authorizationMessages, type Urgency } from '@portico/core/authorizations';
import {
  MOST_ROWS,
  claimWorklistMessages,
  type ClaimWorklistEvent,
  type ClaimWorklistView,
} from '@portico/core/authorizations/claim-worklist';
import type { Payer } from '@portico/core/directory';
import { toPortError } from '@portico/core/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import { choices } from '../controls/choices.styles.ts';
import { fieldChoices, fieldSelect, fieldText } from '../controls/field.parts.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import type { Portal } from '../portal/portal.ts';
import { WorklistResults, type WorklistHost } from './claim-worklist-results.ts';
import { savedFilters } from './claim-worklist-saved.parts.ts';
import { startClaimWorklist } from './claim-worklist.task.ts';

const texts = {
  en: { ...claimWorklistMessages, ...authorizationMessages },
  ar: async () => {
    const [own, names] = await Promise.all([
      import('@portico/core/authorizations/claim-worklist.messages.ar'),
      import('@portico/core/authorizations/authorization.messages.ar'),
    ]);
    return { ...own.claimWorklistMessagesAr, ...names.authorizationMessagesAr };
  },
};

const urgencies: readonly Urgency[] = ['standard', 'expedited'];

/** What the worklist shows, loaded with its task: filter, list and saved filters. */
export class ClaimWorklistMore {
  readonly start = startClaimWorklist;
  readonly results: WorklistResults;
  readonly #host: WorklistHost;
  readonly #send: (event: ClaimWorklistEvent) => void;
  readonly #texts: MessagesController<(typeof texts)['en']>;
  #payers: readonly Payer[] | 'failed' = [];
  #portal: Portal | undefined;

  constructor(host: WorklistHost, send: (event: ClaimWorklistEvent) => void) {
    this.#host = host;
    this.#send = send;
    this.#texts = new MessagesController(host, texts);
    this.#texts.hostUpdate();
    this.results = new WorklistResults(host, send);
    if (choices.styleSheet) host.shadowRoot?.adoptedStyleSheets.push(choices.styleSheet);
  }

  /** False until its texts are there in the language in force. */
  get isReady(): boolean {
    return this.#texts.ready;
  }

  show(view: ClaimWorklistView): TemplateResult {
    if (this.#portal !== this.#host.connectedPortal) void this.#loadPayers();
    const { show, text } = this.#texts;
    return html`
      <section aria-labelledby="title" aria-busy=${view.isBusy}>
        <div class="head">
          <h2 id="title" tabindex="-1">${show('claim-worklist.title')}</h2>
          <button type="button" aria-disabled=${view.isBusy} @click=${() => this.#send({ type: 'list.refreshed' })}>
            ${show('claim-worklist.refresh')}
          </button>
        </div>
        ${this.#form(view)} ${savedFilters(view, this.#texts, this.#send)}
        <div class="bar">
          <p class="count" role="status">${this.#count(view)}</p>
        </div>
        <div class="said" role="status">${this.#notices(view)}</div>
        <div class="said" role="alert">${this.#alert(view)}</div>
        ${view.state === 'empty' ? html`<p class="notice">${show(this.#whyEmpty(view))}</p>` : nothing}
        ${this.results.show(view, text as never, this.#texts.locale)}
      </section>
    `;
  }

  #form(view: ClaimWorklistView): TemplateResult {
    const { show, text } = this.#texts;
    const { form, scopes } = view;
    const change = (changes: Partial<ClaimWorklistView['form']>): void => this.#send({ type: 'form.changed', changes });
    return html`<form part="form" role="search" aria-labelledby="title" novalidate @submit=${this.#submit}>
      ${
        scopes.length > 1
          ? html`<div class="segments">
              ${fieldChoices({
                ...{ name: 'scope', legend: show('claim-worklist.scope'), type: 'radio' },
                options: scopes.map((value) => ({ value, label: show(`claim-worklist.scope.${value}`), checked: form.scope === value })),
                chosen: (value) => change({ scope: value as typeof form.scope }),
              })}
            </div>`
          : nothing
      }
      ${this.#payer(view)}
      ${fieldSelect({
        ...{ name: 'urgency', label: show('claim-worklist.urgency'), value: form.urgency ?? '' },
        options: [
          { value: '', label: text('claim-worklist.anyUrgency') },
          ...urgencies.map((value) => ({ value, label: text(`authorization.urgency.${value}`) })),
        ],
        chosen: (value) => change({ urgency: (value || null) as Urgency | null }),
      })}
      ${fieldText({
        ...{ name: 'number', label: show('claim-worklist.number'), value: form.number, direction: 'ltr' },
        describedBy: 'number-hint',
        typed: (number) => change({ number }),
      })}
      <div class="actions">
        <button class="primary" type="submit">${show('claim-worklist.showData')}</button>
        <button type="button" @click=${() => this.#send({ type: 'all.shown' })}>${show('claim-worklist.showAll')}</button>
      </div>
      <p class="field-hint">
        <span id="number-hint">${show('claim-worklist.numberHint')}</span> ${show('claim-worklist.showAllHint', { n: MOST_ROWS })}
      </p>
    </form>`;
  }

  #payer({ form }: ClaimWorklistView): TemplateResult | typeof nothing {
    const { show, text } = this.#texts;
    if (this.#payers === 'failed')
      return html`<div class="notice warning" role="alert">
        ${show('claim-worklist.payersFailed')}
        <button type="button" @click=${() => void this.#loadPayers()}>${show('claim-worklist.retry')}</button>
      </div>`;
    // One payer is nothing to choose from.
    if (this.#payers.length < 2 && form.payerId === null) return nothing;
    return fieldSelect({
      ...{ name: 'payerId', label: show('claim-worklist.payer'), value: form.payerId ?? '' },
      options: [{ value: '', label: text('claim-worklist.anyPayer') }, ...this.#payers.map(({ id, name }) => ({ value: id, label: name }))],
      chosen: (value) => this.#send({ type: 'form.changed', changes: { payerId: value || null } }),
    });
  }

  #count({ state, total, isAll, isBusy }: ClaimWorklistView): unknown {
    const { show } = this.#texts;
    if (state === 'loading' || isBusy) return show('claim-worklist.loading');
    if (state !== 'listed' || total.kind === 'unknown') return nothing;
    const count = total.kind === 'exact' ? show('claim-worklist.count', { n: total.n }) : show('claim-worklist.atLeast', { n: total.n });
    return html`<strong>${count}</strong> <span>${show(isAll ? 'claim-worklist.unfiltered' : 'claim-worklist.filtered')}</span>`;
  }

  #notices({ hasNews, isStale, isCapped }: ClaimWorklistView): TemplateResult {
    const { show } = this.#texts;
    return html`${isStale ? html`<p class="field-hint">${show('claim-worklist.stale')}</p>` : nothing}
    ${
      hasNews
        ? html`<p class="notice">
            ${show('claim-worklist.news')}
            <button type="button" id="news" @click=${this.#renew}>${show('claim-worklist.showNews')}</button>
          </p>`
        : nothing
    }
    ${isCapped ? html`<p class="notice warning">${show('claim-worklist.capped', { n: MOST_ROWS })}</p>` : nothing}`;
  }

  #alert({ error, code }: ClaimWorklistView): TemplateResult | typeof nothing {
    const { show } = this.#texts;
    if (error === null) return nothing;
    return html`<div class="notice danger">
      ${show(error as 'claim-worklist.failed')}
      ${
        code === 'denied'
          ? nothing
          : html`<button type="button" @click=${() => this.#send({ type: 'list.refreshed' })}>${show('claim-worklist.retry')}</button>`
      }
    </div>`;
  }

  #whyEmpty({
    isAll,
    form,
    isStale,
  }: ClaimWorklistView): 'claim-worklist.empty' | 'claim-worklist.emptyNumber' | 'claim-worklist.emptyAll' {
    if (isAll) return 'claim-worklist.emptyAll';
    return form.number.trim() === '' || isStale ? 'claim-worklist.empty' : 'claim-worklist.emptyNumber';
  }

  #submit = (event: Event): void => {
    event.preventDefault();
    this.#send({ type: 'data.shown' });
  };

  /** The button is gone with what it showed: the focus stays with the list. */
  #renew = (): void => {
    this.#send({ type: 'list.refreshed' });
    if (!this.results.focus()) this.#host.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  };

  async #loadPayers(): Promise<void> {
    const portal = (this.#portal = this.#host.connectedPortal);
    try {
      this.#payers = (await portal?.backend.directory?.payers?.({ limit: 200 }))?.rows ?? [];
    } catch (error) {
      this.#payers = 'failed';
      portal?.report(toPortError(error));
    }
    this.#host.requestUpdate();
  }
}
