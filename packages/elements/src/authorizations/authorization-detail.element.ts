import type { Case } from '@portico/core/claims';
import type {
  AuthorizationDetailEvent,
  AuthorizationDetailView,
  AuthorizationDone,
} from '@portico/core/authorizations/authorization-detail';
import { nothing, type PropertyValues, type TemplateResult } from 'lit';
import { combobox } from '../controls/combobox.styles.ts';
import { dialog } from '../controls/dialog.styles.ts';
import { fields } from '../controls/field.styles.ts';
import { attachmentsStyles } from '../documents/attachments.styles.ts';
import { claimDetailStyles } from '../claims/claim-detail.styles.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from '../portal/portal.ts';
import type { DetailPage } from './authorization-detail.page.ts';
import { authorizationDetailStyles } from './authorization-detail.styles.ts';
import type { AuthorizationDetailHost } from './authorization-detail.task.ts';

const events = {
  void: 'authorization-voided',
  cancel: 'authorization-cancelled',
  extend: 'authorization-extended',
  update: 'authorization-updated',
} as const;

/**
 * One authorization: what was requested against what is authorized, where it stands on each axis, what the payer asks for, and what can be
 * done now: answer, ask for more time, change items, take it back, void it with a reason, print its form, ask for a modification.
 *
 * @summary Shows one authorization and does what it offers now.
 * @attr {string} authorization-id - The authorization to show; empty shows none.
 * @event {CustomEvent<{ id: string }>} authorization-shown - It is on the page: `{ id }`.
 * @event {CustomEvent<{ id: string }>} authorization-voided - It was voided and is not used for good: `{ id }`.
 * @event {CustomEvent<{ id: string }>} authorization-cancelled - The request was taken back: `{ id }`.
 * @event {CustomEvent<{ id: string }>} authorization-extended - More time was asked for: `{ id }`.
 * @event {CustomEvent<{ id: string }>} authorization-updated - Items were changed: `{ id }`.
 * @event {CustomEvent<{ id: string, requestId: string }>} information-answered - A question of the payer was answered: `{ id, requestId }`.
 * @csspart article - The authorization.
 * @csspart request - A question of the payer.
 * @csspart form - What is being done.
 * @csspart modification - The request for a modification.
 */
export class AuthorizationDetailElement extends PorticoElement implements AuthorizationDetailHost {
  static override properties = { ...PorticoElement.properties, authorizationId: { attribute: 'authorization-id' } };
  static override styles = [tokens, fields, combobox, dialog, attachmentsStyles, claimDetailStyles, authorizationDetailStyles];

  declare authorizationId: string;

  #wantsFocus = false;
  /** Comes with the task. */
  #page: DetailPage | undefined;
  readonly #task = new TaskController<AuthorizationDetailView, AuthorizationDetailEvent>(this, {
    load: async () => {
      const [task, page] = await Promise.all([import('./authorization-detail.task.ts'), import('./authorization-detail.page.ts')]);
      this.#page ??= page.createDetailPage(this, this.#task);
      return task.startAuthorizationDetail;
    },
    changed: (view, before) => this.#changed(view, before),
    emitted: (event) => this.#done(event as AuthorizationDone),
  });

  constructor() {
    super();
    this.authorizationId = '';
  }

  /** Focuses the heading, or what is said instead of it, now or as soon as it is there. */
  override focus(): void {
    this.#wantsFocus = true;
    this.#settleFocus();
  }

  /** The case of which a modification may be asked for, if one is shown. @internal */
  get modifiable(): Case | null {
    return this.#task.view?.found ?? null;
  }

  protected override connected(portal: Portal | undefined): void {
    this.#task.connect(portal?.backend.authorizations ? portal : undefined);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // A task that has not begun yet asks for it itself.
    if (changed.has('authorizationId') && this.#task.view)
      this.#task.send({ type: 'authorization.opened', id: this.authorizationId || null });
    this.#page?.follow();
  }

  protected override updated(): void {
    this.#page?.settle();
    this.#settleFocus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { view, broken, isOpen } = this.#task;
    if (broken || !view || !this.#page)
      return this.placeholder(
        broken ? () => this.#task.restart() : undefined,
        this.connectedPortal?.backend.authorizations ? (isOpen ? 'task' : 'session') : 'nothing',
      );
    return this.#page.show(view);
  }

  #settleFocus(): void {
    const target = this.#wantsFocus && this.renderRoot.querySelector<HTMLElement>('h2, .notice[tabindex]');
    if (!target) return;
    this.#wantsFocus = false;
    target.focus();
  }

  #changed(view: AuthorizationDetailView, before: AuthorizationDetailView | undefined): void {
    const id = view.detail?.record.id;
    if (id && id !== before?.detail?.record.id) this.emit('authorization-shown', { id });
    this.#page?.changed(view, before);
  }

  #done({ act, id, requestId }: AuthorizationDone): void {
    if (act === 'answer-information') this.emit('information-answered', { id, requestId: requestId ?? '' });
    else this.emit(events[act], { id });
  }
}
