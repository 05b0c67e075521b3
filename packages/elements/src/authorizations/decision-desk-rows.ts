import { authorizationMessages, type AuthorizationRow } from '@portico/core/authorizations';
import {
  decisionDeskRecordMessages,
  markOf,
  type DecisionDeskEvent,
  type DecisionDeskView,
} from '@portico/core/authorizations/decision-desk';
import { createMoneyFormat, type Money } from '@portico/core/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Shown } from '../controls/field.parts.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import type { PorticoElement } from '../kit/portico-element.ts';
import { deskForm } from './decision-desk-form.parts.ts';
import { InsteadPickers } from './decision-desk-instead.ts';
import { deskRecord } from './decision-desk-record.parts.ts';

const texts = {
  en: { ...decisionDeskRecordMessages, ...authorizationMessages },
  ar: async () => {
    const [own, common] = await Promise.all([
      import('@portico/core/authorizations/decision-desk-record.messages.ar'),
      import('@portico/core/authorizations/authorization.messages.ar'),
    ]);
    return { ...own.decisionDeskRecordMessagesAr, ...common.authorizationMessagesAr };
  },
};

/** What every part of the open record is shown with. */
export interface DeskParts {
  readonly view: DecisionDeskView;
  readonly texts: MessagesController<(typeof texts)['en']>;
  readonly money: (amount: Money) => string;
  readonly send: (event: DecisionDeskEvent) => void;
  /** Where documents and notes stand; null: nowhere. */
  readonly href: string | null;
  /** Fields for another service instead. */
  readonly pickers: InsteadPickers;
  /** Items of which that part is open that is seldom used. */
  readonly opened: { readonly has: (sequence: number) => boolean; readonly toggle: (sequence: number) => void };
}

/** The rows of the desk and the record that is open in one of them, with texts of their own that come with the first row. */
export class DeskRows {
  readonly #host: PorticoElement;
  readonly #texts: MessagesController<(typeof texts)['en']>;
  readonly #send: DeskParts['send'];
  readonly #pickers: InsteadPickers;
  /** Record and item of what was opened. */
  readonly #opened = new Set<string>();

  constructor(host: PorticoElement, send: DeskParts['send']) {
    this.#host = host;
    this.#send = send;
    this.#pickers = new InsteadPickers(host, send);
    this.#texts = new MessagesController(host, texts);
    this.#texts.hostUpdate();
  }

  /** The text of a rule that said no. */
  refusal(key: string): Shown {
    return this.#texts.ready ? (this.#texts.show as unknown as (key: string) => Shown)(key) : '';
  }

  /** The requests that were found, due first. */
  list(view: DecisionDeskView, href: string): TemplateResult | typeof nothing {
    const isOther = view.openId !== null && !view.rows.some(({ id }) => id === view.openId);
    if (!this.#texts.ready || (view.rows.length === 0 && !isOther)) return nothing;
    return html`${isOther ? this.#open(view, href) : nothing}
      <ol @keydown=${this.#moved}>
        ${repeat(
          view.rows,
          ({ id }) => id,
          (row) => this.#row(row, view, href),
        )}
      </ol>`;
  }

  #row(row: AuthorizationRow, view: DecisionDeskView, href: string): TemplateResult {
    const { show } = this.#texts;
    const { id, reference, memberName, dueAt, urgency, headline } = row;
    const isOpen = view.openId === id;
    const mark = markOf(row, view.readAt);
    return html`<li>
      <article class="entry ${isOpen ? 'open' : ''}" part="request" data-id=${id} aria-labelledby="row-${id}">
        <h3 id="row-${id}">
          <button
            type="button"
            data-open
            aria-expanded=${isOpen}
            aria-controls=${isOpen ? 'record' : nothing}
            @click=${() => this.#send(isOpen ? { type: 'record.closed' } : { type: 'record.opened', id })}
          >
            <bdi>${reference}</bdi> · <bdi>${memberName}</bdi>
          </button>
        </h3>
        <p class="facts">
          ${row.isUnread ? html`<span class="badge">${show('decision-desk.new')}</span>` : nothing}
          ${mark ? html`<span class="badge ${mark === 'soon' ? 'warning' : 'danger'}">${show(`decision-desk.late.${mark}`)}</span>` : nothing}
          ${urgency === 'expedited' ? html`<span class="badge warning">${show('authorization.urgency.expedited')}</span>` : nothing}
          ${dueAt === null ? nothing : html`<strong>${show('decision-desk.due', { when: dueAt })}</strong>`}
          <span>${show(`authorization.headline.${headline}`)}</span>
          <span>${show(`authorization.kind.${row.kind}`)}</span>
          <span>${show('decision-desk.provider', { name: row.providerName })}</span>
          <span>${show('decision-desk.sent', { when: row.submittedAt })}</span>
        </p>
        ${isOpen ? this.#open(view, href) : nothing}
      </article>
    </li>`;
  }

  /** The open record in its place; Escape closes it from anywhere inside. */
  #open(view: DecisionDeskView, href: string): TemplateResult {
    const { show } = this.#texts;
    if (view.opened === null)
      return view.record === 'loading'
        ? html`<p role="status">${show('decision-desk.opening')}</p>`
        : html`<span id="record-title"></span>`;
    const parts: DeskParts = {
      ...{ view, texts: this.#texts, send: this.#send, pickers: this.#pickers, opened: this.#openedOf(view.openId!) },
      money: createMoneyFormat(this.#texts.locale, this.#host.settings.formats),
      href: href === '' ? null : href.replace('{id}', encodeURIComponent(view.openId!)),
    };
    return html`<div
      class="record"
      id="record"
      part="record"
      @keydown=${(event: KeyboardEvent) => {
        // What was open inside took it for itself.
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        this.#send(view.isHeld ? { type: 'hold.undone' } : { type: 'record.closed' });
      }}
    >
      ${deskRecord(parts)} ${deskForm(parts)}
    </div>`;
  }

  #openedOf(id: string): DeskParts['opened'] {
    const keyOf = (sequence: number): string => `${id}/${sequence}`;
    return {
      has: (sequence) => this.#opened.has(keyOf(sequence)),
      toggle: (sequence) => {
        if (!this.#opened.delete(keyOf(sequence))) this.#opened.add(keyOf(sequence));
        this.#host.requestUpdate();
      },
    };
  }

  /** Arrow keys go from request to request. */
  #moved = (event: KeyboardEvent): void => {
    const target = event.target as HTMLElement;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !target.hasAttribute('data-open')) return;
    const buttons = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[data-open]')];
    const next = buttons[buttons.indexOf(target) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
}
