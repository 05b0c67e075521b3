import type { InfoRequestInboxEvent, InfoRequestInboxView } from '@portico/core/authorizations/info-request-inbox';
import { html, nothing, type TemplateResult } from 'lit';
import { fields } from '../controls/field.styles.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from '../portal/portal.ts';
import type { InboxPage } from './info-request-inbox.parts.ts';
import { infoRequestInboxStyles } from './info-request-inbox.styles.ts';

/**
 * What payers ask for, over all authorizations of this person's side: due first, with what is overdue marked. Opening one is the host's
 * matter; the answer is written on the page of the authorization.
 *
 * @summary Lists what payers ask for.
 * @attr {string} authorization-href - Where an authorization can be opened, with `{id}` in place of its id; without it there are buttons alone.
 * @event {CustomEvent<{ id: string }>} authorization-opened - Somebody wants to answer: `{ id }`.
 * @csspart section - The whole.
 * @csspart entry - One authorization with its open questions.
 */
export class InfoRequestInboxElement extends PorticoElement {
  static override properties = { ...PorticoElement.properties, authorizationHref: { attribute: 'authorization-href' } };
  static override styles = [tokens, fields, infoRequestInboxStyles];

  declare authorizationHref: string;

  /** Comes with the task. */
  #page: InboxPage | undefined;
  readonly #task = new TaskController<InfoRequestInboxView, InfoRequestInboxEvent>(this, {
    load: async () => {
      const [task, parts] = await Promise.all([import('./info-request-inbox.task.ts'), import('./info-request-inbox.parts.ts')]);
      this.#page ??= parts.createInboxPage(this, {
        send: (event) => this.#task.send(event),
        open: (id) => this.emit('authorization-opened', { id }),
      });
      return task.startInfoRequestInbox;
    },
  });

  constructor() {
    super();
    this.authorizationHref = '';
  }

  protected override connected(portal: Portal | undefined): void {
    this.#task.connect(portal?.backend.authorizations?.informationRequests ? portal : undefined);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { view, broken, isOpen } = this.#task;
    const portal = this.connectedPortal;
    // Hidden is absent: who answers no payer has no such list.
    if (isOpen && !portal?.can('authorizations.update').allow) return html``;
    if (broken || !view || !this.#page)
      return this.placeholder(
        broken ? () => this.#task.restart() : undefined,
        portal?.backend.authorizations?.informationRequests ? (isOpen ? 'task' : 'session') : 'nothing',
      );
    return this.#page(view);
  }
}
