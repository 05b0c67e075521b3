import type { Case, ModificationRequest } from '@portico/core/claims';
import { modificationMessages } from '@portico/core/claims/claim-detail';
import {
  modificationRequestMessages,
  type ModificationRequestEvent,
  type ModificationRequestView,
} from '@portico/core/claims/modification-request';
import type { Contact } from '@portico/core/directory';
import { documentMessages, fileSizeMessages } from '@portico/core/documents/note-panel';
import { html, nothing, type TemplateResult } from 'lit';
import { MessagesController } from '../kit/messages-controller.ts';
import type { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import type { Portal } from '../portal/portal.ts';
import type { modificationForm } from './modification-request.parts.ts';
import type { ModificationHost } from './modification-request.task.ts';
import { deadlineTexts, spanText } from './modification-time.ts';

const texts = {
  en: { ...documentMessages, ...fileSizeMessages, ...modificationRequestMessages, ...modificationMessages },
  ar: async () => {
    const [documents, sizes, own, names] = await Promise.all([
      import('@portico/core/documents/document.messages.ar'),
      import('@portico/core/documents/file-size.messages.ar'),
      import('@portico/core/claims/modification-request.messages.ar'),
      import('@portico/core/claims/modification.messages.ar'),
    ]);
    const files = { ...documents.documentMessagesAr, ...sizes.fileSizeMessagesAr };
    return { ...files, ...own.modificationRequestMessagesAr, ...names.modificationMessagesAr };
  },
};

/** What is shown of a modification on the page of a case (N11–N13): time left and form, or why not any more and whom to call. */
export class ClaimModification {
  readonly #host: PorticoElement & ModificationHost;
  readonly #texts: MessagesController<(typeof texts)['en']>;
  readonly #task: TaskController<ModificationRequestView, ModificationRequestEvent>;
  #shown: Case | null = null;
  /** Loaded when the form is opened for the first time. */
  #form: typeof modificationForm | null = null;
  /** Where the focus goes once what it was on is gone: the first of these that is there. */
  #next: readonly string[] | null = null;

  constructor(host: PorticoElement & ModificationHost) {
    this.#host = host;
    this.#texts = new MessagesController(host, texts);
    this.#texts.hostUpdate();
    this.#task = new TaskController(host, {
      load: async () => (await import('./modification-request.task.ts')).startModificationRequest,
      changed: (view, before) => this.#changed(view, before),
    });
  }

  /** The case as it was read last; null while none is shown. */
  follow(portal: Portal | undefined, record: Case | null): void {
    if (record === this.#shown) return;
    const isNew = this.#shown === null || record === null;
    this.#shown = record;
    if (isNew) this.#task.connect(record === null ? undefined : portal);
    else if (this.#task.view) this.#task.send({ type: 'case.shown', record });
  }

  show(): TemplateResult | typeof nothing {
    if (!this.#texts.ready) return nothing;
    const { show } = this.#texts;
    const { view, broken } = this.#task;
    if (view?.state === 'none') return nothing;
    return html`<section class="modification" part="modification" aria-labelledby="modification-title">
      <h3 id="modification-title" tabindex="-1">${show('modification.title')}</h3>
      <div role="status">${view ? this.#notice(view) : nothing}</div>
      ${
        broken
          ? html`<p class="notice danger">
              ${show('modification.failed.list')}
              <button type="button" @click=${() => this.#task.restart()}>${show('modification.retry')}</button>
            </p>`
          : view
            ? this.#inside(view)
            : html`<p>${show('modification.loading')}</p>`
      }
    </section>`;
  }

  #notice({ notice }: ModificationRequestView): TemplateResult | typeof nothing {
    if (!notice) return nothing;
    const kind = notice === 'modification.draftKept' ? '' : 'success';
    return html`<p class="notice ${kind}">${this.#texts.show(notice)}</p>`;
  }

  #inside(view: ModificationRequestView): TemplateResult {
    const { show } = this.#texts;
    const { state, error } = view;
    return html`
      ${view.waiting ? this.#waiting(view.waiting, view.isBusy) : nothing}
      ${view.answered && !view.waiting ? this.#answer(view.answered) : nothing}
      <div role="alert">
        ${
          error
            ? html`<div class="notice danger" id="modification-error" tabindex="-1">
                ${show(error)}
                ${
                  state === 'failed'
                    ? html`<button type="button" @click=${() => this.#task.send({ type: 'list.retried' })}>
                        ${show('modification.retry')}
                      </button>`
                    : nothing
                }
              </div>`
            : nothing
        }
      </div>
      ${state === 'loading' ? html`<p>${show('modification.loading')}</p>` : nothing} ${state === 'offered' ? this.#offer(view) : nothing}
      ${state === 'over' || state === 'cancelled' ? this.#tooLate(view) : nothing}
    `;
  }

  #offer(view: ModificationRequestView): TemplateResult {
    const { show } = this.#texts;
    if (view.isEditing && !this.#form) void this.#loadForm();
    return html`
      <p class="time-left">${this.#timeLeft(view)}</p>
      ${
        view.isEditing && this.#form
          ? this.#form(view, this.#texts, (event) => this.#send(event))
          : html`<div class="actions">
              <button type="button" id="modification-open" aria-disabled=${view.isBusy} @click=${() => this.#send({ type: 'form.opened' })}>
                ${show('modification.request')}
              </button>
            </div>`
      }
    `;
  }

  #timeLeft({ deadline, minutesLeft }: ModificationRequestView): unknown {
    const { show } = this.#texts;
    const { locale, settings } = this.#host;
    if (!deadline) return nothing;
    const end = deadlineTexts(deadline, locale, settings.formats);
    return minutesLeft < 2
      ? show('modification.leftNothing', { ...end })
      : show('modification.left', { span: spanText(minutesLeft, locale, settings.formats), ...end });
  }

  /** The control is gone: the reason and the helpdesk stand there, and what was written and never sent can still be copied. */
  #tooLate({ state, deadline, contacts, form }: ModificationRequestView): TemplateResult {
    const { show } = this.#texts;
    const { locale, settings } = this.#host;
    return html`
      <p>
        ${
          state === 'over' && deadline
            ? show('modification.over', { ...deadlineTexts(deadline, locale, settings.formats) })
            : show('modification.cancelled')
        }
      </p>
      ${
        form.text
          ? html`<p>${show('modification.unsent')}</p>
              <blockquote><p dir="auto">${form.text}</p></blockquote>`
          : nothing
      }
      ${contacts === null ? nothing : contacts.length === 0 ? html`<p>${show('modification.noContacts')}</p>` : this.#helpdesk(contacts)}
    `;
  }

  #helpdesk(contacts: readonly Contact[]): TemplateResult {
    const { show } = this.#texts;
    const countries = new Intl.DisplayNames(this.#host.locale, { type: 'region' });
    const ways = ({ channels }: Contact): readonly Contact['channels'][number][] =>
      channels.filter(({ purpose }) => purpose === 'helpdesk');
    return html`<h4>${show('modification.contacts')}</h4>
      <dl>
        ${contacts.map(
          (contact) =>
            html`<dt>${countries.of(contact.country)}</dt>
              <dd>
                ${ways(contact).map(
                  ({ kind, value }) =>
                    html`<div>
                      ${
                        kind === 'fax'
                          ? html`<bdi dir="ltr">${value}</bdi>`
                          : html`<a
                              href="${kind === 'phone' ? 'tel:' : 'mailto:'}${kind === 'phone' ? value.replace(/[^+\d]/g, '') : value}"
                              ><bdi dir="ltr">${value}</bdi></a
                            >`
                      }
                    </div>`,
                )}
                ${contact.hours === null ? nothing : html`<div class="small">${show('modification.hours', { hours: contact.hours })}</div>`}
              </dd>`,
        )}
      </dl>`;
  }

  #waiting({ requestedAt, requestedBy, asked }: ModificationRequest, isBusy: boolean): TemplateResult {
    const { show } = this.#texts;
    return html`<p>${show('modification.waiting', { when: requestedAt, who: requestedBy.displayName })}</p>
      ${this.#asked(asked)}
      <div class="actions">
        <button type="button" id="modification-withdraw" aria-disabled=${isBusy} @click=${() => this.#send({ type: 'request.withdrawn' })}>
          ${show('modification.withdraw')}
        </button>
      </div>`;
  }

  #asked({ subject, text, documentIds }: ModificationRequest['asked']): TemplateResult {
    const { show } = this.#texts;
    return html`<blockquote>
      <strong>${show(`modification.subject.${subject}`)}</strong>
      ${text ? html`<p dir="auto">${text}</p>` : nothing}
      ${documentIds.length === 0 ? nothing : html`<p class="small">${show('modification.documentsAsked', { n: documentIds.length })}</p>`}
    </blockquote>`;
  }

  #answer({ answer, asked }: ModificationRequest): TemplateResult | typeof nothing {
    if (!answer) return nothing;
    const { show, text } = this.#texts;
    return html`${this.#asked(asked)}
      <p class="notice ${answer.outcome === 'applied' ? 'success' : 'warning'}">
        ${show(`modification.${answer.outcome}`, { when: answer.at, reason: text(`modification.reason.${answer.reason}`) })}
        ${answer.text ? html`<span class="answer" dir="auto">${answer.text}</span>` : nothing}
      </p>`;
  }

  async #loadForm(): Promise<void> {
    const { modificationForm: form } = await import('./modification-request.parts.ts');
    this.#form = form;
    this.#host.requestUpdate();
    this.#settle();
  }

  #send(event: ModificationRequestEvent): void {
    const to: Partial<Record<ModificationRequestEvent['type'], readonly string[]>> = {
      'form.opened': ['#modification-subject'],
      'form.closed': ['#modification-open'],
      'form.discarded': ['#modification-undo'],
      'discard.undone': ['#modification-text'],
      'request.sent': ['.modification [aria-invalid="true"]', '#modification-error', '#modification-withdraw'],
      'request.withdrawn': ['#modification-error', '#modification-open', '#modification-title'],
    };
    this.#next = to[event.type] ?? this.#next;
    this.#task.send(event);
    this.#settle();
  }

  #changed(view: ModificationRequestView, before: ModificationRequestView | undefined): void {
    // The control is gone under the focus: it goes to the reason.
    if (before?.isEditing && (view.state === 'over' || view.state === 'cancelled')) this.#next = ['#modification-title'];
    this.#settle();
  }

  #settle(): void {
    void this.#host.updateComplete.then(() => {
      if (!this.#next || this.#task.view?.isBusy) return;
      const { renderRoot: root } = this.#host;
      const target = this.#next.map((selector) => root.querySelector<HTMLElement>(selector)).find((found) => found !== null);
      if (!target) return;
      this.#next = null;
      target.focus();
    });
  }
}
