import type { InformationEntry, InformationRequest } from '@portico/core/authorizations';
import {
  infoRequestInboxMessages,
  isLate,
  type InfoRequestInboxEvent,
  type InfoRequestInboxView,
} from '@portico/core/authorizations/info-request-inbox';
import type { FormatOptions, Instant } from '@portico/core/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { deadlineTexts } from '../claims/modification-time.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import type { PorticoElement } from '../kit/portico-element.ts';

const texts = {
  en: infoRequestInboxMessages,
  ar: async () => (await import('@portico/core/authorizations/info-request-inbox.messages.ar')).infoRequestInboxMessagesAr,
};

type InboxTexts = MessagesController<typeof infoRequestInboxMessages>;

/** What is shown of the list; comes with its task. */
export type InboxPage = (view: InfoRequestInboxView) => TemplateResult | typeof nothing;

/** What can be done at the list. */
export interface InboxActs {
  readonly send: (event: InfoRequestInboxEvent) => void;
  readonly open: (id: string) => void;
}

/** Makes the page of an element. */
export function createInboxPage(host: PorticoElement & { readonly authorizationHref: string }, { send, open }: InboxActs): InboxPage {
  const messages: InboxTexts = new MessagesController(host, texts);
  messages.hostUpdate();
  return (view) => {
    if (!messages.ready) return nothing;
    const { show } = messages;
    const button = (type: InfoRequestInboxEvent['type'], label: unknown): TemplateResult =>
      html`<button type="button" aria-disabled=${view.isBusy} @click=${() => !view.isBusy && send({ type })}>${label}</button>`;
    return html`<section part="section" aria-labelledby="title" aria-busy=${view.isBusy}>
      <div class="head">
        <h2 id="title" tabindex="-1">${show('info-request-inbox.title')}</h2>
        <div class="actions">${button('inbox.refreshed', show('info-request-inbox.refresh'))}</div>
      </div>
      <div role="status">${status(view, messages)}</div>
      <div role="alert">
        ${
          view.error
            ? html`<div class="notice danger">
                ${show(view.error)}
                ${view.error === 'info-request-inbox.failed.denied' ? nothing : button('inbox.refreshed', show('info-request-inbox.retry'))}
              </div>`
            : nothing
        }
      </div>
      ${
        view.entries.length === 0
          ? nothing
          : html`<ul>
              ${repeat(
                view.entries,
                ({ row }) => row.id,
                (entry) => one(entry, { at: view.at, texts: messages, formats: host.settings.formats, href: host.authorizationHref, open }),
              )}
            </ul>`
      }
      ${view.hasMore ? html`<div class="actions">${button('more.requested', show('info-request-inbox.more'))}</div>` : nothing}
    </section>`;
  };
}

function status({ state, total, entries, overdue, error }: InfoRequestInboxView, { show }: InboxTexts): TemplateResult | typeof nothing {
  if (state === 'loading') return html`<p>${show('info-request-inbox.loading')}</p>`;
  if (state === 'empty') return html`<p class="notice">${show('info-request-inbox.empty')}</p>`;
  if (error && entries.length === 0) return nothing;
  const n = total.kind === 'unknown' ? entries.length : total.n;
  return html`<p class="count">
    ${show('info-request-inbox.count', { n })}.
    ${overdue > 0 ? html`<strong>${show('info-request-inbox.overdue', { n: overdue })}.</strong>` : nothing}
  </p>`;
}

interface EntryParts {
  readonly at: Instant;
  readonly texts: InboxTexts;
  readonly formats: FormatOptions | undefined;
  readonly href: string;
  readonly open: (id: string) => void;
}

function one(entry: InformationEntry, { at, texts: own, formats, href, open }: EntryParts): TemplateResult {
  const { show, text } = own;
  const { row, requests, zone } = entry;
  const { id, reference, memberName, payerName } = row;
  const name = html`<bdi>${reference}</bdi>`;
  const question = ({ text: words, items, dueAt, askedBy, askedAt, state }: InformationRequest): TemplateResult => {
    const late = dueAt !== null && at >= dueAt;
    return html`<blockquote>
      <p class="facts small">
        <span>${show('info-request-inbox.askedBy', { who: askedBy, when: askedAt })}</span>
        ${items.length === 0 ? nothing : html`<span>${show('info-request-inbox.items', { n: items.length, items: items.join(', ') })}</span>`}
        ${state === 'partial' ? html`<span class="badge">${show('info-request-inbox.partial')}</span>` : nothing}
      </p>
      <p class="words" dir="auto">${words || show('info-request-inbox.notShown')}</p>
      <p class=${late ? 'late' : ''}>
        ${
          dueAt === null
            ? show('info-request-inbox.undated')
            : show(late ? 'info-request-inbox.late' : 'info-request-inbox.due', { ...deadlineTexts({ dueAt, zone }, own.locale, formats) })
        }
      </p>
    </blockquote>`;
  };
  return html`<li>
    <article class="entry ${isLate(entry, at) ? 'overdue' : ''}" part="entry" data-id=${id} aria-labelledby="entry-${id}">
      <h3 id="entry-${id}">${href ? html`<a href=${href.replace('{id}', encodeURIComponent(id))}>${name}</a>` : name}</h3>
      <p class="facts">
        <span>${show('info-request-inbox.payer', { name: payerName })}</span>
        ${memberName === '' ? nothing : html`<span>${show('info-request-inbox.member', { name: memberName })}</span>`}
      </p>
      ${requests.map(question)}
      <div class="actions">
        <button type="button" aria-label=${text('info-request-inbox.openThis', { reference })} @click=${() => open(id)}>
          ${show('info-request-inbox.open')}
        </button>
      </div>
    </article>
  </li>`;
}
