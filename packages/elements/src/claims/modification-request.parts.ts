import type { modificationMessages } from '@portico/core/claims/claim-detail';
import {
  MAX_MODIFICATION_TEXT,
  modificationSubjects,
  type modificationRequestMessages,
  type ModificationRequestEvent,
  type ModificationRequestView,
} from '@portico/core/claims/modification-request';
import type { ModificationSubject } from '@portico/core/claims';
import { html, nothing, type TemplateResult } from 'lit';
import { fieldLines } from '../controls/field-lines.parts.ts';
import { fieldSelect } from '../controls/field.parts.ts';
import type { MessagesController } from '../kit/messages-controller.ts';

/** Texts of a request. */
export type ModificationTexts = MessagesController<typeof modificationRequestMessages & typeof modificationMessages>;

/** The form: what is to be modified, and the words. Its buttons stay while it is sent, so that the focus does too. */
export function modificationForm(
  view: ModificationRequestView,
  { show, text }: ModificationTexts,
  send: (event: ModificationRequestEvent) => void,
): TemplateResult {
  const { form, isBusy } = view;
  return html`<form
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      if (!isBusy) send({ type: 'request.sent' });
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
    <div class="actions">
      <button type="submit" class="primary" aria-disabled=${isBusy}>${show(isBusy ? 'modification.sending' : 'modification.send')}</button>
      <button type="button" aria-disabled=${isBusy} @click=${() => send({ type: 'form.closed' })}>${show('modification.close')}</button>
      ${
        form.subject !== null || form.text !== ''
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
