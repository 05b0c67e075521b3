import { caseMessages, type CaseCriteria } from '@portico/core/claims';
import {
  bordereauExportMessages,
  bordereauFormats,
  type BordereauExportEvent,
  type BordereauExportView,
} from '@portico/core/claims/bordereau-export';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { fieldDate } from '../controls/field-date.parts.ts';
import { fieldSelect } from '../controls/field.parts.ts';
import { fields } from '../controls/field.styles.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from '../portal/portal.ts';
import { bordereauExportStyles } from './bordereau-export.styles.ts';
import type { BordereauHost } from './bordereau-export.task.ts';
import type { BordereauWriting } from './bordereau-file.ts';
import { issuedBatch } from './bordereau-issued.parts.ts';

const texts = {
  en: { ...bordereauExportMessages, ...caseMessages },
  ar: async () => {
    const [own, common] = await Promise.all([
      import('@portico/core/claims/bordereau-export.messages.ar'),
      import('@portico/core/claims/case.messages.ar'),
    ]);
    return { ...own.bordereauExportMessagesAr, ...common.caseMessagesAr };
  },
};

/**
 * The bordereau: an itemised statement of what a query found, for one payer, provider and period, issued once under a number and written as
 * an Excel file, a CSV file or a print.
 *
 * @summary Issues a bordereau and writes it.
 * @event {CustomEvent<{ number: string }>} bordereau-issued - The batch has its number: `{ number }`.
 * @event {CustomEvent<{}>} export-closed - The person is done: `{}`.
 * @csspart section - The whole.
 */
export class BordereauExportElement extends PorticoElement implements BordereauHost {
  static override properties = { ...PorticoElement.properties, criteria: { attribute: false } };
  static override styles = [tokens, fields, bordereauExportStyles];

  /** The query whose result is exported. */
  declare criteria: CaseCriteria | null;

  readonly #messages = new MessagesController(this, texts);
  readonly #task = new TaskController<BordereauExportView, BordereauExportEvent>(this, {
    load: async () => (await import('./bordereau-export.task.ts')).startBordereauExport,
    changed: (view, before) => this.#changed(view, before),
  });

  constructor() {
    super();
    this.criteria = null;
  }

  /** In which language the file is written. */
  get writing(): BordereauWriting {
    return { text: this.#messages.text, locale: this.locale, formats: this.settings.formats, document: this.ownerDocument };
  }

  /** Focuses the heading. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  protected override connected(portal: Portal | undefined): void {
    const claims = portal?.backend.claims;
    const isOffered =
      claims?.breakdown && claims.issueBordereau && claims.bordereauRows && portal?.can('claims.issue-bordereau').allow !== false;
    this.#task.connect(isOffered ? portal : undefined);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('criteria') && this.criteria) this.#task.send({ type: 'export.opened', criteria: this.criteria });
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#messages.ready) return nothing;
    const { view } = this.#task;
    if (this.#task.broken || !view) return this.placeholder(this.#task.broken ? () => this.#task.restart() : undefined);
    const { show } = this.#messages;
    return html`
      <section part="section" aria-labelledby="title" aria-busy=${view.isBusy}>
        <h2 id="title" tabindex="-1">${show('bordereau.title')}</h2>
        <p>${show('bordereau.intro')}</p>
        <div role="status">${this.#notice(view)}</div>
        ${view.bordereau ? issuedBatch(view.bordereau, this.#messages, this.locale, this.settings.formats) : this.#choosing(view)}
        ${this.#actions(view)}
      </section>
    `;
  }

  #notice(view: BordereauExportView): TemplateResult | typeof nothing {
    const { show } = this.#messages;
    if (view.state === 'idle') return html`<p>${show('bordereau.idle')}</p>`;
    if (view.state === 'counting' || view.state === 'resuming') return html`<p>${show('bordereau.counting')}</p>`;
    if (view.state === 'issuing') return html`<p>${show('bordereau.issuing')}</p>`;
    if (!view.notice) return nothing;
    const say = show as (key: string, values?: object) => unknown;
    return html`<p class="notice ${view.state === 'done' ? 'success' : view.state === 'empty' ? '' : 'danger'}">
      ${say(view.notice, { limit: view.limit })}
    </p>`;
  }

  #choosing(view: BordereauExportView): TemplateResult | typeof nothing {
    if (!['choosing', 'issuing', 'refused'].includes(view.state) && !(view.state === 'failed' && view.payers.length > 0)) return nothing;
    const { show, text } = this.#messages;
    const party = (
      name: 'payer' | 'provider',
      value: string | null,
      list: BordereauExportView['payers'],
      error: BordereauExportView['payerError' | 'providerError'],
    ): TemplateResult =>
      fieldSelect({
        name,
        label: show(`bordereau.${name}`),
        value: value ?? '',
        options: [
          ...(value === null ? [{ value: '', label: text('bordereau.chooseParty') }] : []),
          ...list.map(({ id, name: label, count }) => ({ value: id, label: text('bordereau.party', { name: label, n: count }) })),
        ],
        error: error && show(error),
        chosen: (id) => this.#task.send({ type: 'party.chosen', ...(name === 'payer' ? { payerId: id } : { providerId: id }) }),
      });
    const day = (name: 'from' | 'to'): TemplateResult => {
      const error = view.errors.find(({ field }) => field === name);
      return fieldDate({
        name,
        label: show(`bordereau.${name}`),
        value: view.period[name],
        error: error && show(`bordereau.error.${error.code}`),
        typed: (value) => this.#task.send({ type: 'period.changed', changes: { [name]: value } }),
        left: () => this.#task.send({ type: 'field.left', field: name }),
      });
    };
    return html`<div class="fields">
      ${party('payer', view.payerId, view.payers, view.payerError)}
      ${party('provider', view.providerId, view.providers, view.providerError)} ${day('from')} ${day('to')}
    </div>`;
  }

  #actions(view: BordereauExportView): TemplateResult {
    const { show } = this.#messages;
    const button = (key: keyof typeof texts.en, event: BordereauExportEvent, isPrimary = false): TemplateResult =>
      html`<button type="button" class=${isPrimary ? 'primary' : ''} @click=${() => this.#task.send(event)}>
        ${(show as (key: string) => unknown)(key)}
      </button>`;
    const close = html`<button type="button" @click=${this.#close}>${show('bordereau.close')}</button>`;
    if (view.state === 'writing')
      return html`<p>${show('bordereau.writing', { rows: view.rows, n: view.rowCount })}</p>
        <progress aria-label=${this.#messages.text('bordereau.title')} max=${view.rowCount} .value=${view.rows}></progress>
        <div class="actions">${button('bordereau.cancel', { type: 'file.cancelled' })}</div>`;
    return html`<div class="actions">
      ${view.state === 'choosing' || view.state === 'refused' ? button('bordereau.issue', { type: 'issue.requested' }, true) : nothing}
      ${
        view.state === 'issued' || view.state === 'done'
          ? bordereauFormats.map((format, index) => button(`bordereau.${format}`, { type: 'file.requested', format }, index === 0))
          : nothing
      }
      ${view.canRetry ? button('bordereau.retry', { type: 'export.retried' }, true) : nothing} ${close}
    </div>`;
  }

  #close = (): void => {
    this.#task.send({ type: 'export.closed' });
    this.emit('export-closed', {});
  };

  #changed(view: BordereauExportView, before: BordereauExportView | undefined): void {
    // A task that has just begun knows of no query yet.
    if (!before && this.criteria)
      queueMicrotask(() => this.criteria && this.#task.send({ type: 'export.opened', criteria: this.criteria }));
    if (!view.bordereau || view.bordereau.number === before?.bordereau?.number) return;
    this.connectedPortal?.emit({ type: 'bordereau-issued', number: view.bordereau.number });
    this.emit('bordereau-issued', { number: view.bordereau.number });
    void this.updateComplete.then(() => this.focus());
  }
}
