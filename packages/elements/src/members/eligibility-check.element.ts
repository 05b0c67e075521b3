import type { CoveredMember, LookupError } from '@portico/core/members';
import {
  eligibilityCheckMessages,
  type EligibilityCheckEvent,
  type EligibilityCheckView,
  type EligibilityForm,
} from '@portico/core/members/eligibility-check';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { choices } from '../controls/choices.styles.ts';
import { fieldDate } from '../controls/field-date.parts.ts';
import { fieldLines } from '../controls/field-lines.parts.ts';
import { fieldChoices, fieldSelect, fieldText, type Shown } from '../controls/field.parts.ts';
import { fields } from '../controls/field.styles.ts';
import { readTable } from '../controls/table.styles.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from '../portal/portal.ts';
import { eligibilityCheckStyles } from './eligibility-check.styles.ts';

const texts = {
  en: eligibilityCheckMessages,
  ar: async () => (await import('@portico/core/members/eligibility-check.messages.ar')).eligibilityCheckMessagesAr,
};

/**
 * Looks a member up and says whether the payer covers them on a day: by card, member number, national id, or name and birth date; or many
 * members at once. Each outcome is told apart, with the number to call.
 *
 * Keyboard: Enter in any field asks, and the focus stays in it for the next member.
 *
 * @summary Member look-up and eligibility.
 * @attr {string} payer-id - Asks this payer only.
 * @event {CustomEvent<{ payerId: string, status: string }>} eligibility-answered - A question about one member was answered: `{ payerId, status }`.
 * @event {CustomEvent<{ payerId: string }>} request-chosen - An authorization is to be asked for, for the member that `member` holds: `{ payerId }`.
 * @csspart form - The question.
 * @csspart field - Each field of it.
 * @csspart answer - What came of it.
 */
export class EligibilityCheckElement extends PorticoElement {
  static override properties = {
    ...PorticoElement.properties,
    payerId: { attribute: 'payer-id' },
    isFileFailed: { state: true },
  };
  static override styles = [tokens, fields, choices, readTable, eligibilityCheckStyles];

  declare payerId: string | undefined;
  declare protected isFileFailed: boolean;

  readonly #messages = new MessagesController(this, texts);
  readonly #task = new TaskController<EligibilityCheckView, EligibilityCheckEvent>(this, {
    load: async () => {
      const [{ startEligibilityCheck }, { answerParts }, { linesParts }, { dayMeant }] = await Promise.all([
        import('./eligibility-check.task.ts'),
        import('./eligibility-answer.parts.ts'),
        import('./eligibility-lines.parts.ts'),
        import('../portal/day-meant.ts'),
      ]);
      this.#results = { answerParts, linesParts, dayMeant };
      return startEligibilityCheck(this.payerId || null);
    },
    changed: (view, before) => this.#changed(view, before),
  });

  #hadFocus = false;
  /** Comes with the task: nothing is shown before. */
  #results!: {
    readonly answerParts: typeof import('./eligibility-answer.parts.ts').answerParts;
    readonly linesParts: typeof import('./eligibility-lines.parts.ts').linesParts;
    readonly dayMeant: typeof import('../portal/day-meant.ts').dayMeant;
  };

  constructor() {
    super();
    this.isFileFailed = false;
  }

  /** The member that was found last, as `<authorization-request>` takes one; null where nobody was. */
  get member(): CoveredMember | null {
    const answer = this.#task.view?.answer;
    return answer && 'coverage' in answer ? answer.member : null;
  }

  protected override connected(portal: Portal | undefined): void {
    this.#task.connect(portal?.backend.members && portal.backend.directory?.payers ? portal : undefined);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.hasUpdated && changed.has('payerId')) this.#task.restart();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#messages.ready) return nothing;
    const { show } = this.#messages;
    const { view, broken, isOpen } = this.#task;
    const portal = this.connectedPortal;
    const isOffered = !!portal?.backend.members && !!portal.backend.directory?.payers;
    if (portal && isOpen && !portal.can('members.read').allow)
      return html`<p class="notice" role="status">${show('eligibility.denied')}</p>`;
    if (broken || !view)
      return this.placeholder(broken ? () => this.#task.restart() : undefined, isOpen ? 'task' : isOffered ? 'session' : 'nothing');
    const isAsking = view.state === 'asking';
    return html`
      <h2>${show('eligibility.title')}</h2>
      <form part="form" novalidate aria-busy=${isAsking || view.state === 'preparing'} @submit=${this.#submit}>
        ${view.canBulk ? this.#mode(view) : nothing}
        <div class="fields">
          ${this.#payer(view)} ${this.#date('serviceDate', view)} ${this.#by(view)} ${view.form.isBulk ? nothing : this.#one(view)}
        </div>
        ${view.form.isBulk ? this.#lines(view) : nothing}
        <div class="actions">
          <button class="primary" id="check" type="submit">${show('eligibility.check')}</button>
          ${isAsking ? html`<button type="button" id="cancel" @click=${this.#cancel}>${show('eligibility.cancel')}</button>` : nothing}
        </div>
      </form>
      <p class="count" role="status">${this.#status(view)}</p>
      <div role="alert" id="failure" tabindex="-1">${this.#failure(view)}</div>
      ${this.#answer(view)}
      ${view.state === 'listed' ? this.#results.linesParts(view.lines, { messages: this.#messages, isFileFailed: this.isFileFailed, download: (format) => void this.#download(format) }) : nothing}
    `;
  }

  #mode({ form }: EligibilityCheckView): TemplateResult {
    const { show } = this.#messages;
    return html`<div class="segments">
      ${fieldChoices({
        name: 'mode',
        legend: show('eligibility.mode'),
        type: 'radio',
        options: (['one', 'many'] as const).map((value) => ({
          value,
          label: show(`eligibility.mode.${value}`),
          checked: (value === 'many') === form.isBulk,
        })),
        chosen: (value) => this.#change({ isBulk: value === 'many' }),
      })}
    </div>`;
  }

  #payer({ form, payers, errors }: EligibilityCheckView): TemplateResult | typeof nothing {
    if (this.payerId) return nothing;
    const { show, text } = this.#messages;
    return fieldSelect({
      ...{ name: 'payerId', value: form.payerId, label: show('eligibility.payer'), error: this.#error('payerId', errors) },
      options: [{ value: '', label: text('eligibility.choosePayer') }, ...payers.map(({ id, name }) => ({ value: id, label: name }))],
      chosen: (payerId) => this.#change({ payerId }),
    });
  }

  #by({ form, by }: EligibilityCheckView): TemplateResult {
    const { show, text } = this.#messages;
    return fieldSelect({
      ...{ name: 'by', value: form.by, label: show('eligibility.by') },
      options: by.map((value) => ({ value, label: text(`eligibility.by.${value}`) })),
      chosen: (value) => this.#change({ by: value as EligibilityForm['by'] }),
    });
  }

  #one(view: EligibilityCheckView): TemplateResult {
    const { form, errors } = view;
    const { show } = this.#messages;
    if (form.by === 'name') {
      return html`${fieldText({
        ...{ name: 'name', value: form.name, label: show('eligibility.name'), error: this.#error('name', errors), maxLength: 256 },
        typed: (name) => this.#change({ name }),
      })}
      ${this.#date('birthDate', view)}`;
    }
    return fieldText({
      ...{ name: 'value', value: form.value, label: show(`eligibility.by.${form.by}`), error: this.#error('value', errors) },
      ...{ direction: 'ltr', maxLength: 64, typed: (value) => this.#change({ value }) },
    });
  }

  #date(name: 'serviceDate' | 'birthDate', { form, errors }: EligibilityCheckView): TemplateResult {
    const meaning = this.#results.dayMeant(form[name], this);
    // What is a date by now is not called none until it is asked about again.
    const standing = meaning === null ? errors : errors.filter(({ code }) => code !== 'not-a-date');
    return fieldDate({
      ...{ name, value: form[name], label: this.#messages.show(`eligibility.${name}`), error: this.#error(name, standing), meaning },
      typed: (value) => this.#change({ [name]: value }),
    });
  }

  #lines({ form, linesError }: EligibilityCheckView): TemplateResult {
    const { show } = this.#messages;
    const error =
      linesError &&
      (linesError.code === 'missing'
        ? show('eligibility.lines.missing')
        : show(`eligibility.lines.${linesError.code}`, { n: linesError.n }));
    return fieldLines({
      ...{ name: 'lines', value: form.lines, label: show('eligibility.lines'), rows: 8, error },
      hint: show(form.by === 'name' ? 'eligibility.linesHint.name' : 'eligibility.linesHint.number'),
      typed: (lines) => this.#change({ lines }),
    });
  }

  #error(field: LookupError['field'], errors: readonly LookupError[]): Shown | null {
    const found = errors.find((error) => error.field === field);
    return found ? this.#messages.show(`eligibility.${found.code}`) : null;
  }

  /** One line for whoever hears the page: what is going on, or what came of it. */
  #status({ state, answer, lines }: EligibilityCheckView): Shown {
    const { show } = this.#messages;
    if (state === 'asking') return show('eligibility.asking');
    if (state === 'listed') return show('eligibility.found', { n: lines.length });
    return answer ? html`<span class="visually-hidden">${show(`eligibility.status.${answer.status}`)}</span>` : '';
  }

  #failure(view: EligibilityCheckView): TemplateResult | typeof nothing {
    if (view.failure === null) return nothing;
    return html`<div class="notice danger">
      <p>${this.#messages.show(view.failure)}</p>
      ${this.#retry(view)}
    </div>`;
  }

  #retry({ canRetry, retryAt }: EligibilityCheckView): TemplateResult | typeof nothing {
    const { show } = this.#messages;
    if (retryAt !== null) return html`<p>${show('eligibility.retryAt', { at: retryAt })}</p>`;
    if (!canRetry) return nothing;
    return html`<div class="actions">
      <button type="button" @click=${() => this.#task.send({ type: 'check.retried' })}>${show('eligibility.retry')}</button>
    </div>`;
  }

  #answer(view: EligibilityCheckView): TemplateResult | typeof nothing {
    if (view.answer === null) return nothing;
    return this.#results.answerParts(view.answer, {
      messages: this.#messages,
      formats: this.settings.formats,
      retry: this.#retry(view),
      chosen: ({ number }) => this.#task.send({ type: 'candidate.chosen', number }),
      request: this.#request(view.answer.payerId),
    });
  }

  #request(payerId: string): (() => void) | null {
    const portal = this.connectedPortal;
    const isOffered = portal?.backend.authorizations?.submit && portal.can('authorizations.submit').allow;
    return isOffered ? () => this.emit('request-chosen', { payerId }) : null;
  }

  async #download(format: 'csv' | 'xlsx'): Promise<void> {
    const lines = this.#task.view?.lines ?? [];
    this.isFileFailed = false;
    try {
      const { writeResults } = await import('./eligibility-file.ts');
      const { text, locale } = this.#messages;
      await writeResults(lines, format, { text, locale, formats: this.settings.formats, document: this.ownerDocument });
    } catch {
      this.isFileFailed = true;
    }
  }

  #change(changes: Partial<EligibilityForm>): void {
    this.#task.send({ type: 'form.changed', changes });
  }

  #submit = (event: Event): void => {
    event.preventDefault();
    this.#task.send({ type: 'check.submitted' });
  };

  #cancel = (): void => this.#task.send({ type: 'check.cancelled' });

  #changed(view: EligibilityCheckView, before: EligibilityCheckView | undefined): void {
    // What is pressed to ask may be gone with the answer it stood in.
    if (view.state === 'asking' && before?.state !== 'asking') this.#hadFocus = this.matches(':focus-within');
    if (before?.state !== 'asking') return;
    const { state, answer } = view;
    if (state === 'answered' && answer) this.emit('eligibility-answered', { payerId: answer.payerId, status: answer.status });
    void this.#settle(view);
  }

  /** The focus goes to what must be mended; else it stays, and only where what had it is gone to what came of it. */
  async #settle({ state, focus }: EligibilityCheckView): Promise<void> {
    await this.updateComplete;
    const { activeElement } = this.ownerDocument;
    const isLost =
      this.#hadFocus &&
      this.shadowRoot?.activeElement === null &&
      [null, this, this.ownerDocument.body].includes(activeElement as HTMLElement);
    const came = state === 'answered' ? 'result' : state === 'failed' ? 'failure' : 'check';
    const wanted = state === 'refused' ? focus : isLost ? came : null;
    if (wanted) this.renderRoot.querySelector<HTMLElement>(`#${wanted}`)?.focus();
  }
}
