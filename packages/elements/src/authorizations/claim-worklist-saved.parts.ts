import type { claimWorklistMessages, ClaimWorklistEvent, ClaimWorklistView } from '@portico/core/authorizations/claim-worklist';
import { html, nothing, type TemplateResult } from 'lit';
import { fieldText } from '../controls/field.parts.ts';
import type { MessagesController } from '../kit/messages-controller.ts';

type Texts = Pick<MessagesController<typeof claimWorklistMessages>, 'show'>;

/** The filters this person keeps: each applied with one press, removed with a way back, and the present one kept under a name. */
export function savedFilters(
  view: ClaimWorklistView,
  texts: Texts,
  send: (event: ClaimWorklistEvent) => void,
): TemplateResult | typeof nothing {
  const { filters, filterError, isKeeping } = view;
  const { show } = texts;
  if (filters === null) return nothing;
  const save = (event: Event): void => {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const name = form.querySelector('input')!;
    if (isKeeping) return;
    send({ type: 'filter.saved', name: name.value });
    if (name.value.trim() !== '') name.value = '';
  };
  return html`<details class="saved">
    <summary>${show('claim-worklist.saved')}</summary>
    <div role="status">${notice(view, texts, send)}</div>
    ${filters.length === 0 ? html`<p>${show('claim-worklist.saved.none')}</p>` : nothing}
    <ul>
      ${filters.map(
        ({ id, name }) =>
          html`<li class="actions">
            <button type="button" @click=${() => send({ type: 'filter.applied', id })}><bdi>${name}</bdi></button>
            <button
              type="button"
              class="quiet"
              aria-disabled=${isKeeping}
              @click=${() => isKeeping || send({ type: 'filter.removed', id })}
            >
              ${show('claim-worklist.saved.remove', { name })}
            </button>
          </li>`,
      )}
    </ul>
    <form novalidate @submit=${save}>
      ${fieldText({
        ...{ name: 'filter-name', label: show('claim-worklist.saved.name'), value: '', direction: 'auto', maxLength: 80 },
        error: filterError && show(filterError as 'claim-worklist.saved.error.failed'),
      })}
      <div class="actions">
        <button type="submit" aria-disabled=${isKeeping}>${show('claim-worklist.saved.save')}</button>
      </div>
    </form>
  </details>`;
}

function notice(
  { notice, name }: ClaimWorklistView,
  { show }: Texts,
  send: (event: ClaimWorklistEvent) => void,
): TemplateResult | typeof nothing {
  if (notice === null) return nothing;
  return html`<p class="notice success">
    ${show(notice as 'claim-worklist.saved.kept', { name })}
    ${
      notice === 'claim-worklist.saved.removed'
        ? html`<button type="button" id="undo" @click=${() => send({ type: 'removal.undone' })}>
            ${show('claim-worklist.saved.undo')}
          </button>`
        : nothing
    }
  </p>`;
}
