import type { Notice } from '@portico/core/messages';
import {
  noticeInboxMessages,
  noticeText,
  type NoticeInboxEmitted,
  type NoticeInboxEvent,
  type NoticeInboxView,
} from '@portico/core/messages/notice-inbox';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { fields } from '../controls/field.styles.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from '../portal/portal.ts';
import { noticeInboxStyles } from './notice-inbox.styles.ts';

const texts = {
  en: noticeInboxMessages,
  ar: async () => (await import('@portico/core/messages/notice-inbox.messages.ar')).noticeInboxMessagesAr,
};

/**
 * Notices of what the other side did with the cases of this person, newest first: a payer's people hear of what is sent, changed and voided,
 * a provider's clerks of what is pended, asked and decided. What is opened is read, for this person alone. What comes meanwhile is told of
 * and shown when asked for, so that nothing moves under the hand; what comes while the element is hidden is there when it is shown.
 *
 * Keyboard: Tab goes from notice to notice, Enter or Space opens one.
 *
 * @summary Tells what the other side did with one's cases.
 * @attr {number} unread - How many are unread, for the host's badge; absent while it is not known. Only read.
 * @event {CustomEvent<{ topic: string, recordId: string }>} notice-opened - A notice was opened: `{ topic, recordId }`; the topic is `authorizations` or `modifications`, the record a case.
 * @event {CustomEvent<{ count: number }>} unread-changed - How many are unread: `{ count }`.
 * @csspart notice - Each notice.
 */
export class NoticeInboxElement extends PorticoElement {
  static override properties = { ...PorticoElement.properties, unread: { type: Number, reflect: true } };
  static override styles = [tokens, fields, noticeInboxStyles];

  declare unread: number | null;

  /** Where the focus goes once what it was on is gone or what was asked for is there: the first of these that is. */
  #next: readonly string[] | null = null;
  readonly #messages = new MessagesController(this, texts);
  readonly #task = new TaskController<NoticeInboxView, NoticeInboxEvent>(this, {
    load: async () => (await import('./notice-inbox.task.ts')).startNoticeInbox,
    changed: (view) => {
      // Where nobody looks, nothing can move under the hand.
      if (view.hasNews && !view.isBusy && view.code === null && !this.checkVisibility()) this.#task.send({ type: 'inbox.refreshed' });
      this.#settle();
    },
    emitted: (event) => {
      const { type, ...detail } = event as NoticeInboxEmitted;
      this.emit(type, detail);
    },
  });

  constructor() {
    super();
    this.unread = null;
  }

  protected override connected(portal: Portal | undefined): void {
    this.#task.connect(portal?.backend.messages ? portal : undefined);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.unread = this.#task.view?.unread ?? null;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#messages.ready) return nothing;
    const { view, broken, isOpen } = this.#task;
    if (broken || !view) {
      const waitsFor = !this.connectedPortal?.backend.messages ? 'nothing' : isOpen ? 'task' : 'session';
      return this.placeholder(broken ? () => this.#task.restart() : undefined, waitsFor);
    }
    const { show } = this.#messages;
    return html`
      <section aria-labelledby="title" aria-busy=${view.isBusy}>
        <div class="head">
          <h2 id="title" tabindex="-1">${show('notice-inbox.title')}</h2>
          <p class="count" role="status">
            ${view.unread === null ? show('notice-inbox.loading') : show('notice-inbox.unread', { n: view.unread })}
          </p>
          <div class="actions">
            ${view.canMarkAll ? this.#button('markAll', { type: 'all.marked' }, view.isMarking) : nothing}
            ${this.#button('refresh', { type: 'inbox.refreshed' }, view.isBusy)}
          </div>
        </div>
        <div class="tools">
          <label class="choice">
            <input type="checkbox" id="unread-only" .checked=${view.unreadOnly} @change=${this.#filter} />
            <span>${show('notice-inbox.unreadOnly')}</span>
          </label>
        </div>
        <div class="said" role="status">${this.#status(view)}</div>
        <div class="said" role="alert">${this.#alert(view)}</div>
        ${
          view.rows.length === 0
            ? nothing
            : html`<ul>
                ${repeat(
                  view.rows,
                  ({ id }) => id,
                  (notice) => this.#notice(notice),
                )}
              </ul>`
        }
        ${view.hasMore ? html`<div class="actions">${this.#button('more', { type: 'more.requested' }, view.isBusy)}</div>` : nothing}
      </section>
    `;
  }

  #notice(notice: Notice): TemplateResult {
    const { show } = this.#messages;
    const isUnread = notice.readAt === null;
    return html`<li>
      <button type="button" part="notice" data-id=${notice.id} @click=${() => this.#task.send({ type: 'notice.opened', id: notice.id })}>
        ${isUnread ? html`<span class="mark"><span class="visually-hidden">${show('notice-inbox.unreadMark')}: </span></span>` : nothing}
        <span class="what ${isUnread ? 'unread' : ''}">${show(noticeText(notice), { reference: notice.reference })}</span>
        <span class="when">${show('notice-inbox.at', { when: notice.at })}</span>
      </button>
    </li>`;
  }

  #button(key: 'markAll' | 'refresh' | 'more' | 'undo' | 'showNews' | 'retry', event: NoticeInboxEvent, isBusy: boolean): TemplateResult {
    return html`<button type="button" id=${key} aria-disabled=${isBusy} @click=${() => isBusy || this.#act(event)}>
      ${this.#messages.show(`notice-inbox.${key}`)}
    </button>`;
  }

  #status({ state, unreadOnly, notice, canUndo, isMarking, hasNews, isBusy }: NoticeInboxView): TemplateResult {
    const { show } = this.#messages;
    return html`${
      notice
        ? html`<p class="notice success">${show(notice)} ${canUndo ? this.#button('undo', { type: 'all.undone' }, isMarking) : nothing}</p>`
        : nothing
    }
    ${
      hasNews && state === 'listed'
        ? html`<p class="notice">${show('notice-inbox.news')} ${this.#button('showNews', { type: 'inbox.refreshed' }, isBusy)}</p>`
        : nothing
    }
    ${
      state === 'loading'
        ? html`<p>${show('notice-inbox.loading')}</p>`
        : state === 'empty'
          ? html`<p class="notice">${show(unreadOnly ? 'notice-inbox.emptyUnread' : 'notice-inbox.empty')}</p>`
          : nothing
    }`;
  }

  #alert({ error, isBusy }: NoticeInboxView): TemplateResult | typeof nothing {
    if (!error) return nothing;
    const canRetry = error === 'notice-inbox.failed' || error === 'notice-inbox.failed.offline';
    return html`<div class="notice danger">
      ${this.#messages.show(error)} ${canRetry ? this.#button('retry', { type: 'inbox.refreshed' }, isBusy) : nothing}
    </div>`;
  }

  #filter = (event: Event): void => this.#task.send({ type: 'filter.changed', unreadOnly: (event.target as HTMLInputElement).checked });

  #act(event: NoticeInboxEvent): void {
    const last = this.#task.view?.rows.length ?? 0;
    const next: Partial<Record<NoticeInboxEvent['type'], readonly string[]>> = {
      'all.marked': ['#undo', '#refresh'],
      'all.undone': ['#markAll'],
      'inbox.refreshed': this.renderRoot.querySelector('#refresh:focus') ? [] : ['li button', '#title'],
      'more.requested': [`li:nth-child(${last + 1}) button`],
    };
    this.#next = next[event.type] ?? null;
    this.#task.send(event);
    this.#settle();
  }

  #settle(): void {
    void this.updateComplete.then(() => {
      const { view } = this.#task;
      if (!this.#next || !view || view.isBusy || view.isMarking) return;
      const target = this.#next.map((selector) => this.renderRoot.querySelector<HTMLElement>(selector)).find((found) => found !== null);
      this.#next = null;
      target?.focus();
    });
  }
}
