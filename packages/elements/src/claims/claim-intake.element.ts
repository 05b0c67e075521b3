import {
  claimIntakeLinesMessages,
  claimIntakeMessages,
  type ClaimIntakeEmitted,
  type ClaimIntakeEvent,
  type ClaimIntakeView,
  type FileReader,
} from '@portico/core/claims/claim-intake';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { fields } from '../controls/field.styles.ts';
import { fileSourceOf } from '../kit/file-source.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from '../portal/portal.ts';
import { fileLine, sumLine } from './claim-intake.parts.ts';
import { claimIntakeStyles } from './claim-intake.styles.ts';
import type { IntakeHost } from './claim-intake.task.ts';

const texts = {
  en: { ...claimIntakeMessages, ...claimIntakeLinesMessages },
  ar: async () => {
    const [own, lines] = await Promise.all([
      import('@portico/core/claims/claim-intake.messages.ar'),
      import('@portico/core/claims/claim-intake-lines.messages.ar'),
    ]);
    return { ...own.claimIntakeMessagesAr, ...lines.claimIntakeLinesMessagesAr };
  },
};

/**
 * Opens files with claims and payers' answers, by button or by drop, and takes what they hold into the portal: cases from the provider's side,
 * answers from the payer's; each file is accounted for to the last resource.
 *
 * @summary Takes claims in from files.
 * @event {CustomEvent<{ count: number }>} before-files-opened - Files were chosen: `{ count }`. Cancel it to ask first, then call `proceed()` or not.
 * @event {CustomEvent<{ taken: number, refused: number }>} claims-taken-in - A file was taken in: `{ taken, refused }`.
 * @event {CustomEvent<{ taken: number, refused: number }>} answers-taken-in - A file's answers were brought in: `{ taken, refused }`.
 * @csspart drop - Where files can be dropped.
 * @csspart files - The list of files.
 */
export class ClaimIntakeElement extends PorticoElement implements IntakeHost {
  static override properties = { ...PorticoElement.properties, reader: { attribute: false }, isOver: { state: true } };
  static override styles = [tokens, fields, claimIntakeStyles];

  /** Reads a file into records; the kit has one for FHIR R4. Without one the element offers nothing. */
  declare reader: FileReader | undefined;
  declare protected isOver: boolean;

  #pending: readonly File[] = [];
  /** The focus is on a button that may be gone with the next rendering. */
  #wasActing = false;
  readonly #messages = new MessagesController(this, texts);
  readonly #task = new TaskController<ClaimIntakeView, ClaimIntakeEvent>(this, {
    load: async () => (await import('./claim-intake.task.ts')).startClaimIntake,
    first: () => ({ isBusy: false, files: [], canRetry: false }),
    emitted: (event) => {
      const { type, taken, refused } = event as ClaimIntakeEmitted;
      this.connectedPortal?.emit({ type, taken, refused });
      if (type === 'answers-taken-in') this.emit('answers-taken-in', { taken, refused });
      else this.emit('claims-taken-in', { taken, refused });
    },
  });

  constructor() {
    super();
    this.isOver = false;
  }

  /** Goes on with the files that were chosen last, after a cancelled `before-files-opened`. */
  proceed(): void {
    const files = this.#pending.map(fileSourceOf);
    this.#pending = [];
    if (files.length > 0) this.#task.send({ type: 'files.chosen', files });
  }

  protected override connected(portal: Portal | undefined): void {
    const { claims, authorizations } = portal?.backend ?? {};
    this.#task.connect(claims?.intake || authorizations?.receive ? portal : undefined);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#wasActing = !!this.shadowRoot?.activeElement?.closest('.actions');
  }

  /** The button that was pressed is gone with what it was for: the focus goes to what can be done next. */
  protected override updated(): void {
    if (!this.#wasActing || this.shadowRoot!.activeElement) return;
    const { renderRoot: root } = this;
    (root.querySelector<HTMLElement>('.actions button') ?? root.querySelector<HTMLElement>('.drop button'))?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#messages.ready) return nothing;
    const { view } = this.#task;
    if (this.#task.broken || !view || !this.reader) return this.placeholder(this.#task.broken ? () => this.#task.restart() : undefined);
    // Who may not do it is not told that it could be done.
    const { backend, can } = this.connectedPortal!;
    const takesCases = !!backend.claims?.intake && can('claims.intake').allow;
    const takesAnswers = !!backend.authorizations?.receive && can('authorizations.receive').allow;
    if (!takesCases && !takesAnswers) return nothing;
    const { show } = this.#messages;
    return html`
      <section aria-labelledby="title" aria-busy=${view.isBusy}>
        <div
          class="drop"
          part="drop"
          ?data-over=${this.isOver}
          @dragover=${this.#over}
          @dragleave=${() => {
            this.isOver = false;
          }}
          @drop=${this.#dropped}
        >
          <h2 id="title">${show(takesCases ? 'claim-intake.title' : 'claim-intake.titleAnswers')}</h2>
          <p>${show(takesCases ? 'claim-intake.hint' : 'claim-intake.hintAnswers')}</p>
          <button type="button" @click=${this.#choose}>${show('claim-intake.choose')}</button>
          <input
            id="input"
            type="file"
            hidden
            multiple
            accept=".json,.ndjson,.txt,application/json,application/fhir+json"
            @change=${this.#chosen}
          />
        </div>
        ${view.files.length > 1 ? sumLine(view.files, this.#messages) : nothing}
        <ul class="files" part="files" aria-live="polite">
          ${view.files.map((file) => fileLine(file, this.#messages))}
        </ul>
        ${
          view.files.length === 0
            ? nothing
            : html`<div class="actions">
                ${view.isBusy ? html`<button type="button" @click=${() => this.#task.send({ type: 'intake.cancelled' })}>${show('claim-intake.cancel')}</button>` : nothing}
                ${view.canRetry ? html`<button type="button" @click=${() => this.#task.send({ type: 'intake.retried' })}>${show('claim-intake.retry')}</button>` : nothing}
                ${view.isBusy ? nothing : html`<button type="button" @click=${() => this.#task.send({ type: 'intake.cleared' })}>${show('claim-intake.clear')}</button>`}
              </div>`
        }
      </section>
    `;
  }

  #choose = (): void => this.renderRoot.querySelector<HTMLInputElement>('#input')?.click();

  #chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.#open([...(input.files ?? [])]);
    // The same file can be chosen again.
    input.value = '';
  };

  #over = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.isOver = true;
  };

  #dropped = (event: DragEvent): void => {
    event.preventDefault();
    this.isOver = false;
    this.#open([...(event.dataTransfer?.files ?? [])]);
  };

  #open(files: readonly File[]): void {
    if (files.length === 0) return;
    this.#pending = files;
    if (this.emit('before-files-opened', { count: files.length }, { cancelable: true })) this.proceed();
  }
}
