import type { CaseDocument, DocumentFolder, FileDocument, FileKind, FormDocument } from '@portico/core/documents';
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
  readonly take: (document: FileDocument) => void;
  readonly print: (document: FormDocument) => void;
  readonly preview: (document: CaseDocument) => void;
}

/** What a document is called: a file by its name, a form by what it is and its number. */
export const titleOf = (document: CaseDocument, { text }: Pick<ListTexts, 'text'>): string =>
  document.kind === 'form' ? text('documents.form', { number: document.name }) : document.name;

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
      ${documents.map((document) => (document.kind === 'form' ? formRow(document, texts, acts) : fileRow(document, texts, acts)))}
    </ul>
  </section>`;
}

function fileRow(document: FileDocument, texts: ListTexts, { canPreview, take, preview }: DocumentActs): TemplateResult {
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

/** A form has no bytes to keep: it is opened and printed (N28). */
function formRow(document: FormDocument, texts: ListTexts, { print, preview }: DocumentActs): TemplateResult {
  const { show, text } = texts;
  const { id, name: number, postedAt: at, postedBy: who, standing } = document;
  const name = titleOf(document, texts);
  return html`<li class="document" part="document" data-document=${id}>
    <div class="about">
      <span class="name">${show('documents.form', { number })}</span>
      ${standing === 'in-force' ? nothing : html`<strong class="standing">${show(`documents.standing.${standing}`)}</strong>`}
      <p class="small">${show('documents.issued', { who, at })}</p>
    </div>
    <div class="actions">
      <button type="button" aria-label=${text('documents.openForm', { name, at })} @click=${() => preview(document)}>
        ${show('documents.openShort')}
      </button>
      <button type="button" aria-label=${text('documents.printForm', { name, at })} @click=${() => print(document)}>
        ${show('documents.printShort')}
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
