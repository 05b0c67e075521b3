import type { ClaimQueryEvent, claimQueryMoreMessages, ClaimQueryView, SavedQuery } from '@portico/core/claims';
import { formOf, type SavedQueriesEvent, type SavedQueriesView } from '@portico/core/claims/saved-queries';
import { html, nothing, type TemplateResult } from 'lit';
import { fieldText } from '../controls/field.parts.ts';
import type { MessagesController } from '../kit/messages-controller.ts';
import type { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';

/** The person's saved queries under the form: run, save what was executed, remove with a way back. Nothing is asked before they are opened. */
export class ClaimQuerySaved {
  readonly #host: PorticoElement;
  readonly #send: (event: ClaimQueryEvent) => void;
  readonly #task: TaskController<SavedQueriesView, SavedQueriesEvent>;
  #isOpen = false;
  #name = '';

  constructor(host: PorticoElement, send: (event: ClaimQueryEvent) => void) {
    this.#host = host;
    this.#send = send;
    this.#task = new TaskController(host, {
      load: async () => (await import('./saved-queries.task.ts')).startSavedQueries,
      changed: (view, before) => {
        if (view.notice === 'claim-query.savedDone' && before?.isBusy) this.#name = '';
      },
    });
  }

  show(view: ClaimQueryView, { show }: MessagesController<typeof claimQueryMoreMessages>): TemplateResult | typeof nothing {
    const portal = this.#host.connectedPortal;
    const claims = portal?.backend.claims;
    if (!claims?.savedQueries || !claims.saveQuery || !claims.removeQuery || !portal?.can('claims.save-query').allow) return nothing;
    const saved = this.#task.view;
    return html`<details class="saved" @toggle=${this.#toggled}>
      <summary>${show('claim-query.saved')}</summary>
      ${
        this.#isOpen && saved
          ? html`
              <div role="status">
                ${
                  saved.notice
                    ? html`<p class="notice success">
                        ${show(saved.notice, { name: saved.name })}
                        ${saved.canUndo ? html`<button type="button" @click=${() => this.#task.send({ type: 'removal.undone' })}>${show('claim-query.undo')}</button>` : nothing}
                      </p>`
                    : nothing
                }
              </div>
              ${saved.queries.length === 0 && !saved.isBusy ? html`<p>${show('claim-query.savedNone')}</p>` : nothing}
              <ul>
                ${saved.queries.map(
                  (query) =>
                    html`<li class="actions">
                      <button type="button" @click=${() => this.#run(query)}>${show('claim-query.apply', { name: query.name })}</button>
                      <button type="button" class="quiet" @click=${() => this.#task.send({ type: 'query.removed', id: query.id })}>
                        ${show('claim-query.remove', { name: query.name })}
                      </button>
                    </li>`,
                )}
              </ul>
              ${
                view.criteria
                  ? html`<form class="actions" novalidate @submit=${(event: Event) => this.#save(event, view)}>
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
                      <button type="submit" ?disabled=${saved.isBusy}>${show('claim-query.save')}</button>
                    </form>`
                  : saved.error
                    ? html`<p class="notice danger">
                        ${show(saved.error)}
                        <button type="button" @click=${() => this.#task.send({ type: 'list.retried' })}>
                          ${show('claim-query.again')}
                        </button>
                      </p>`
                    : nothing
              }
            `
          : nothing
      }
    </details>`;
  }

  #toggled = (event: Event): void => {
    this.#isOpen = (event.target as HTMLDetailsElement).open;
    if (this.#isOpen) this.#task.connect(this.#host.connectedPortal);
    this.#host.requestUpdate();
  };

  #run({ criteria, sort }: SavedQuery): void {
    this.#send({ type: 'criteria.changed', changes: formOf(criteria), sort });
    this.#send({ type: 'query.executed' });
  }

  #save(event: Event, view: ClaimQueryView): void {
    event.preventDefault();
    if (view.criteria) this.#task.send({ type: 'query.saved', name: this.#name, criteria: view.criteria, sort: view.sort });
  }
}
