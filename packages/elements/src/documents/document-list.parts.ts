import type { CaseDocument, DocumentFolder, FileKind } from '@portico/core/documents';
import type { documentMessages, fileSizeMessages } from '@portico/core/documents/note-panel';
import type { documentListMessages, DocumentGroup } from '@portico/core/documents/document-list';
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { MessagesController } from '../kit/messages-controller.ts';
import { aboutDocument, lineText } from './document-words.ts';

/** Texts that a list of documents is written with. */
export type ListTexts = MessagesController<typeof documentListMessages & typeof documentMessages & typeof fileSizeMessages>;

/** What can be done with a document. */
export interface DocumentActs {
  readonly canPreview: (kind: FileKind) => boolean;
  readonly take: (document: CaseDocument) => void;
  readonly preview: (document: CaseDocument) => void;
}

/** Documents of one line, or of the claim as a whole, under its name. */
export function documentGroup(
  { itemSequence, documents }: DocumentGroup,
  texts: ListTexts,
  items: DocumentFolder['items'],
  acts: DocumentActs,
): TemplateResult {
  const { show, text } = texts;
  const line = items.find(({ sequence }) => sequence === itemSequence);
  const id = `place-${itemSequence ?? 'claim'}`;
  return html`<section aria-labelledby=${id} part="group">
    <h3 id=${id}>
      ${itemSequence === null ? show('document.wholeClaim') : line ? lineText(line, text) : show('document.lineNumber', { n: itemSequence })}
    </h3>
    <ul>
      ${documents.map((document) => documentRow(document, texts, acts))}
    </ul>
  </section>`;
}

function documentRow(document: CaseDocument, texts: ListTexts, { canPreview, take, preview }: DocumentActs): TemplateResult {
  const { show, text } = texts;
  const { id, name, kind, postedAt, postedBy } = document;
  return html`<li class="document" part="document" data-document=${id}>
    <div class="about">
      <span class="name"><bdi>${name}</bdi></span>
      <p class="small">${aboutDocument({ ...document, itemSequence: null }, texts, [])}</p>
      <p class="small">${show('documents.postedBy', { who: postedBy, at: postedAt })}</p>
    </div>
    <div class="actions">
      ${
        canPreview(kind)
          ? html`<button type="button" aria-label=${text('documents.preview', { name })} @click=${() => preview(document)}>
              ${show('documents.previewShort')}
            </button>`
          : nothing
      }
      <button type="button" aria-label=${text('document.download', { name })} @click=${() => take(document)}>
        ${show('documents.downloadShort')}
      </button>
    </div>
  </li>`;
}

/** A choice of one word or all. */
export const filterSelect = (
  label: string,
  all: string,
  value: string | null,
  words: readonly (readonly [string, string])[],
  chosen: (value: string | null) => void,
): TemplateResult =>
  html`<label>
    ${label}
    <select @change=${(event: Event) => chosen((event.target as HTMLSelectElement).value || null)}>
      <option value="" .selected=${live(value === null)}>${all}</option>
      ${words.map(([word, name]) => html`<option value=${word} .selected=${live(word === value)}>${name}</option>`)}
    </select>
  </label>`;
