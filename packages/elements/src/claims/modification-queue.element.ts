import { caseMessages } from '@portico/core/claims';
import {
  modificationMessages,
  modificationQueueMessages,
  type ModificationQueueEvent,
  type ModificationQueueView,
} from '@portico/core/claims/modification-queue';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { fields } from '../controls/field.styles.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from '../portal/portal.ts';
import { queueEntry } from './modification-queue.parts.ts';
import { modificationQueueStyles } from './modification-queue.styles.ts';

const texts = {
  en: { ...modificationQueueMessages, ...modificationMessages, ...caseMessages },
  ar: async () => {
    const [own, names, common] = await Promise.all([
      import('@portico/core/claims/modification-queue.messages.ar'),
      import('@portico/core/claims/modification.messages.ar'),
      import('@portico/core/claims/case.messages.ar'),
    ]);
    return { ...own.modificationQueueMessagesAr, ...names.modificationMessagesAr, ...common.caseMessagesAr };
  },
};

/**
 * The claims center's queue of modification requests, oldest first: each is applied or refused with a reason, which the clerk reads in the
 * history of the case. Who may not answer sees nothing of it.
 *
 * @summary Answers requests for modifications.
 * @attr {string} claim-href - Where a case can be opened, with `{id}` in place of its id; without it cases are no links.
 * @event {CustomEvent<{ requestId: string, caseId: string, outcome: string }>} modification-answered - A request was answered: `{ requestId, caseId, outcome }`.
 * @csspart section - The whole.
 * @csspart request - One request.
 */
export class ModificationQueueElement extends PorticoElement {
  static override properties = { ...PorticoElement.properties, claimHref: { attribute: 'claim-href' } };
  static override styles = [tokens, fields, modificationQueueStyles];

  declare claimHref: string;

  /** Where the focus goes once what it was on is gone: the first of these that is there. */
  #next: readonly string[] | null = null;
  /** The request that is being answered, by its id and its case. */
  #answering: { readonly requestId: string; readonly caseId: string } | null = null;

  readonly #messages = new MessagesController(this, texts);
  readonly #task = new TaskController<ModificationQueueView, ModificationQueueEvent>(this, {
    load: async () => (await import('./modification-queue.task.ts')).startModificationQueue,
    changed: (view, before) => this.#changed(view, before),
  });

  constructor() {
    super();
    this.claimHref = '';
  }

  get #canAnswer(): boolean {
    const claims = this.connectedPortal?.backend.claims;
    return !!claims?.modificationRequests && !!claims.answerModification;
  }

  protected override connected(portal: Portal | undefined): void {
    this.#task.connect(this.#canAnswer ? portal : undefined);
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#messages.ready) return nothing;
    const { view, broken, isOpen } = this.#task;
    // Hidden is absent: a clerk's page has no such thing.
    if (isOpen && !this.connectedPortal?.can('claims.answer-modification').allow) return nothing;
    if (broken || !view)
      return this.placeholder(broken ? () => this.#task.restart() : undefined, this.#canAnswer ? (isOpen ? 'task' : 'session') : 'nothing');
    const { show } = this.#messages;
    return html`
      <section part="section" aria-labelledby="title" aria-busy=${view.isBusy}>
        <div class="head">
          <h2 id="title" tabindex="-1">${show('modification-queue.title')}</h2>
          <div class="actions">
            <button type="button" aria-disabled=${view.isBusy} @click=${() => this.#send({ type: 'queue.refreshed' })}>
              ${show('modification-queue.refresh')}
            </button>
          </div>
        </div>
        <div role="status">${this.#status(view)}</div>
        <div role="alert">${this.#alert(view)}</div>
        ${
          view.entries.length === 0
            ? nothing
            : html`<ul>
                ${repeat(
                  view.entries,
                  ({ request }) => request.id,
                  (entry) =>
                    queueEntry(entry, {
                      ...{ view, texts: this.#messages, send: (event) => this.#send(event) },
                      href: this.claimHref ? this.claimHref.replace('{id}', encodeURIComponent(entry.row.id)) : null,
                    }),
                )}
              </ul>`
        }
        ${
          view.hasMore
            ? html`<div class="actions">
                <button type="button" aria-disabled=${view.isBusy} @click=${() => this.#send({ type: 'more.requested' })}>
                  ${show('modification-queue.more')}
                </button>
              </div>`
            : nothing
        }
      </section>
    `;
  }

  #status({ state, total, notice, canUndo }: ModificationQueueView): TemplateResult {
    const { show } = this.#messages;
    const count =
      state === 'listed' && total.kind !== 'unknown'
        ? html`<p class="count">
            ${show(total.kind === 'exact' ? 'modification-queue.count' : 'modification-queue.atLeast', { n: total.n })}.
            ${show('modification-queue.oldest')}
          </p>`
        : state === 'loading'
          ? html`<p>${show('modification-queue.loading')}</p>`
          : state === 'empty'
            ? html`<p class="notice">${show('modification-queue.empty')}</p>`
            : nothing;
    return html`${notice ? html`<p class="notice ${notice === 'modification-queue.kept' ? '' : 'success'}">${show(notice)}</p>` : nothing}
    ${
      canUndo
        ? html`<p class="notice">
            ${show('modification-queue.putAway')}
            <button type="button" id="undo" @click=${() => this.#send({ type: 'answer.undone' })}>
              ${show('modification-queue.undo')}
            </button>
          </p>`
        : nothing
    }
    ${count}`;
  }

  #alert({ error, code, form }: ModificationQueueView): TemplateResult | typeof nothing {
    const { show } = this.#messages;
    if (!error) return nothing;
    const canRetry = code !== null && form === null && error !== 'modification-queue.failed.denied';
    return html`<div class="notice danger" id="error" tabindex="-1">
      ${(show as (key: string) => unknown)(error)}
      ${
        canRetry
          ? html`<button type="button" @click=${() => this.#send({ type: 'queue.refreshed' })}>${show('modification-queue.retry')}</button>`
          : nothing
      }
    </div>`;
  }

  #send(event: ModificationQueueEvent): void {
    const form = this.#task.view?.form ?? null;
    if (event.type === 'answer.opened') this.#next = ['#answer-reason'];
    if (event.type === 'answer.undone') this.#next = ['#answer-text'];
    if (event.type === 'answer.closed') this.#next = ['#undo', `[data-id="${CSS.escape(form?.id ?? '')}"] [data-open]`];
    if (event.type === 'answer.sent' && form) {
      const caseId = this.#task.view?.entries.find(({ request }) => request.id === form.id)?.request.caseId ?? '';
      this.#answering = { requestId: form.id, caseId };
      this.#next = ['[aria-invalid="true"]', '#error'];
    }
    this.#task.send(event);
    this.#settle();
  }

  #changed(view: ModificationQueueView, before: ModificationQueueView | undefined): void {
    const wasAnswered = before?.isSending && !view.isSending && view.form === null && view.error === null;
    if (wasAnswered && this.#answering) {
      this.emit('modification-answered', { ...this.#answering, outcome: before.form!.outcome });
      this.#answering = null;
      // What was answered is gone: on to the request that stands first now.
      this.#next = ['.entry h3', '#title'];
    }
    this.#settle();
  }

  #settle(): void {
    void this.updateComplete.then(() => {
      if (!this.#next || this.#task.view?.isSending) return;
      const target = this.#next.map((selector) => this.renderRoot.querySelector<HTMLElement>(selector)).find((found) => found !== null);
      if (!target) return;
      this.#next = null;
      target.focus();
    });
  }
}
