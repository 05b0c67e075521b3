import type { caseMessages, ModificationEntry, ModificationReason } from '@portico/core/claims';
import {
  MAX_MODIFICATION_TEXT,
  type modificationMessages,
  type modificationQueueMessages,
  type ModificationQueueEvent,
  type ModificationQueueView,
} from '@portico/core/claims/modification-queue';
import { html, nothing, type TemplateResult } from 'lit';
import { fieldLines } from '../controls/field-lines.parts.ts';
import { fieldSelect } from '../controls/field.parts.ts';
import type { MessagesController } from '../kit/messages-controller.ts';

/** Texts of the queue. */
export type QueueTexts = MessagesController<typeof modificationQueueMessages & typeof modificationMessages & typeof caseMessages>;

/** What a request is shown with. */
export interface EntryParts {
  readonly view: ModificationQueueView;
  readonly texts: QueueTexts;
  /** Where the case can be opened; null: nowhere. */
  readonly href: string | null;
  readonly send: (event: ModificationQueueEvent) => void;
}

/** One request: which case, who asks since when, what for, and the two answers. */
export function queueEntry({ request, row }: ModificationEntry, { view, texts, href, send }: EntryParts): TemplateResult {
  const { show, text } = texts;
  const { id, asked, requestedAt, requestedBy } = request;
  const { reference } = row;
  const isAnswering = view.form?.id === id;
  const name = show('modification-queue.case', { kind: text(`case.kind.${row.kind}`), reference });
  const open = (outcome: 'applied' | 'refused'): TemplateResult =>
    html`<button
      type="button"
      data-open=${outcome}
      aria-expanded=${isAnswering && view.form?.outcome === outcome}
      aria-disabled=${view.isSending}
      aria-label=${text(outcome === 'applied' ? 'modification-queue.applyThis' : 'modification-queue.refuseThis', { reference })}
      @click=${() => !view.isSending && send({ type: 'answer.opened', id, outcome })}
    >
      ${show(outcome === 'applied' ? 'modification-queue.apply' : 'modification-queue.refuse')}
    </button>`;
  return html`<li>
    <article class="entry" part="request" data-id=${id} aria-labelledby="case-${id}">
      <h3 id="case-${id}" tabindex="-1">${href === null ? name : html`<a href=${href}>${name}</a>`}</h3>
      <p class="facts">
        <span>${show('modification-queue.since', { when: requestedAt, who: requestedBy.displayName })}</span>
        <span>${show('modification-queue.member', { name: row.memberName })}</span>
        <span>${show('modification-queue.provider', { name: row.providerName })}</span>
        ${
          asked.documentIds.length === 0
            ? nothing
            : html`<span>${show('modification-queue.documents', { n: asked.documentIds.length })}</span>`
        }
      </p>
      <blockquote>
        <strong>${show(`modification.subject.${asked.subject}`)}</strong>
        ${asked.text ? html`<p dir="auto">${asked.text}</p>` : nothing}
      </blockquote>
      <div class="actions">${open('applied')} ${open('refused')}</div>
      ${isAnswering ? answerForm(view, texts, send) : nothing}
    </article>
  </li>`;
}

function answerForm(view: ModificationQueueView, { show, text }: QueueTexts, send: EntryParts['send']): TemplateResult {
  const { isSending, reasons } = view;
  const form = view.form!;
  const isApplied = form.outcome === 'applied';
  return html`<form
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      if (!isSending) send({ type: 'answer.sent' });
    }}
  >
    ${view.keepsText ? nothing : html`<p class="notice warning">${show('modification-queue.notKept')}</p>`}
    ${fieldSelect({
      name: 'answer-reason',
      label: show('modification-queue.reason'),
      value: form.reason ?? '',
      options: [
        ...(form.reason === null ? [{ value: '', label: text('modification-queue.choose') }] : []),
        ...reasons.map((reason) => ({ value: reason, label: text(`modification.reason.${reason}`) })),
      ],
      error: view.reasonError && show(view.reasonError),
      disabled: isSending,
      chosen: (reason) => send({ type: 'answer.changed', changes: { reason: (reason || null) as ModificationReason | null } }),
    })}
    ${fieldLines({
      name: 'answer-text',
      label: show('modification-queue.text'),
      hint: show('modification-queue.textHint', { n: MAX_MODIFICATION_TEXT }),
      rows: 3,
      value: form.text,
      error:
        view.textError === 'modification-queue.error.text-too-long'
          ? show(view.textError, { n: MAX_MODIFICATION_TEXT })
          : view.textError && show(view.textError),
      disabled: isSending,
      typed: (value) => send({ type: 'answer.changed', changes: { text: value } }),
    })}
    <div class="actions">
      <button type="submit" class="primary" aria-disabled=${isSending}>
        ${show(isSending ? 'modification-queue.sending' : isApplied ? 'modification-queue.sendApplied' : 'modification-queue.sendRefused')}
      </button>
      <button type="button" aria-disabled=${isSending} @click=${() => !isSending && send({ type: 'answer.closed' })}>
        ${show('modification-queue.close')}
      </button>
    </div>
  </form>`;
}
