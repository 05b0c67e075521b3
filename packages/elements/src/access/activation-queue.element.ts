import { refusalReasons, type PendingAccount, type RefusalReason } from '@portico/core/access';
import {
  activationQueueMessages,
  type ActivationQueueEmitted,
  type ActivationQueueEvent,
  type ActivationQueueView,
} from '@portico/core/access/activation-queue';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { combobox } from '../controls/combobox.styles.ts';
import { fieldSelect, type Shown } from '../controls/field.parts.ts';
import { fields } from '../controls/field.styles.ts';
import { readTable } from '../controls/table.styles.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from '../portal/portal.ts';
import { accountDeskStyles } from './account-desk.styles.ts';
import { BindingPicker, bindingStyles } from './binding-picker.ts';

const texts = {
  en: activationQueueMessages,
  ar: async () => (await import('@portico/core/access/activation-queue.messages.ar')).activationQueueMessagesAr,
};

/**
 * The helpdesk's queue of people who registered, the oldest first: each is activated, with the providers or payers to work for, or refused
 * with a reason that the person reads in a mail. Providers and payers are chosen from those that the backend knows. Follows what others answer meanwhile.
 *
 * Keyboard: Activate and Refuse open a form with the focus in it; in the field of providers arrows and Enter choose one; Enter sends it; what
 * came of it has the focus.
 *
 * @summary Activates or refuses registrations, for the helpdesk.
 * @event {CustomEvent<{ accountId: string }>} account-activated - An account was activated: `{ accountId }`.
 * @event {CustomEvent<{ accountId: string }>} account-refused - A registration was refused: `{ accountId }`.
 * @csspart account - Each person who waits.
 * @csspart form - The answer.
 * @csspart field - Its field.
 */
export class ActivationQueueElement extends PorticoElement {
  static override styles = [tokens, fields, combobox, readTable, accountDeskStyles, bindingStyles];

  readonly #messages = new MessagesController(this, texts);
  readonly #task = new TaskController<ActivationQueueView, ActivationQueueEvent>(this, {
    load: async () => (await import('./activation-queue.task.ts')).startActivationQueue,
    changed: (view, before) => this.#changed(view, before),
    emitted: (event) => {
      const { type, accountId } = event as ActivationQueueEmitted;
      this.emit(type, { accountId });
    },
  });

  readonly #binding = new BindingPicker(this, {
    chosen: (party) => this.#task.send({ type: 'party.chosen', party }),
    removed: (id) => this.#task.send({ type: 'party.removed', id }),
    typed: (typed) => this.#task.send({ type: 'binding.changed', typed }),
  });

  protected override connected(portal: Portal | undefined): void {
    this.#task.connect(portal?.backend.access?.pendingAccounts ? portal : undefined);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#messages.ready) return nothing;
    const { view, broken } = this.#task;
    const portal = this.connectedPortal;
    if (broken || !view || !portal) {
      const waitsFor = portal?.backend.access?.pendingAccounts === undefined ? 'nothing' : 'session';
      return this.placeholder(broken ? () => this.#task.restart() : undefined, waitsFor);
    }
    const { show } = this.#messages;
    if (!portal.can('access.answer-registration').allow)
      return html`<p class="notice" role="status">${show('activation-queue.notForYou')}</p>`;
    return html`
      <h2>${show('activation-queue.title')}</h2>
      <p class="count" role="status">${this.#count(view)}</p>
      <div class="actions">
        <button type="button" aria-disabled=${view.isBusy} @click=${() => this.#task.send({ type: 'queue.refreshed' })}>
          ${show('activation-queue.refresh')}
        </button>
      </div>
      <div role="alert" id="notice" tabindex="-1">${this.#notice(view)}</div>
      ${repeat(
        view.rows,
        ({ accountId }) => accountId,
        (pending) => this.#pending(pending, view),
      )}
    `;
  }

  #count({ total }: ActivationQueueView): Shown {
    const { show } = this.#messages;
    if (total === null) return show('activation-queue.loading');
    return total === 0 ? show('activation-queue.empty') : show('activation-queue.waiting', { n: total });
  }

  #notice({ failure, outcome, form }: ActivationQueueView): TemplateResult | typeof nothing {
    const { show } = this.#messages;
    if (failure)
      return html`<div class="notice danger">
        <p>${show(failure)}</p>
        ${form ? nothing : html`<div class="actions">${this.#button('retry', () => this.#task.send({ type: 'queue.refreshed' }))}</div>`}
      </div>`;
    if (!outcome) return nothing;
    const isDone = outcome === 'activation-queue.activated' || outcome === 'activation-queue.refused';
    return html`<p class="notice ${isDone ? 'success' : 'danger'}">${show(outcome)}</p>`;
  }

  #button(key: 'retry' | 'cancel', act: (event: Event) => void): TemplateResult {
    return html`<button type="button" @click=${act}>${this.#messages.show(`activation-queue.${key}`)}</button>`;
  }

  #pending(pending: PendingAccount, view: ActivationQueueView): TemplateResult {
    const { show } = this.#messages;
    const { accountId, displayName, email, requestedAt } = pending;
    const facts = (['providerName', 'providerNumber', 'phone'] as const).filter((key) => pending[key] !== '');
    const open = (outcome: 'activate' | 'refuse'): TemplateResult =>
      html`<button
        type="button"
        aria-describedby="name-${accountId}"
        aria-expanded=${view.form?.accountId === accountId && view.form.outcome === outcome}
        aria-disabled=${view.isBusy}
        @click=${() => this.#task.send({ type: 'answer.opened', accountId, outcome })}
      >
        ${show(`activation-queue.${outcome}`)}
      </button>`;
    return html`<article part="account" aria-labelledby="name-${accountId}">
      <div>
        <h3 id="name-${accountId}"><bdi>${displayName}</bdi></h3>
        <p class="mail"><bdi>${email}</bdi></p>
        <p class="count">${show('activation-queue.since', { when: requestedAt })}</p>
      </div>
      <dl>
        ${this.#fact('role', show(`activation-queue.role.${pending.role}`))}
        ${facts.map((key) => this.#fact(key, html`<bdi>${pending[key]}</bdi>`))}
      </dl>
      <div class="actions">${open('activate')} ${open('refuse')}</div>
      ${view.form?.accountId === accountId ? this.#form(pending, view) : nothing}
    </article>`;
  }

  #fact(name: 'role' | 'providerName' | 'providerNumber' | 'phone', value: Shown): TemplateResult {
    return html`<div>
      <dt>${this.#messages.show(`activation-queue.${name}`)}</dt>
      <dd>${value}</dd>
    </div>`;
  }

  #form(pending: PendingAccount, view: ActivationQueueView): TemplateResult {
    const { show } = this.#messages;
    const isActivation = view.form!.outcome === 'activate';
    const label = isActivation ? 'activation-queue.confirmActivate' : 'activation-queue.confirmRefuse';
    return html`<form part="form" novalidate aria-busy=${view.isBusy} @submit=${this.#submit}>
      ${this.#answer(pending, view)}
      <div class="actions">
        <button class="primary" type="submit" aria-disabled=${view.isBusy}>
          ${show(view.state === 'answering' ? 'activation-queue.working' : label)}
        </button>
        ${this.#button('cancel', this.#close)}
      </div>
    </form>`;
  }

  #answer({ role, providerName, providerNumber }: PendingAccount, { form, formError }: ActivationQueueView): TemplateResult {
    const { show, text } = this.#messages;
    const error = formError && show(formError);
    if (form?.outcome === 'activate')
      return html`<p>${show('activation-queue.wrote', { what: [providerName, providerNumber].filter(Boolean).join(' · ') })}</p>
        ${this.#binding.render({
          ...{ role, form, error },
          show: (key, values) => show(`activation-queue.${key}`, values as never),
        })}`;
    return fieldSelect({
      ...{ name: 'answer', label: show('activation-queue.reason'), hint: show('activation-queue.reasonHint'), error },
      value: form?.reason ?? '',
      options: [
        { value: '', label: text('activation-queue.chooseReason') },
        ...refusalReasons.map((value) => ({ value, label: text(`activation-queue.reason.${value}`) })),
      ],
      chosen: (value) => this.#task.send({ type: 'reason.chosen', reason: value === '' ? null : (value as RefusalReason) }),
    });
  }

  #submit = (event: Event): void => {
    event.preventDefault();
    this.#task.send({ type: 'answer.sent' });
    if (this.#task.view?.formError) void this.#focus('answer');
  };

  /** Back to the button that opened the form. */
  #close = (event: Event): void => {
    const outcome = this.#task.view?.form?.outcome;
    const buttons = (event.target as Element).closest('article')!.querySelectorAll<HTMLElement>('[aria-expanded]');
    this.#task.send({ type: 'answer.closed' });
    buttons[outcome === 'refuse' ? 1 : 0]?.focus();
  };

  #changed(view: ActivationQueueView, before: ActivationQueueView | undefined): void {
    const isOpened = view.form !== null && (view.form.accountId !== before?.form?.accountId || view.form.outcome !== before.form.outcome);
    const isTold = view.focus === 'notice' && before?.isBusy === true;
    const isWrong = view.formError !== null && !view.isBusy && before?.isBusy === true;
    if (isOpened) this.#binding.clear();
    if (before && (isTold || isOpened || isWrong)) void this.#focus(view.focus);
  }

  async #focus(id: ActivationQueueView['focus']): Promise<void> {
    if (!id) return;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`#${id}`)?.focus();
  }
}
