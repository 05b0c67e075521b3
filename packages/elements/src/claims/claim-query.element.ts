import {
  claimQueryFirstView,
  claimQueryMessages,
  type ClaimQueryEvent,
  type ClaimQueryForm,
  type ClaimQueryView,
} from '@portico/core/claims';
import { html, nothing, type TemplateResult } from 'lit';
import { choices } from '../controls/choices.styles.ts';
import { fieldDate } from '../controls/field-date.parts.ts';
import { fieldChoices } from '../controls/field.parts.ts';
import { fields } from '../controls/field.styles.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from '../portal/portal.ts';
import { claimQueryInput, claimQueryTaskId } from './claim-query.input.ts';
import { claimQueryStyles } from './claim-query.styles.ts';
import type { ClaimQueryMore } from './claim-query-more.ts';
import type { ResultsHost } from './claim-query-results.ts';

const texts = {
  en: claimQueryMessages,
  ar: async () => (await import('@portico/core/claims/claim-query.messages.ar')).claimQueryMessagesAr,
};

/**
 * Claims Query: claims and authorizations in one list, by service date or by payment date, Basic or Advanced.
 *
 * Keyboard: a typed date is explained on leaving its field; Enter in any field executes; in the results the arrows go by cells, Enter opens.
 *
 * @summary Finds claims and authorizations.
 * @attr {string} claim-href - Where a row leads, with `{id}` for the case; without it a row only sends `claim-opened`.
 * @event {CustomEvent<{ id: string }>} claim-opened - A row was opened: `{ id }`.
 * @event {CustomEvent<{ dateMode: string }>} claims-queried - A query was executed: `{ dateMode }`.
 * @csspart form - The form.
 * @csspart field - Each field.
 * @csspart results - What was found.
 */
export class ClaimQueryElement extends PorticoElement implements ResultsHost {
  static override properties = { ...PorticoElement.properties, claimHref: { attribute: 'claim-href' } };
  static override styles = [tokens, fields, choices, claimQueryStyles];

  declare claimHref: string;

  readonly #messages = new MessagesController(this, texts);
  /** What comes with the task: advanced fields, texts of checks, results. */
  #more: ClaimQueryMore | undefined;
  /** Execute was pressed and has not been answered yet. */
  #asked = false;
  readonly #task = new TaskController<ClaimQueryView, ClaimQueryEvent>(this, {
    load: async () => {
      const { ClaimQueryMore } = await import('./claim-query-more.ts');
      this.#more ??= new ClaimQueryMore(this, this.#messages, (event) => this.#task.send(event));
      return this.#more.start;
    },
    first: (portal) => claimQueryFirstView(claimQueryInput(portal, this)),
    // Only a draft knows what was typed and found before a reload.
    mustWake: async (portal) => portal.registry.hasPlace(claimQueryTaskId(this)) || !!(await portal.drafts?.get(claimQueryTaskId(this))),
    changed: (view) => this.#changed(view),
  });

  constructor() {
    super();
    this.claimHref = '';
  }

  /** Focuses the row that was last active, or the first field. */
  override focus(): void {
    if (!this.#more?.focus()) this.renderRoot.querySelector('input')?.focus();
  }

  protected override connected(portal: Portal | undefined): void {
    this.#task.connect(portal?.backend.claims ? portal : undefined);
  }

  override disconnectedCallback(): void {
    this.#more?.leave();
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#messages.ready) return nothing;
    const { view } = this.#task;
    if (this.#task.broken || !view) return this.placeholder(this.#task.broken ? () => this.#task.restart() : undefined);
    const { show } = this.#messages;
    const { form } = view;
    return html`
      <form part="form" role="search" aria-labelledby="title" novalidate @focusin=${this.#wake} @submit=${this.#execute}>
        <div class="head">
          <h2 id="title">${show('claim-query.title')}</h2>
          ${this.#choices('section', 'claim-query.title', ['basic', 'advanced'], 'sections')}
        </div>
        ${view.dateModes.length > 1 ? this.#choices('dateMode', 'claim-query.dateMode', view.dateModes) : nothing}
        <div class="fields">${this.#date('from', view)} ${this.#date('to', view)}</div>
        ${form.section === 'advanced' ? (this.#more?.advanced(view) ?? nothing) : nothing} ${this.#more?.notices(view) ?? nothing}
        <div class="actions">
          <button class="primary" type="submit">${show('claim-query.execute')}</button>
          ${
            view.isBusy
              ? html`<button type="button" @click=${() => this.#task.send({ type: 'query.cancelled' })}>
                  ${show('claim-query.cancel')}
                </button>`
              : html`<button type="button" @click=${() => this.#task.send({ type: 'criteria.cleared' })}>
                  ${show('claim-query.clear')}
                </button>`
          }
        </div>
        ${view.keepsText ? nothing : html`<p class="field-hint">${show('claim-query.notKept')}</p>`}
      </form>
      ${this.#more?.saved(view) ?? nothing}
      <div class="results" part="results" aria-busy=${view.isBusy}>
        <p class="count" role="status">
          ${view.isBusy ? show('claim-query.searching') : view.count && show(view.count as 'claim-query.found', { n: view.countN })}
        </p>
        ${
          view.failure
            ? html`<div class="notice danger" role="alert">
                ${show(view.failure)}
                <button type="button" @click=${() => this.#task.send({ type: 'query.retried' })}>${show('claim-query.retry')}</button>
              </div>`
            : nothing
        }
        ${this.#more?.results(view) ?? nothing}
      </div>
    `;
  }

  #choices<Name extends 'section' | 'dateMode'>(
    name: Name,
    legend: 'claim-query.title' | 'claim-query.dateMode',
    values: readonly ClaimQueryForm[Name][],
    className = '',
  ): TemplateResult {
    const { show } = this.#messages;
    const { form } = this.#task.view!;
    return html`<div class=${className}>
      ${fieldChoices({
        name,
        legend: show(legend),
        type: 'radio',
        options: values.map((value) => ({
          value,
          label: show(`claim-query.${value}` as 'claim-query.basic'),
          checked: form[name] === value,
        })),
        chosen: (value) => this.#change({ [name]: value }),
      })}
    </div>`;
  }

  #date(name: 'from' | 'to', view: ClaimQueryView): TemplateResult {
    const { show, text } = this.#messages;
    return fieldDate({
      name,
      label: show(`claim-query.${name}`),
      value: view.form[name],
      hint: name === 'from' ? show('claim-query.dateHint') : undefined,
      error: this.#more?.error(view, name),
      calendarLabel: text('claim-query.calendar'),
      // The calendar comes with the task; until then its button wakes it.
      opened: this.#wake,
      ...this.#more?.date(view, name),
      typed: (value) => this.#change({ [name]: value }),
      left: () => this.#task.send({ type: 'field.left', field: name }),
    });
  }

  #change(changes: Partial<ClaimQueryForm>): void {
    this.#task.send({ type: 'criteria.changed', changes });
  }

  /** Tells the host, page and portal, that a row was opened. */
  opened(id: string): void {
    this.connectedPortal?.emit({ type: 'claim-opened', id });
    this.emit('claim-opened', { id });
  }

  #changed(view: ClaimQueryView): void {
    if (!this.#asked) return;
    const isAnswered = view.state === 'results' || view.state === 'empty';
    if (isAnswered) this.connectedPortal?.emit({ type: 'claims-queried', dateMode: view.form.dateMode });
    if (isAnswered) this.emit('claims-queried', { dateMode: view.form.dateMode });
    // A refused query: the first field that explains itself gets the focus.
    if (view.errors.length > 0)
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    if (isAnswered || view.failure || view.errors.length > 0) this.#asked = false;
  }

  #wake = (): void => this.#task.wake();

  #execute = (event: Event): void => {
    event.preventDefault();
    this.#asked = true;
    this.#task.send({ type: 'query.executed' });
  };
}
