import type { ClaimQueryEvent, claimQueryMoreMessages, ClaimQueryView, SavedQuery } from '@portico/core/claims';
import { formOf, type SavedQueriesEvent, type SavedQueriesView } from '@portico/core/claims/saved-queries';
import { html, nothing, type TemplateResult } from 'lit';
import { fieldText } from '../controls/field.parts.ts';
import type { MessagesController } from '../kit/messages-controller.ts';
import type { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import type { Portal } from '../portal/portal.ts';

type Texts = MessagesController<typeof claimQueryMoreMessages>;

/** The person's saved queries under the form: run, save what was executed, remove with a way back. Nothing is asked before they are opened. */
export class ClaimQuerySaved {
  readonly #host: PorticoElement;
  readonly #send: (event: ClaimQueryEvent) => void;
  readonly #task: TaskController<SavedQueriesView, SavedQueriesEvent>;
  #portal: Portal | undefined;
  #name = '';
  /** Where the focus goes when what it was on is gone. */
  #next: 'undo' | 'run' | null = null;

  constructor(host: PorticoElement, send: (event: ClaimQueryEvent) => void) {
    this.#host = host;
    this.#send = send;
    this.#task = new TaskController(host, {
      load: async () => (await import('./saved-queries.task.ts')).startSavedQueries,
      changed: (view, before) => this.#changed(view, before),
    });
  }

  show(view: ClaimQueryView, texts: Texts): TemplateResult | typeof nothing {
    const portal = this.#host.connectedPortal;
    const claims = portal?.backend.claims;
    if (!claims?.savedQueries || !claims.saveQuery || !claims.removeQuery || !portal?.can('claims.save-query').allow) return nothing;
    return html`<details class="saved" @toggle=${this.#toggled}>
      <summary>${texts.show('claim-query.saved')}</summary>
      ${this.#inside(view, texts)}
    </details>`;
  }

  #inside(view: ClaimQueryView, { show }: Texts): TemplateResult | typeof nothing {
    const { view: saved, broken } = this.#task;
    const failed = (retry: () => void): TemplateResult =>
      html`<p class="notice danger" role="alert">
        ${show('claim-query.savedError.failed')}
        <button type="button" @click=${retry}>${show('claim-query.again')}</button>
      </p>`;
    if (broken) return failed(() => this.#task.restart());
    if (!saved) return nothing;
    if (saved.state === 'failed') return failed(() => this.#task.send({ type: 'list.retried' }));
    return html`
      <div role="status">${this.#notice(saved, show)}</div>
      ${saved.queries.length === 0 && !saved.isBusy ? html`<p>${show('claim-query.savedNone')}</p>` : nothing}
      <ul>
        ${saved.queries.map(
          (query) =>
            html`<li class="actions">
              <button type="button" data-name=${query.name} @click=${() => this.#run(query)}>
                ${show('claim-query.apply', { name: query.name })}
              </button>
              <button type="button" class="quiet" @click=${() => this.#remove(query)}>
                ${show('claim-query.remove', { name: query.name })}
              </button>
            </li>`,
        )}
      </ul>
      ${
        view.criteria
          ? html`<form novalidate @submit=${(event: Event) => this.#save(event, view)}>
              ${fieldText({
                name: 'saved-name',
                label: show('claim-query.saveName'),
                value: this.#name,
                direction: 'auto',
                error: saved.error && show(saved.error),
                typed: (value) => {
                  this.#name = value;
                },
              })}
              <div class="actions"><button type="submit" aria-disabled=${saved.isBusy}>${show('claim-query.save')}</button></div>
            </form>`
          : nothing
      }
    `;
  }

  #notice({ notice, name, canUndo, error }: SavedQueriesView, show: Texts['show']): TemplateResult | typeof nothing {
    if (error) return html`<p class="notice danger">${show(error)}</p>`;
    if (!notice) return nothing;
    return html`<p class="notice success">
      ${show(notice, { name })}
      ${canUndo ? html`<button type="button" id="saved-undo" @click=${this.#undo}>${show('claim-query.undo')}</button>` : nothing}
    </p>`;
  }

  #toggled = (event: Event): void => {
    const portal = this.#host.connectedPortal;
    if (!(event.target as HTMLDetailsElement).open || portal === this.#portal) return;
    this.#portal = portal;
    this.#task.connect(portal);
  };

  #run({ criteria, sort }: SavedQuery): void {
    this.#send({ type: 'criteria.changed', changes: formOf(criteria), sort });
    this.#send({ type: 'query.executed' });
  }

  #save(event: Event, view: ClaimQueryView): void {
    event.preventDefault();
    if (view.criteria) this.#task.send({ type: 'query.saved', name: this.#name, criteria: view.criteria, sort: view.sort });
  }

  #remove({ id }: SavedQuery): void {
    this.#next = 'undo';
    this.#task.send({ type: 'query.removed', id });
  }

  #undo = (): void => {
    this.#next = 'run';
    this.#task.send({ type: 'removal.undone' });
  };

  #changed(view: SavedQueriesView, before: SavedQueriesView | undefined): void {
    if (view.notice === 'claim-query.savedDone' && before?.state === 'saving') this.#name = '';
    if (view.isBusy || !this.#next) return;
    const selector = this.#next === 'undo' ? '#saved-undo' : `[data-name="${CSS.escape(view.name)}"]`;
    this.#next = null;
    void this.#host.updateComplete.then(() => {
      const { renderRoot: root } = this.#host;
      (root.querySelector<HTMLElement>(selector) ?? root.querySelector<HTMLElement>('.saved summary'))?.focus();
    });
  }
}
