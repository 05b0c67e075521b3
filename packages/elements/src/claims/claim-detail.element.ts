import { caseMessages, type Case, type CaseDetail } from '@portico/core/claims';
import { claimDetailMessages, modificationMessages, type ClaimDetailEvent, type ClaimDetailView } from '@portico/core/claims/claim-detail';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { choices } from '../controls/choices.styles.ts';
import { fields } from '../controls/field.styles.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from '../portal/portal.ts';
import {
  amountsSection,
  clinicalSections,
  decisionBadge,
  historySection,
  itemsSection,
  numbersSection,
  peopleSection,
  statusSection,
  type DetailParts,
} from './claim-detail.parts.ts';
import type { ClaimModification } from './claim-modification.ts';
import { claimDetailStyles } from './claim-detail.styles.ts';
import type { ModificationHost } from './modification-request.task.ts';

const texts = {
  en: { ...claimDetailMessages, ...caseMessages, ...modificationMessages },
  ar: async () => {
    const [detail, common, modification] = await Promise.all([
      import('@portico/core/claims/claim-detail.messages.ar'),
      import('@portico/core/claims/case.messages.ar'),
      import('@portico/core/claims/modification.messages.ar'),
    ]);
    return { ...detail.claimDetailMessagesAr, ...common.caseMessagesAr, ...modification.modificationMessagesAr };
  },
};

/**
 * One claim or authorization to read: where it stands on each axis, who, what, how much, and what happened.
 *
 * @summary Shows one claim or authorization.
 * @attr {string} claim-id - The case to show; empty shows none.
 * @event {CustomEvent<{ id: string }>} claim-shown - The case is on the page: `{ id }`.
 * @csspart article - The case.
 * @csspart modification - The request for a modification.
 */
export class ClaimDetailElement extends PorticoElement implements ModificationHost {
  static override properties = { ...PorticoElement.properties, claimId: { attribute: 'claim-id' } };
  static override styles = [tokens, fields, choices, claimDetailStyles];

  declare claimId: string;

  #wantsFocus = false;
  /** Loaded with the first case that has a window; `null` while it is on its way. */
  #modification: ClaimModification | null | undefined;
  readonly #messages = new MessagesController(this, texts);
  readonly #task = new TaskController<ClaimDetailView, ClaimDetailEvent>(this, {
    load: async () => (await import('./claim-detail.task.ts')).startClaimDetail,
    changed: (view, before) => this.#changed(view, before),
  });

  constructor() {
    super();
    this.claimId = '';
  }

  /** Focuses the heading of the case, or what is said instead of it, now or as soon as it is there. */
  override focus(): void {
    this.#wantsFocus = true;
    this.#settleFocus();
  }

  protected override connected(portal: Portal | undefined): void {
    this.#task.connect(portal?.backend.claims ? portal : undefined);
  }

  /** The case of which a modification may be asked for, if one is shown. @internal */
  get modifiable(): Case | null {
    return this.#task.view?.detail?.record ?? null;
  }

  /** Where the payer offers modifications and this person may ask for one: time and form, or why not any more. */
  #modificationSection({ row, record }: CaseDetail): TemplateResult | typeof nothing {
    const { backend, can } = this.connectedPortal!;
    const { modificationRequests, requestModification, withdrawModification } = backend.claims!;
    const canModify = !!modificationRequests && !!requestModification && !!withdrawModification;
    if (record.deadlines.modification === null || !canModify || !can('claims.request-modification', row).allow) return nothing;
    if (this.#modification === undefined) void this.#loadModification();
    return this.#modification?.show() ?? nothing;
  }

  async #loadModification(): Promise<void> {
    this.#modification = null;
    const { ClaimModification: Section } = await import('./claim-modification.ts');
    this.#modification = new Section(this);
    this.requestUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // A task that has not begun yet asks for the case itself.
    if (changed.has('claimId') && this.#task.view) this.#task.send({ type: 'case.opened', id: this.claimId || null });
    this.#modification?.follow(this.connectedPortal, this.modifiable);
  }

  protected override updated(): void {
    this.#settleFocus();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#messages.ready) return nothing;
    const { view } = this.#task;
    const { show, text } = this.#messages;
    const { broken, isOpen } = this.#task;
    if (broken || !view)
      return this.placeholder(
        broken ? () => this.#task.restart() : undefined,
        this.connectedPortal?.backend.claims ? (isOpen ? 'task' : 'session') : 'nothing',
      );
    const { detail } = view;
    const notice = view.notice
      ? html`<div class="notice ${view.state === 'ready' ? 'warning' : 'danger'}" role="alert" tabindex="-1">
          ${show(view.notice)}
          ${
            view.state === 'notFound' ? nothing : html`<button type="button" @click=${this.#refresh}>${show('claim-detail.retry')}</button>`
          }
        </div>`
      : nothing;
    if (!detail)
      return html`${notice}${view.notice ? nothing : html`<p role="status">${show(view.isBusy ? 'claim-detail.loading' : 'claim-detail.idle')}</p>`}`;
    const parts: DetailParts = { view: { ...view, detail }, texts: this.#messages, locale: this.locale, formats: this.settings.formats };
    return html`
      <article part="article" aria-busy=${view.isBusy} aria-labelledby="title">
        <div class="head">
          <h2 id="title" tabindex="-1">
            ${show('claim-detail.title', { kind: text(`case.kind.${detail.row.kind}`), reference: detail.row.reference })}
          </h2>
          ${decisionBadge(parts)}
          <div class="actions">
            <button type="button" aria-disabled=${view.isBusy} @click=${this.#refresh}>${show('claim-detail.refresh')}</button>
          </div>
        </div>
        ${notice} ${detail.hidden.length > 0 ? html`<p class="notice">${show('claim-detail.hidden')}</p>` : nothing}
        <div class="sections">
          <div class="sections">${statusSection(parts)} ${numbersSection(parts)}</div>
          ${peopleSection(parts)} ${amountsSection(parts)}
        </div>
        ${this.#modificationSection(detail)} ${itemsSection(parts)}
        <div class="sections">${clinicalSections(parts)} ${historySection(parts)}</div>
      </article>
    `;
  }

  #refresh = (): void => this.#task.send({ type: 'case.refreshed' });

  #settleFocus(): void {
    const target = this.#wantsFocus && this.renderRoot.querySelector<HTMLElement>('h2, .notice[tabindex]');
    if (!target) return;
    this.#wantsFocus = false;
    target.focus();
  }

  #changed(view: ClaimDetailView, before: ClaimDetailView | undefined): void {
    if (view.detail && view.detail.row.id !== before?.detail?.row.id) this.emit('claim-shown', { id: view.detail.row.id });
  }
}
