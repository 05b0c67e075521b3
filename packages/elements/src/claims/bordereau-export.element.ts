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

  /** The query whose result is exported; null again when the person is done. */
  declare criteria: CaseCriteria | null;

  /** Where the focus goes when what it was on is gone: the heading, or what comes next. */
  #wantsFocus: 'heading' | 'next' | null = null;

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

  /** Focuses the heading, now or as soon as it is there. */
  override focus(): void {
    this.#wantsFocus = 'heading';
    this.#settleFocus();
  }

  /** True while the command is on its way: whoever leaves now would not learn the number. */
  get isIssuing(): boolean {
    return this.#task.view?.state === 'issuing';
  }

  /** Ends the export; a file that is being written is left. A batch that is being issued is issued. */
  close(): void {
    this.criteria = null;
    if (this.#task.view) this.#task.send({ type: 'export.closed' });
  }

  get #canIssue(): boolean {
    const claims = this.connectedPortal?.backend.claims;
    return !!claims?.breakdown && !!claims.issueBordereau && !!claims.bordereauRows;
  }

  protected override connected(portal: Portal | undefined): void {
    this.#task.connect(this.#canIssue ? portal : undefined);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // A task that has not begun yet asks for the query itself.
    if (changed.has('criteria') && this.criteria && this.#task.view) this.#task.send({ type: 'export.opened', criteria: this.criteria });
    if (this.renderRoot && (this.renderRoot as ShadowRoot).activeElement) this.#wantsFocus ??= 'next';
  }

  protected override updated(): void {
    this.#settleFocus();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#messages.ready) return nothing;
    const { view, broken, isOpen } = this.#task;
    const mayIssue = this.#canIssue && (!isOpen || this.connectedPortal?.can('claims.issue-bordereau').allow);
    if (broken || !view || !mayIssue)
      return this.placeholder(broken ? () => this.#task.restart() : undefined, mayIssue ? (isOpen ? 'task' : 'session') : 'nothing');
    const { show } = this.#messages;
    return html`
      <section part="section" aria-labelledby="title" aria-busy=${view.isBusy}>
        <h2 id="title" tabindex="-1">${show('bordereau.title')}</h2>
        ${view.bordereau ? nothing : html`<p>${show('bordereau.intro')}</p>`}
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
    if (view.state === 'issued') return html`<p class="notice success">${show('bordereau.issued', { number: view.bordereau!.number })}</p>`;
    // Said once; how far it is stands beneath, where nobody is told of every step.
    if (view.state === 'writing') return html`<p>${show('bordereau.writingFile')}</p>`;
    if (!view.notice) return nothing;
    const say = show as (key: string, values?: object) => unknown;
    return html`<p class="notice ${view.state === 'done' ? 'success' : view.state === 'empty' ? '' : 'danger'}">
      ${say(view.notice, { limit: view.limit })}
    </p>`;
  }

  #choosing(view: BordereauExportView): TemplateResult | typeof nothing {
    if (!['choosing', 'issuing'].includes(view.state) && !(view.state === 'failed' && view.payers.length > 0)) return nothing;
    const isBusy = view.state !== 'choosing';
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
        disabled: isBusy,
        chosen: (id) => this.#task.send({ type: 'party.chosen', ...(name === 'payer' ? { payerId: id } : { providerId: id }) }),
      });
    const day = (name: 'from' | 'to'): TemplateResult => {
      const error = view.errors.find(({ field }) => field === name);
      return fieldDate({
        name,
        label: show(`bordereau.${name}`),
        value: view.period[name],
        error: error && show(`bordereau.error.${error.code}`),
        disabled: isBusy,
        typed: (value) => this.#task.send({ type: 'period.changed', changes: { [name]: value } }),
        left: () => this.#task.send({ type: 'field.left', field: name }),
      });
    };
    return html`<div class="fields">
      ${party('payer', view.payerId, view.payers, view.payerError)}
      ${party('provider', view.providerId, view.providers, view.providerError)} ${day('from')} ${day('to')}
    </div>`;
  }

  /** A button stays while what it asked for is done, so that the focus does too and a second Enter does nothing else. */
  #actions(view: BordereauExportView): TemplateResult {
    const { show, text } = this.#messages;
    const { state } = view;
    const button = (key: keyof typeof texts.en, event: BordereauExportEvent, isPrimary = false, isBusy = false): TemplateResult =>
      html`<button type="button" class=${isPrimary ? 'primary' : ''} aria-disabled=${isBusy} @click=${() => this.#act(event)}>
        ${(show as (key: string) => unknown)(key)}
      </button>`;
    const isWriting = state === 'writing';
    return html`${
        isWriting
          ? html`<p>${show('bordereau.writing', { rows: view.rows, n: view.rowCount })}</p>
              <progress aria-label=${text('bordereau.title')} max=${view.rowCount} .value=${view.rows}></progress>`
          : nothing
      }
      <div class="actions">
        ${
          state === 'choosing' || state === 'issuing'
            ? button('bordereau.issue', { type: 'issue.requested' }, true, state === 'issuing')
            : nothing
        }
        ${
          state === 'issued' || state === 'done' || isWriting
            ? bordereauFormats.map((format, index) =>
                button(`bordereau.${format}`, { type: 'file.requested', format }, index === 0, isWriting),
              )
            : nothing
        }
        ${view.canRetry ? button('bordereau.retry', { type: 'export.retried' }, true) : nothing}
        ${isWriting ? button('bordereau.cancel', { type: 'file.cancelled' }) : nothing}
        <button type="button" aria-disabled=${this.isIssuing} @click=${this.#close}>${show('bordereau.close')}</button>
      </div>`;
  }

  #act(event: BordereauExportEvent): void {
    this.#task.send(event);
    // Not complete yet: the first field that explains itself.
    if (event.type === 'issue.requested')
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  #close = (): void => {
    if (this.isIssuing) return;
    this.close();
    this.emit('export-closed', {});
  };

  #settleFocus(): void {
    const root = this.renderRoot as ShadowRoot;
    const heading = root.querySelector<HTMLElement>('h2');
    if (!this.#wantsFocus || !heading) return;
    if (this.#wantsFocus === 'heading') heading.focus();
    // The button that was pressed is gone with its state.
    else if (!root.activeElement) (root.querySelector<HTMLElement>('button.primary') ?? heading).focus();
    this.#wantsFocus = null;
  }

  #changed(view: BordereauExportView, before: BordereauExportView | undefined): void {
    if (!view.bordereau || view.bordereau.number === before?.bordereau?.number) return;
    this.connectedPortal?.emit({ type: 'bordereau-issued', number: view.bordereau.number });
    this.emit('bordereau-issued', { number: view.bordereau.number });
    this.focus();
  }
}
