import type {
  AuthorizationRequestEvent,
  AuthorizationRequestView,
  GivenMember,
  RequestAccepted,
} from '@portico/core/authorizations/authorization-request';
import { nothing, type PropertyValues, type TemplateResult } from 'lit';
import { combobox } from '../controls/combobox.styles.ts';
import { fields } from '../controls/field.styles.ts';
import { readTable } from '../controls/table.styles.ts';
import { AttachmentsController } from '../documents/attachments-controller.ts';
import { attachmentsStyles } from '../documents/attachments.styles.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from '../portal/portal.ts';
import type { RequestPage } from './authorization-request.page.ts';
import { authorizationRequestStyles } from './authorization-request.styles.ts';
import type { RequestHost } from './authorization-request.task.ts';

/**
 * Asks a payer for an authorization: who and what, diagnoses and services, with a way of its own for what is in no list; documents for a line or
 * for the whole; a summary with what may be the same; then it is sent once, whatever becomes of the page, and its documents follow.
 *
 * @summary Asks for an authorization.
 * @attr {string} payer-id - The payer that is proposed.
 * @attr {string} supersedes - Id of a denied authorization that this one takes the place of.
 * @event {CustomEvent<{ id: string }>} authorization-sent - The payer has it: `{ id }`.
 * @event {CustomEvent<{ id: string }>} authorization-opened - Somebody wants to see this one: one that may be the same, or the one that was sent: `{ id }`.
 * @csspart form - The request while it is written.
 * @csspart field - Each field of it.
 * @csspart line - A diagnosis or a service.
 * @csspart drop - Where files can be dropped.
 * @csspart files - The list of files.
 * @csspart summary - All of it before it is sent.
 */
export class AuthorizationRequestElement extends PorticoElement implements RequestHost {
  static override properties = {
    ...PorticoElement.properties,
    payerId: { attribute: 'payer-id' },
    supersedes: {},
    member: { attribute: false },
  };
  static override styles = [tokens, fields, combobox, attachmentsStyles, readTable, authorizationRequestStyles];

  declare payerId: string | undefined;
  declare supersedes: string | undefined;
  /** The member it is for, as an eligibility check found them. */
  declare member: GivenMember | null;

  /** Comes with the task. */
  #page: RequestPage | undefined;
  readonly #files = new AttachmentsController(this, (event) => this.#task.send(event));
  readonly #task = new TaskController<AuthorizationRequestView, AuthorizationRequestEvent>(this, {
    load: async () => {
      const [task, page] = await Promise.all([import('./authorization-request.task.ts'), import('./authorization-request.page.ts')]);
      this.#page ??= page.createRequestPage(this, {
        ...{ files: this.#files, send: (event) => this.#task.send(event) },
        open: (id) => this.emit('authorization-opened', { id }),
      });
      return task.startAuthorizationRequest;
    },
    changed: (view, before) => this.#page?.changed(view, before),
    emitted: (event) => this.#sent(event as RequestAccepted),
  });

  constructor() {
    super();
    this.member = null;
  }

  /** @internal */
  get progress(): RequestHost['progress'] {
    return this.#files.progress;
  }

  protected override connected(portal: Portal | undefined): void {
    this.#task.connect(this.#isOffered(portal) ? portal : undefined);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.hasUpdated) return;
    if (changed.has('supersedes')) this.#task.restart();
    // A task that has not begun yet asks for it itself.
    else if ((changed.has('payerId') || changed.has('member')) && this.#task.view)
      this.#task.send({ type: 'member.given', payerId: this.payerId || null, member: this.member });
  }

  protected override updated(): void {
    this.#page?.settle();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { view, broken, isOpen } = this.#task;
    if (broken || !view || !this.#page)
      return this.placeholder(
        broken ? () => this.#task.restart() : undefined,
        this.#isOffered(this.connectedPortal) ? (isOpen ? 'task' : 'session') : 'nothing',
      );
    return this.#page.show(view);
  }

  #sent({ id }: RequestAccepted): void {
    this.connectedPortal?.emit({ type: 'authorization-sent', id });
    this.emit('authorization-sent', { id });
  }

  #isOffered(portal: Portal | undefined): boolean {
    return !!portal?.backend.authorizations?.submit && !!portal.backend.directory?.payers;
  }
}
