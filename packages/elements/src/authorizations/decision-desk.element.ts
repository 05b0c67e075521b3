import {
  decisionDeskMessages,
  type DecisionDeskDone,
  type DecisionDeskEvent,
  type DecisionDeskView,
} from '@portico/core/authorizations/decision-desk';
import { html, nothing, type TemplateResult } from 'lit';
import { choices } from '../controls/choices.styles.ts';
import { combobox } from '../controls/combobox.styles.ts';
import { fieldSelect, fieldText } from '../controls/field.parts.ts';
import { fields } from '../controls/field.styles.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from '../portal/portal.ts';
import type { DeskRows } from './decision-desk-rows.ts';
import { decisionDeskStyles } from './decision-desk.styles.ts';

const texts = {
  en: decisionDeskMessages,
  ar: async () => (await import('@portico/core/authorizations/decision-desk.messages.ar')).decisionDeskMessagesAr,
};

const told = {
  decide: 'authorization-decided',
  pend: 'authorization-pended',
  ask: 'information-requested',
  use: 'authorization-used',
} as const;

/**
 * The payer's desk: requests that wait for a decision, what is due first on top, each opened in place and decided item by item, pended, or
 * asked about; what is authorized already is marked as used. Who may not decide sees nothing of it.
 *
 * Keyboard: arrow up and down go from request to request, Enter opens, Escape closes. What is typed is kept.
 *
 * @summary Decides authorizations.
 * @attr {string} claim-href - Where documents and notes of a request stand, with `{id}` in place of its id; without it there is no such link.
 * @event {CustomEvent<{ id: string }>} authorization-opened - A request was opened: `{ id }`, also the id of its case, for what stands beside.
 * @event {CustomEvent<{ id: string }>} authorization-closed - It was closed: `{ id }`.
 * @event {CustomEvent<{ id: string }>} authorization-decided - A decision was sent: `{ id }`.
 * @event {CustomEvent<{ id: string }>} authorization-pended - A request was pended: `{ id }`.
 * @event {CustomEvent<{ id: string }>} authorization-used - An authorization was marked as used or partly used: `{ id }`.
 * @event {CustomEvent<{ id: string }>} information-requested - A question was sent to the provider: `{ id }`.
 * @csspart section - The whole.
 * @csspart request - One request.
 * @csspart record - What is shown of the open one.
 */
export class DecisionDeskElement extends PorticoElement {
  static override properties = { ...PorticoElement.properties, claimHref: { attribute: 'claim-href' } };
  static override styles = [tokens, fields, choices, combobox, decisionDeskStyles];

  declare claimHref: string;

  /** Where the focus goes once what it was on is gone: the first of these that is there. */
  #next: readonly string[] | null = null;
  /** Comes with the task: nothing is listed before. */
  #rows: DeskRows | undefined;

  readonly #messages = new MessagesController(this, texts);
  readonly #task = new TaskController<DecisionDeskView, DecisionDeskEvent>(this, {
    load: async () => {
      const [{ startDecisionDesk }, { DeskRows }] = await Promise.all([
        import('./decision-desk.task.ts'),
        import('./decision-desk-rows.ts'),
      ]);
      this.#rows ??= new DeskRows(this, (event) => this.#send(event));
      return startDecisionDesk;
    },
    changed: (view, before) => this.#changed(view, before),
    emitted: (event) => this.#done(event as DecisionDeskDone),
  });

  constructor() {
    super();
    this.claimHref = '';
  }

  get #canDecide(): boolean {
    return !!this.connectedPortal?.backend.authorizations?.decide;
  }

  protected override connected(portal: Portal | undefined): void {
    this.#task.connect(this.#canDecide ? portal : undefined);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#messages.ready) return nothing;
    const { view, broken, isOpen } = this.#task;
    // Hidden is absent: a clerk's page has no such thing.
    if (isOpen && !this.connectedPortal?.can('authorizations.decide').allow) return nothing;
    if (broken || !view)
      return this.placeholder(broken ? () => this.#task.restart() : undefined, this.#canDecide ? (isOpen ? 'task' : 'session') : 'nothing');
    const { show } = this.#messages;
    return html`
      <section part="section" aria-labelledby="title" aria-busy=${view.isBusy}>
        <div class="head">
          <h2 id="title" tabindex="-1">${show('decision-desk.title')}</h2>
          <button type="button" aria-disabled=${view.isBusy} @click=${() => this.#send({ type: 'queue.refreshed' })}>
            ${show('decision-desk.refresh')}
          </button>
        </div>
        ${this.#filter(view)}
        <div role="status">${this.#status(view)}</div>
        <div role="alert">${this.#alert(view)}</div>
        ${this.#rows?.list(view, this.claimHref)}
        ${
          view.hasMore
            ? html`<div class="actions">
                <button type="button" aria-disabled=${view.isBusy} @click=${() => this.#send({ type: 'more.requested' })}>
                  ${show('decision-desk.more')}
                </button>
              </div>`
            : nothing
        }
      </section>
    `;
  }

  #filter({ filter }: DecisionDeskView): TemplateResult {
    const { show, text } = this.#messages;
    const change = (changes: Extract<DecisionDeskEvent, { type: 'filter.changed' }>['changes']): void =>
      this.#send({ type: 'filter.changed', changes });
    return html`<div class="fields">
      ${fieldSelect({
        ...{ name: 'scope', label: show('decision-desk.scope'), value: filter.scope },
        options: (['mine', 'open', 'all'] as const).map((value) => ({ value, label: text(`decision-desk.scope.${value}`) })),
        chosen: (scope) => change({ scope: scope as typeof filter.scope }),
      })}
      ${fieldSelect({
        ...{ name: 'urgency', label: show('decision-desk.urgency'), value: filter.urgency ?? '' },
        options: [
          { value: '', label: text('decision-desk.urgency.any') },
          { value: 'expedited', label: text('decision-desk.urgency.expedited') },
          { value: 'standard', label: text('decision-desk.urgency.standard') },
        ],
        chosen: (urgency) => change({ urgency: (urgency || null) as typeof filter.urgency }),
      })}
      ${fieldText({
        ...{ name: 'find', label: show('decision-desk.number'), value: filter.number, type: 'search', direction: 'ltr', maxLength: 256 },
        left: (number) => change({ number }),
      })}
    </div>`;
  }

  #status({ state, total, notice }: DecisionDeskView): TemplateResult {
    const { show } = this.#messages;
    const isSuccess = notice !== null && !/kept|undone|cleared/.test(notice);
    const count =
      state === 'listed' && total.kind !== 'unknown'
        ? html`<p class="count">
            ${show(total.kind === 'exact' ? 'decision-desk.count' : 'decision-desk.atLeast', { n: total.n })}.
            ${show('decision-desk.dueFirst')}
          </p>`
        : state === 'loading'
          ? html`<p>${show('decision-desk.loading')}</p>`
          : state === 'empty'
            ? html`<p class="notice">${show('decision-desk.empty')}</p>`
            : nothing;
    return html`${notice ? html`<p class="notice ${isSuccess ? 'success' : ''}">${show(notice)}</p>` : nothing} ${count}`;
  }

  #alert({ error, code }: DecisionDeskView): TemplateResult | typeof nothing {
    if (!error) return nothing;
    const { show } = this.#messages;
    const canRetry = code !== null && error !== 'decision-desk.failed.denied';
    return html`<div class="notice danger" id="error" tabindex="-1">
      ${error.startsWith('decision-desk.') ? (show as unknown as (key: string) => unknown)(error) : this.#rows?.refusal(error)}
      ${
        canRetry
          ? html`<button type="button" @click=${() => this.#send({ type: 'queue.refreshed' })}>${show('decision-desk.retry')}</button>`
          : nothing
      }
    </div>`;
  }

  #send(event: DecisionDeskEvent): void {
    const openId = this.#task.view?.openId;
    if (event.type === 'record.opened') this.#next = ['#record-title'];
    if (event.type === 'record.closed') this.#next = [`[data-id="${CSS.escape(openId ?? '')}"] [data-open]`, '#title'];
    if (event.type === 'all.approved') this.#next = ['#undo', '[aria-invalid="true"]', '#error'];
    if (event.type === 'hold.undone') this.#next = ['#approve-all'];
    if (event.type === 'form.cleared') this.#next = ['#restore'];
    if (event.type === 'form.restored') this.#next = ['#record-title'];
    if (event.type === 'form.sent' || event.type === 'use.marked') this.#next = ['[aria-invalid="true"]', '#error'];
    this.#task.send(event);
    this.#settle();
  }

  /** What was decided is gone: on to the request that stands in its place now, the last one, or the title. */
  #done({ id, act }: DecisionDeskDone): void {
    const { rows } = this.#task.view!;
    const index = rows.findIndex((row) => row.id === id);
    const others = rows.filter((row) => row.id !== id);
    const next = act === 'decide' || act === 'ask' ? (others[index] ?? others.at(-1)) : rows[index];
    this.#next = [`[data-id="${CSS.escape(next?.id ?? '')}"] [data-open]`, '#title'];
    this.emit(told[act], { id });
  }

  #changed({ openId }: DecisionDeskView, before: DecisionDeskView | undefined): void {
    const wasOpen = before?.openId ?? null;
    if (openId !== wasOpen) {
      if (wasOpen !== null) this.emit('authorization-closed', { id: wasOpen });
      if (openId !== null) this.emit('authorization-opened', { id: openId });
      // Also where what was held had to leave first.
      if (wasOpen !== null && openId !== null) this.#next = ['#record-title'];
    }
    this.#settle();
  }

  #settle(): void {
    void this.updateComplete.then(() => {
      const { view } = this.#task;
      if (!this.#next || !view || view.isSending || view.record === 'loading') return;
      const target = this.#next.map((selector) => this.renderRoot.querySelector<HTMLElement>(selector)).find((found) => found !== null);
      if (!target) return;
      this.#next = null;
      target.focus();
    });
  }
}
