import type { FileDocument, DocumentFolder, Note } from '@portico/core/documents';
import { documentMessages, fileSizeMessages, noteThreadMessages, type CasePagesView } from '@portico/core/documents/note-panel';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MessagesController } from '../kit/messages-controller.ts';
import type { PorticoElement } from '../kit/portico-element.ts';
import { aboutDocument } from './document-words.ts';
import { DownloadController } from './download-controller.ts';

const texts = {
  en: { ...noteThreadMessages, ...documentMessages, ...fileSizeMessages },
  ar: async () => {
    const [own, words, sizes] = await Promise.all([
      import('@portico/core/documents/note-thread.messages.ar'),
      import('@portico/core/documents/document.messages.ar'),
      import('@portico/core/documents/file-size.messages.ar'),
    ]);
    return { ...own.noteThreadMessagesAr, ...words.documentMessagesAr, ...sizes.fileSizeMessagesAr };
  },
};

type ThreadTexts = MessagesController<typeof texts.en>;

/** What a thread is made from. */
export interface ThreadParts {
  readonly view: CasePagesView<Note>;
  readonly items: DocumentFolder['items'];
  readonly more: () => void;
  readonly retry: () => void;
}

/** Makes the thread of an element, loaded with the first notes. */
export function createThread(host: PorticoElement): (parts: ThreadParts) => TemplateResult | typeof nothing {
  const messages = new MessagesController(host, texts);
  const download = new DownloadController(host);
  return (parts) => (messages.ready ? noteThread(parts, messages, download) : nothing);
}

function noteThread({ view, items, more, retry }: ThreadParts, texts: ThreadTexts, download: DownloadController): TemplateResult {
  const take = (document: FileDocument): void => void download.take(document);
  const { show } = texts;
  const problem = view.state === 'failed' || view.state === 'denied' ? 'note.threadFailed' : view.isStale ? 'note.threadStale' : null;
  return html`<section class="thread" part="thread" aria-labelledby="thread-title" aria-busy=${view.isBusy}>
    <h3 id="thread-title">${show('note.thread')}</h3>
    ${
      problem
        ? html`<p class="notice ${view.isStale ? 'warning' : 'danger'}">
            ${show(problem)} <button type="button" @click=${retry}>${show('note.threadRetry')}</button>
          </p>`
        : nothing
    }
    ${view.state === 'loading' && view.rows.length === 0 ? html`<p class="small">${show('note.threadLoading')}</p>` : nothing}
    ${view.state === 'ready' && view.rows.length === 0 ? html`<p class="small">${show('note.none')}</p>` : nothing}
    ${download.status(texts)}
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
  take: (document: FileDocument) => void,
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
