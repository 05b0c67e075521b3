import type { ClaimWorklistEvent, ClaimWorklistView } from '@portico/core/authorizations/claim-worklist';
import { nothing, type TemplateResult } from 'lit';
import { fields } from '../controls/field.styles.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from '../portal/portal.ts';
import type { ClaimWorklistMore } from './claim-worklist-more.ts';
import type { WorklistHost } from './claim-worklist-results.ts';
import { claimWorklistStyles } from './claim-worklist.styles.ts';

/**
 * The worklist of authorizations: what waits for the own side first, what is due first among it. Show Data applies the filter in force, Show
 * All leaves every filter aside (N26); a Reference ID, old or new, is found among all (P3). What changes meanwhile is told of, and shown when
 * asked for, so that no row moves under the hand.
 *
 * Keyboard: Enter in the Reference ID shows the data, Tab goes on to the list. In it the arrows go by cells, and Enter opens the row, as a
 * double click or the link of its name does (N27); coming back, `focus()` leads to the row that was left.
 *
 * @summary Lists authorizations that wait, and all others.
 * @attr {string} authorization-href - Where a row leads, with `{id}` for the authorization; without it a row only sends `authorization-opened`.
 * @event {CustomEvent<{ id: string }>} authorization-opened - A row was opened: `{ id }`.
 * @csspart form - The filter.
 * @csspart field - Each of its fields.
 */
export class ClaimWorklistElement extends PorticoElement implements WorklistHost {
  static override properties = { ...PorticoElement.properties, authorizationHref: { attribute: 'authorization-href' } };
  static override styles = [tokens, fields, claimWorklistStyles];

  declare authorizationHref: string;

  /** What comes with the task: all that is shown. */
  #more: ClaimWorklistMore | undefined;
  /** Focus was asked for: on the row a person comes back to, as soon as it is there. */
  #isReturning = false;
  readonly #task = new TaskController<ClaimWorklistView, ClaimWorklistEvent>(this, {
    load: async () => {
      const { ClaimWorklistMore } = await import('./claim-worklist-more.ts');
      this.#more ??= new ClaimWorklistMore(this, (event) => this.#task.send(event));
      return this.#more.start;
    },
  });

  constructor() {
    super();
    this.authorizationHref = '';
  }

  /** Focuses the row that was last active, as soon as it is there again; where there is none, the first field. */
  override focus(): void {
    this.#isReturning = true;
    this.#goBack();
  }

  /** Tells the host that a row was opened. @internal */
  opened(id: string): void {
    this.emit('authorization-opened', { id });
  }

  protected override connected(portal: Portal | undefined): void {
    this.#task.connect(portal?.backend.authorizations ? portal : undefined);
  }

  override disconnectedCallback(): void {
    this.#more?.results.leave();
    super.disconnectedCallback();
  }

  protected override updated(): void {
    this.#goBack();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { view, broken, isOpen } = this.#task;
    if (view && !broken) return this.#more?.isReady ? this.#more.show(view) : nothing;
    const waitsFor = !this.connectedPortal?.backend.authorizations ? 'nothing' : isOpen ? 'task' : 'session';
    return this.placeholder(broken ? () => this.#task.restart() : undefined, waitsFor);
  }

  #goBack(): void {
    const { view } = this.#task;
    if (!this.#isReturning || !view || view.state === 'loading' || !this.#more?.isReady) return;
    this.#isReturning = false;
    if (view.place.activeId === null || !this.#more.results.focus()) super.focus();
  }
}
