import type { CaseDocument, DocumentFolder, Note } from '@portico/core/documents';
import type { CasePagesView, documentMessages, notePanelMessages } from '@portico/core/documents/note-panel';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { MessagesController } from '../kit/messages-controller.ts';
import { aboutDocument } from './document-words.ts';

/** Texts that a thread is written with. */
export type ThreadTexts = MessagesController<typeof notePanelMessages & typeof documentMessages>;

/** What a thread is made from. */
export interface ThreadParts {
  readonly view: CasePagesView<Note>;
  readonly texts: ThreadTexts;
  readonly items: DocumentFolder['items'];
  readonly more: () => void;
  readonly retry: () => void;
  readonly take: (document: CaseDocument) => void;
}

/** The notes of a case, the newest first, each with its documents. */
export function noteThread({ view, texts, items, more, retry, take }: ThreadParts): TemplateResult {
  const { show } = texts;
  const problem = view.state === 'failed' || view.state === 'denied' ? 'note.threadFailed' : view.isStale ? 'note.threadStale' : null;
  return html`<section class="thread" part="thread" aria-labelledby="thread-title" aria-busy=${view.isBusy}>
    <h3 id="thread-title">${show('note.thread')}</h3>
    ${
      problem
        ? html`<p class="notice ${view.isStale ? 'warning' : 'danger'}">
            ${show(problem)} <button type="button" @click=${retry}>${show('note.retry')}</button>
          </p>`
        : nothing
    }
    ${view.state === 'loading' && view.rows.length === 0 ? html`<p class="small">${show('note.loading')}</p>` : nothing}
    ${view.state === 'ready' && view.rows.length === 0 ? html`<p class="small">${show('note.none')}</p>` : nothing}
    <ol class="notes">
      ${repeat(
        view.rows,
        ({ id }) => id,
        (note) => noteItem(note, texts, items, take),
      )}
    </ol>
    ${
      view.hasMore
        ? html`<div class="actions">
            <button type="button" aria-disabled=${view.isBusy} @click=${more}>${show('note.more')}</button>
          </div>`
        : nothing
    }
  </section>`;
}

function noteItem(
  { text: words, postedAt, postedBy, side, documents }: Note,
  texts: ThreadTexts,
  items: ThreadParts['items'],
  take: ThreadParts['take'],
): TemplateResult {
  const { show, text } = texts;
  return html`<li class="note" part="note">
    <p class="note-head">
      <span>${show('note.by', { who: postedBy, at: postedAt })}</span> <span class="side">${show(`note.side.${side}`)}</span>
    </p>
    ${words ? html`<p class="words" dir="auto">${words}</p>` : nothing}
    ${
      documents.length === 0
        ? nothing
        : html`<ul class="documents">
            ${documents.map(
              (document) =>
                html`<li>
                  <button
                    type="button"
                    class="quiet"
                    aria-label=${text('document.download', { name: document.name })}
                    @click=${() => take(document)}
                  >
                    <bdi>${document.name}</bdi>
                  </button>
                  <span class="small">${aboutDocument(document, texts, items)}</span>
                </li>`,
            )}
          </ul>`
    }
  </li>`;
}
