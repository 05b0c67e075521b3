import { authorizationMessages } from '@portico/core/authorizations';
import {
  authorizationDetailMessages,
  type AuthorizationDetailEvent,
  type AuthorizationDetailView,
} from '@portico/core/authorizations/authorization-detail';
import { caseMessages, type Case } from '@portico/core/claims';
import { html, nothing, type TemplateResult } from 'lit';
import type { ClaimModification } from '../claims/claim-modification.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import type { PorticoElement } from '../kit/portico-element.ts';
import type { TaskController } from '../kit/task-controller.ts';
import { alert, extendForm, finalDialog, updateForm, type FormParts } from './authorization-acts.parts.ts';
import {
  clinicalSections,
  headline,
  historySection,
  itemsSection,
  numbersSection,
  peopleSection,
  question,
  statusSection,
  voidingNotice,
  type DetailParts,
} from './authorization-detail.parts.ts';
import { createFormPrinting, type FormPrinting } from './form-printing.ts';
import type { AuthorizationDetailHost } from './authorization-detail.task.ts';
import type { createServicePicker } from './added-service.ts';
import type { InformationAnswer } from './information-answer.ts';

const texts = {
  en: { ...authorizationDetailMessages, ...authorizationMessages, ...caseMessages },
  ar: async () => {
    const [own, names, common] = await Promise.all([
      import('@portico/core/authorizations/authorization-detail.messages.ar'),
      import('@portico/core/authorizations/authorization.messages.ar'),
      import('@portico/core/claims/case.messages.ar'),
    ]);
    return { ...own.authorizationDetailMessagesAr, ...names.authorizationMessagesAr, ...common.caseMessagesAr };
  },
};

type Host = PorticoElement & AuthorizationDetailHost & { readonly modifiable: Case | null };
type Task = TaskController<AuthorizationDetailView, AuthorizationDetailEvent>;
type Opened = DetailParts['view'];

/** The page of one authorization; comes with its task. */
export interface DetailPage {
  readonly show: (view: AuthorizationDetailView) => TemplateResult | typeof nothing;
  /** Before an update: what is written elsewhere on the page follows the record. */
  readonly follow: () => void;
  /** After one: a dialog is opened, and the focus goes where it should. */
  readonly settle: () => void;
  readonly changed: (view: AuthorizationDetailView, before: AuthorizationDetailView | undefined) => void;
}

/** Makes the page of an element, which its task drives. */
export function createDetailPage(host: Host, task: Task): DetailPage {
  return new Page(host, task);
}

class Page implements DetailPage {
  /** Where the focus goes once what it was on is gone: the first of these that is there. */
  #next: readonly string[] | null = null;
  #tries = 0;
  #answer: InformationAnswer | null | undefined;
  #modification: ClaimModification | null | undefined;
  #picker: ReturnType<typeof createServicePicker> | null | undefined;
  readonly #printing: FormPrinting;
  readonly #host: Host;
  readonly #task: Task;
  readonly #messages: MessagesController<(typeof texts)['en']>;

  constructor(host: Host, task: Task) {
    this.#host = host;
    this.#task = task;
    this.#messages = new MessagesController(host, texts);
    this.#messages.hostUpdate();
    this.#printing = createFormPrinting(host);
  }

  show(view: AuthorizationDetailView): TemplateResult | typeof nothing {
    if (!this.#messages.ready) return nothing;
    const { show } = this.#messages;
    const { detail } = view;
    if (!detail)
      return view.error
        ? html`<div class="notice danger" role="alert" tabindex="-1">
            ${(show as (key: string) => unknown)(view.error)} ${view.state === 'notFound' ? nothing : this.#refresh('retry')}
          </div>`
        : html`<p role="status">${show(view.isBusy ? 'authorization-detail.loading' : 'authorization-detail.idle')}</p>`;
    const { locale, settings } = this.#host;
    return this.#article({ view: { ...view, detail }, texts: this.#messages, locale, formats: settings.formats });
  }

  #article(parts: DetailParts): TemplateResult {
    const { view } = parts;
    const { record, hidden } = view.detail;
    const { show, text } = this.#messages;
    const reference = record.numbers[0]?.value ?? record.id;
    return html`
      <article part="article" aria-busy=${view.isBusy} aria-labelledby="title" @keydown=${this.#pressed}>
        <div class="head">
          <h2 id="title" tabindex="-1">
            ${show('authorization-detail.title', { kind: text(`authorization.kind.${record.kind}`), reference })}
          </h2>
          <span role="status">${headline(parts)}</span>
          <div class="actions">
            ${this.#printing.button(view.detail.formId ?? null, show('authorization-detail.print'))}${this.#refresh('refresh')}
          </div>
        </div>
        <div>
          <div role="status">${this.#said(view)}</div>
          ${view.form === null || view.form.act === 'answer-information' ? alert(view, this.#messages) : nothing}
        </div>
        ${hidden.length > 0 ? html`<p class="notice">${show('authorization-detail.hidden')}</p>` : nothing} ${voidingNotice(parts)}
        ${this.#questions(parts)} ${this.#acts(parts)} ${itemsSection(parts)}
        <div class="sections">
          <div class="sections">${statusSection(parts)} ${numbersSection(parts)}</div>
          ${peopleSection(parts)}
        </div>
        ${this.#modificationSection(view)}
        <div class="sections">${clinicalSections(parts)} ${historySection(parts)}</div>
        ${view.form?.act === 'void' || view.form?.act === 'cancel' ? finalDialog(this.#form(parts)) : nothing}
      </article>
    `;
  }

  #refresh(key: 'refresh' | 'retry'): TemplateResult {
    const isBusy = this.#task.view?.isBusy ?? false;
    return html`<button type="button" aria-disabled=${isBusy} @click=${() => this.#task.send({ type: 'authorization.refreshed' })}>
      ${this.#messages.show(`authorization-detail.${key}`)}
    </button>`;
  }

  #said(view: AuthorizationDetailView): unknown {
    const { show } = this.#messages;
    return html`${view.notice ? html`<p class="notice ${view.notice === 'authorization-detail.kept' ? '' : 'success'}">${show(view.notice)}</p>` : nothing}
    ${this.#printing.isFailed ? html`<p class="notice danger">${show('authorization-detail.error.unsent')}</p>` : nothing}
    ${
      view.canUndo
        ? html`<p class="notice">
            ${show('authorization-detail.putAway')}
            <button type="button" id="undo" @click=${() => this.#send({ type: 'form.undone' })}>
              ${show('authorization-detail.undo')}
            </button>
          </p>`
        : nothing
    }
    ${
      view.unsent
        ? html`<div class="notice">
            ${show('authorization-detail.unsent')}
            <blockquote><p dir="auto">${view.unsent}</p></blockquote>
          </div>`
        : nothing
    }`;
  }

  #questions(parts: DetailParts): TemplateResult | typeof nothing {
    const { view } = parts;
    const { informationRequests } = view.detail.record;
    if (informationRequests.length === 0) return nothing;
    const { show, text } = this.#messages;
    const isOffered = view.acts.includes('answer-information');
    const acts = (id: string, isOpen: boolean): unknown => {
      if (view.form?.act === 'answer-information' && view.form.requestId === id) return this.#answerForm(view);
      if (!isOpen || !isOffered) return nothing;
      return html`<div class="actions">
        <button
          type="button"
          data-answer=${id}
          aria-describedby="asked-${id}"
          aria-disabled=${view.isSending}
          @click=${() => this.#send({ type: 'form.opened', act: 'answer-information', requestId: id })}
        >
          ${show('authorization-detail.act.answer-information')}
        </button>
      </div>`;
    };
    return html`<section class="questions" aria-label=${text('authorization-detail.asked')}>
      <h3>${show('authorization-detail.asked')}</h3>
      ${informationRequests.map((one) => question(one, parts, acts(one.id, one.state === 'open' || one.state === 'partial')))}
    </section>`;
  }

  #answerForm({ form, isAsked }: AuthorizationDetailView): TemplateResult | typeof nothing {
    return (
      this.#answer?.show({
        ...{ texts: this.#messages, isLast: form!.isLast, isAsked },
        lastChanged: (isLast) => this.#task.send({ type: 'form.changed', changes: { isLast } }),
        closed: () => this.#send({ type: 'form.closed' }),
      }) ?? html`<p role="status">${this.#messages.show('authorization-detail.loading')}</p>`
    );
  }

  /** What the chart offers now, and the form of what was begun. */
  #acts(parts: DetailParts): TemplateResult | typeof nothing {
    const { view } = parts;
    const acts = view.acts.filter((act) => act !== 'answer-information');
    const { show, text } = this.#messages;
    const form = view.form?.act === 'extend' ? extendForm : view.form?.act === 'update' ? updateForm : null;
    if (acts.length === 0 && form === null) return nothing;
    return html`<section class="acts" aria-label=${text('authorization-detail.acts')}>
      <div class="actions">
        ${acts.map(
          (act) =>
            html`<button
              type="button"
              id="act-${act}"
              data-act=${act}
              aria-expanded=${act === 'extend' || act === 'update' ? view.form?.act === act : nothing}
              aria-haspopup=${act === 'void' || act === 'cancel' ? 'dialog' : nothing}
              aria-disabled=${view.isSending}
              @click=${() => !view.isSending && this.#send({ type: 'form.opened', act })}
            >
              ${show(`authorization-detail.act.${act}`)}
            </button>`,
        )}
      </div>
      ${form?.(this.#form(parts)) ?? nothing}
    </section>`;
  }

  #form(parts: DetailParts): FormParts {
    const view = parts.view as Opened & FormParts['view'];
    return {
      ...parts,
      view,
      tries: this.#tries,
      send: (event) => this.#send(event),
      picker: view.form.act === 'update' ? this.#addService(view) : nothing,
    };
  }

  /** Where the backend has a list of services. */
  #addService({ isSending }: AuthorizationDetailView): TemplateResult | typeof nothing {
    if (!this.#host.connectedPortal?.backend.directory?.codes) return nothing;
    if (this.#picker === undefined) void this.#loadPicker();
    return this.#picker?.(this.#messages.show('authorization-detail.addService'), isSending) ?? nothing;
  }

  async #loadPicker(): Promise<void> {
    this.#picker = null;
    const { createServicePicker: create } = await import('./added-service.ts');
    this.#picker = create(this.#host, (service) => this.#task.send({ type: 'item.added', service }));
    this.#host.requestUpdate();
  }

  /** Where the payer offers modifications of its case and this person may ask for one. */
  #modificationSection({ found }: AuthorizationDetailView): TemplateResult | typeof nothing {
    const portal = this.#host.connectedPortal;
    if (!portal?.backend.claims || found === null || found.deadlines.modification === null) return nothing;
    const { modificationRequests, requestModification, withdrawModification } = portal.backend.claims;
    const scope = { providerId: found.provider.id, payerId: found.payer.id };
    if (!modificationRequests || !requestModification || !withdrawModification) return nothing;
    if (!portal.can('claims.request-modification', scope).allow) return nothing;
    if (this.#modification === undefined) void this.#loadModification();
    return this.#modification?.show() ?? nothing;
  }

  async #loadModification(): Promise<void> {
    this.#modification = null;
    const { ClaimModification: Section } = await import('../claims/claim-modification.ts');
    this.#modification = new Section(this.#host);
    this.#host.requestUpdate();
  }

  async #loadAnswer(): Promise<void> {
    this.#answer = null;
    const { createInformationAnswer } = await import('./information-answer.ts');
    this.#answer = createInformationAnswer(
      this.#host,
      () => this.#task.view?.form?.isLast ?? true,
      (requestId, refusal) => {
        this.#next = refusal === null ? ['#title'] : ['#error'];
        this.#task.send({ type: 'answer.posted', requestId, refusal });
      },
    );
    this.#host.requestUpdate();
  }

  follow(): void {
    const { view } = this.#task;
    this.#modification?.follow(this.#host.connectedPortal, this.#host.modifiable);
    const form = view?.form;
    const isAnswering = form?.act === 'answer-information' && form.requestId !== null && view?.detail;
    if (isAnswering && this.#answer === undefined) void this.#loadAnswer();
    this.#answer?.follow(isAnswering ? { id: view.detail!.record.id, requestId: form.requestId! } : null);
  }

  changed(view: AuthorizationDetailView, before: AuthorizationDetailView | undefined): void {
    const wasSent = before?.isSending && !view.isSending;
    if (wasSent) this.#next = view.field ? ['[aria-invalid="true"]'] : view.error ? ['#error'] : ['#title'];
  }

  /** Escape puts away the form it is pressed in, and leads no further: to a host it may mean the way back. */
  #pressed = (event: KeyboardEvent): void => {
    const form = event.target instanceof Element ? event.target.closest('form, .answer-form') : null;
    if (event.key !== 'Escape' || event.defaultPrevented || !form) return;
    event.stopPropagation();
    // A note that is about to leave is taken back; else the last button of a form closes it, and what was typed is kept.
    const way = form.querySelector<HTMLElement>('.undo') ?? form.querySelector<HTMLElement>(':scope > .actions > button:last-of-type');
    way?.click();
  };

  #send(event: AuthorizationDetailEvent): void {
    const form = this.#task.view?.form;
    if (event.type === 'form.opened')
      this.#next = event.act === 'update' ? ['.item input'] : [event.act === 'answer-information' ? '#text' : '#until', '#final .primary'];
    if (event.type === 'form.opened' && event.act === 'void') this.#next = ['#reason'];
    if (event.type === 'form.undone') this.#next = ['#words', '#until', '.item input', '#title'];
    if (event.type === 'form.closed')
      this.#next = form?.requestId ? [`[data-answer="${CSS.escape(form.requestId)}"]`] : [`#act-${form?.act}`, '#title'];
    if (event.type === 'form.sent') this.#tries += 1;
    if (event.type === 'form.sent') this.#next = ['[aria-invalid="true"]', '#error'];
    this.#task.send(event);
    this.#host.requestUpdate();
  }

  settle(): void {
    const { renderRoot: root } = this.#host;
    const dialog = root.querySelector<HTMLDialogElement>('#final');
    if (dialog && !dialog.open) dialog.showModal();
    if (!this.#next || this.#task.view?.isSending) return;
    const target = this.#next.map((selector) => root.querySelector<HTMLElement>(selector)).find((found) => found !== null);
    if (!target) return;
    this.#next = null;
    target.focus();
  }
}
