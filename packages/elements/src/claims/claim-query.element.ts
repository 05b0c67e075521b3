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
 * Keyboard: a typed date is explained on leaving its field; Enter in any text field executes, and the focus stays. In the calendar the arrows
 * go by days, PageUp and PageDown by months, Enter picks, Escape leads back. In the results the arrows go by cells and Enter opens; the table
 * says more.
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
  #isAsked = false;
  /** Focus was asked for: `waiting` in the first field for the row a person comes back to, unless they do something else first. */
  #return: 'asked' | 'waiting' | null = null;
  /** Whose calendar was asked for before it could be opened. */
  #calendar: 'from' | 'to' | null = null;
  readonly #task = new TaskController<ClaimQueryView, ClaimQueryEvent>(this, {
    load: async () => {
      const { ClaimQueryMore } = await import('./claim-query-more.ts');
      this.#more ??= new ClaimQueryMore(this, this.#messages, (event) => this.#task.send(event));
      return this.#more.start;
    },
    first: (portal) => claimQueryFirstView(claimQueryInput(portal, this)),
    // Only a draft knows what was typed and found before a reload.
    mustWake: async (portal) => portal.registry.hasPlace(claimQueryTaskId(this)) || !!(await portal.drafts?.get(claimQueryTaskId(this))),
    changed: (view, before) => this.#changed(view, before),
  });

  constructor() {
    super();
    this.claimHref = '';
  }

  /** Focuses the row that was last active, as soon as it is there again; where there is none, the first field. */
  override focus(): void {
    this.#return = 'asked';
    this.#goBack();
  }

  protected override connected(portal: Portal | undefined): void {
    this.#task.connect(portal?.backend.claims ? portal : undefined);
  }

  override disconnectedCallback(): void {
    this.#more?.leave();
    super.disconnectedCallback();
  }

  protected override updated(): void {
    this.#goBack();
    if (!this.#calendar || !this.#more?.isReady || !this.#task.view) return;
    const { opened } = this.#more.date(this.#task.view, this.#calendar);
    this.#calendar = null;
    opened?.();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#messages.ready) return nothing;
    const { view, broken } = this.#task;
    if (broken || !view)
      return this.placeholder(
        broken ? () => this.#task.restart() : undefined,
        this.connectedPortal?.backend.claims ? (this.#task.isOpen ? 'task' : 'session') : 'nothing',
      );
    const { show } = this.#messages;
    const { section } = view.form;
    const hints = html`<div class="hints">
      <p class="field-hint" id="date-hint">${show('claim-query.dateHint', { example: this.#exampleDate() })}</p>
      ${view.keepsText ? nothing : html`<p class="field-hint">${show('claim-query.notKept')}</p>`}
    </div>`;
    return html`
      <form
        part="form"
        class=${section}
        role="search"
        aria-labelledby="title"
        novalidate
        @focusin=${this.#wake}
        @keydown=${this.#stay}
        @pointerdown=${this.#stay}
        @submit=${this.#execute}
      >
        <div class="head">
          <h2 id="title">${show('claim-query.title')}</h2>
          ${this.#segments('section', 'claim-query.title', ['basic', 'advanced'])}
        </div>
        ${view.dateModes.length > 1 ? this.#segments('dateMode', 'claim-query.dateMode', view.dateModes) : nothing}
        ${this.#date('from', view)} ${this.#date('to', view)}
        ${
          section === 'advanced'
            ? html`${hints}
                <div class="more">${this.#more?.advanced(view)}</div>`
            : nothing
        }
        <div class="actions">
          <button class="primary" type="submit">${show('claim-query.execute')}</button>
          <button type="button" @click=${() => this.#task.send({ type: 'criteria.cleared' })}>${show('claim-query.clear')}</button>
        </div>
        ${section === 'advanced' ? nothing : hints}
        <div class="notices" role="status">${this.#more?.notices(view)}</div>
      </form>
      ${this.#more?.saved(view) ?? nothing}
      <div class="results" part="results" aria-busy=${view.isBusy}>
        <div class="bar">
          <p class="count" role="status">${this.#count(view)}</p>
          ${view.isBusy ? html`<button type="button" id="cancel" @click=${this.#cancel}>${show('claim-query.cancel')}</button>` : nothing}
          ${this.#more?.tools(view) ?? nothing}
        </div>
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

  #count(view: ClaimQueryView): unknown {
    const { show } = this.#messages;
    if (view.isBusy) return show('claim-query.searching');
    if (!view.count) return nothing;
    return html`<strong>${show(view.count as 'claim-query.found', { n: view.countN })}</strong> ${this.#more?.order(view)}`;
  }

  #segments<Name extends 'section' | 'dateMode'>(
    name: Name,
    legend: 'claim-query.title' | 'claim-query.dateMode',
    values: readonly ClaimQueryForm[Name][],
  ): TemplateResult {
    const { show } = this.#messages;
    const { form } = this.#task.view!;
    return html`<div class="segments ${name}">
      ${fieldChoices({
        name,
        legend: show(legend),
        type: 'radio',
        error: this.#more?.error(this.#task.view!, name),
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
      describedBy: 'date-hint',
      meaning: null,
      error: this.#more?.error(view, name),
      calendarLabel: text('claim-query.calendar'),
      // The calendar comes with the task; until then its button wakes it, and is remembered.
      opened: () => {
        this.#calendar = name;
        this.#task.wake();
      },
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

  #changed(view: ClaimQueryView, before: ClaimQueryView | undefined): void {
    const { activeElement } = this.shadowRoot!;
    // What can be cancelled no longer has no button: the focus goes where the next thing is done.
    if (before?.isBusy && !view.isBusy && activeElement?.id === 'cancel') this.#first('button.primary')?.focus();
    if (!this.#isAsked || view.isBusy) return;
    const isAnswered = view.errors.length === 0 && (view.state === 'results' || view.state === 'empty');
    if (isAnswered) this.connectedPortal?.emit({ type: 'claims-queried', dateMode: view.form.dateMode });
    if (isAnswered) this.emit('claims-queried', { dateMode: view.form.dateMode });
    // A refused query: the first field that explains itself gets the focus.
    if (view.errors.length > 0)
      void this.updateComplete.then(() => this.#first('[aria-invalid="true"], fieldset[aria-describedby] input')?.focus());
    if (isAnswered || view.failure || view.errors.length > 0) this.#isAsked = false;
  }

  /** The last day of the year's first month as it is typed in this language: it shows which of the two comes first. */
  #exampleDate(): string {
    const short = { day: 'numeric', month: 'numeric', timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn' } as const;
    // Fields for dates run from left to right, so what turns an Arabic date round must go.
    return new Intl.DateTimeFormat(this.locale, short).format(Date.UTC(2026, 0, 31)).replace(/[\u200e\u200f\u061c]/g, '');
  }

  #goBack(): void {
    const first = this.#first('#from');
    if (!this.#return || !first) return;
    const hasLeft = this.#return === 'waiting' && this.shadowRoot?.activeElement !== first;
    if (hasLeft || (this.#task.view?.rows && this.#more?.focus())) this.#return = null;
    else if (this.#return === 'asked') {
      first.focus();
      this.#return = 'waiting';
    }
  }

  #first(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }

  #wake = (): void => this.#task.wake();

  #stay = (): void => {
    this.#return = null;
  };

  #cancel = (): void => {
    this.#isAsked = false;
    this.#task.send({ type: 'query.cancelled' });
  };

  #execute = (event: Event): void => {
    event.preventDefault();
    this.#isAsked = true;
    this.#task.send({ type: 'query.executed' });
  };
}
