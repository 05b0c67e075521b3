import type { modificationMessages } from '@portico/core/claims/claim-detail';
import {
  MAX_MODIFICATION_TEXT,
  modificationSubjects,
  type modificationRequestMessages,
  type ModificationRequestEvent,
  type ModificationRequestView,
} from '@portico/core/claims/modification-request';
import type { ModificationSubject } from '@portico/core/claims';
import type { FileDocument } from '@portico/core/documents';
import type { documentMessages, fileSizeMessages } from '@portico/core/documents/note-panel';
import { html, nothing, type TemplateResult } from 'lit';
import { fieldLines } from '../controls/field-lines.parts.ts';
import { fieldChoices, fieldSelect } from '../controls/field.parts.ts';
import { aboutDocument } from '../documents/document-words.ts';
import type { MessagesController } from '../kit/messages-controller.ts';

/** Texts of a request. */
export type ModificationTexts = MessagesController<
  typeof modificationRequestMessages & typeof modificationMessages & typeof documentMessages & typeof fileSizeMessages
>;

/** The form: what is to be modified, and the words. Its buttons stay while it is sent, so that the focus does too. */
export function modificationForm(
  view: ModificationRequestView,
  texts: ModificationTexts,
  send: (event: ModificationRequestEvent) => void,
): TemplateResult {
  const { form, isBusy } = view;
  const { show, text } = texts;
  return html`<form
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      if (!isBusy) send({ type: 'request.sent' });
    }}
    @keydown=${(event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // To a host it may mean the way back.
      event.stopPropagation();
      if (!isBusy) send({ type: 'form.closed' });
    }}
  >
    <p>${show('modification.intro')}</p>
    ${view.keepsText ? nothing : html`<p class="notice warning">${show('modification.notKept')}</p>`}
    ${fieldSelect({
      name: 'modification-subject',
      label: show('modification.subject'),
      value: form.subject ?? '',
      options: [
        { value: '', label: text('modification.choose') },
        ...modificationSubjects.map((subject) => ({ value: subject, label: text(`modification.subject.${subject}`) })),
      ],
      error: view.subjectError && show(view.subjectError),
      disabled: isBusy,
      chosen: (subject) => send({ type: 'form.changed', changes: { subject: (subject || null) as ModificationSubject | null } }),
    })}
    ${fieldLines({
      name: 'modification-text',
      label: show('modification.text'),
      hint: show('modification.textHint', { n: MAX_MODIFICATION_TEXT }),
      value: form.text,
      error:
        view.textError === 'modification.error.text-too-long'
          ? show(view.textError, { n: MAX_MODIFICATION_TEXT })
          : view.textError && show(view.textError),
      disabled: isBusy,
      typed: (value) => send({ type: 'form.changed', changes: { text: value } }),
    })}
    ${documentChoices(view, texts, send)}
    <div class="actions">
      <button type="submit" class="primary" aria-disabled=${isBusy}>${show(isBusy ? 'modification.sending' : 'modification.send')}</button>
      <button type="button" aria-disabled=${isBusy} @click=${() => send({ type: 'form.closed' })}>${show('modification.close')}</button>
      ${
        form.subject !== null || form.text !== '' || form.documentIds.length > 0
          ? html`<button type="button" class="quiet" aria-disabled=${isBusy} @click=${() => send({ type: 'form.discarded' })}>
              ${show('modification.discard')}
            </button>`
          : nothing
      }
    </div>
    <div role="status">
      ${
        view.canUndoDiscard
          ? html`<p class="notice">
              ${show('modification.discarded')}
              <button type="button" id="modification-undo" @click=${() => send({ type: 'discard.undone' })}>
                ${show('modification.undo')}
              </button>
            </p>`
          : nothing
      }
    </div>
  </form>`;
}

/** Documents of the case that say it, each by name, what it is, and when it was posted (N13). */
function documentChoices(
  { documents, documentsState, form, isBusy }: ModificationRequestView,
  texts: ModificationTexts,
  send: (event: ModificationRequestEvent) => void,
): TemplateResult | typeof nothing {
  const { show } = texts;
  if (documentsState === 'none') return nothing;
  if (documentsState === 'failed')
    return html`<p class="notice warning">
      ${show('modification.documentsFailed')}
      <button type="button" @click=${() => send({ type: 'documents.retried' })}>${show('modification.retry')}</button>
    </p>`;
  if (documents.length === 0)
    return html`<p class="small">
      ${show(documentsState === 'loading' ? 'modification.documentsLoading' : 'modification.documentsNone')}
    </p>`;
  return fieldChoices({
    ...{ name: 'modification-documents', legend: show('modification.documents'), type: 'checkbox', disabled: isBusy },
    options: documents.map((document) => ({
      ...{ value: document.id, checked: form.documentIds.includes(document.id) },
      label: documentLabel(document, texts),
    })),
    chosen: (id, isChosen) => {
      const others = form.documentIds.filter((one) => one !== id);
      send({ type: 'form.changed', changes: { documentIds: isChosen ? [...others, id] : others } });
    },
  });
}

const documentLabel = (document: FileDocument, texts: ModificationTexts): TemplateResult =>
  html`<bdi>${document.name}</bdi>
    <span class="small">
      ${aboutDocument(document, texts, [])} · ${texts.show('modification.posted', { at: document.postedAt, who: document.postedBy })}
    </span>`;
