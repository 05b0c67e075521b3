import type { DocumentPurpose, DocumentsPolicy, DocumentType } from '@portico/core/documents';
import {
  attachmentFilesMessages,
  documentMessages,
  fileSizeMessages,
  type Attachment,
  type AttachmentDetails,
} from '@portico/core/documents/note-panel';
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { MessagesController } from '../kit/messages-controller.ts';
import type { PorticoElement } from '../kit/portico-element.ts';
import type { AttachmentsController } from './attachments-controller.ts';
import type { FilesView } from './attachments.parts.ts';
import { limitsOf, lineText, sizeText } from './document-words.ts';

const texts = {
  en: { ...attachmentFilesMessages, ...documentMessages, ...fileSizeMessages },
  ar: async () => {
    const [files, words, sizes] = await Promise.all([
      import('@portico/core/documents/attachment-files.messages.ar'),
      import('@portico/core/documents/document.messages.ar'),
      import('@portico/core/documents/file-size.messages.ar'),
    ]);
    return { ...files.attachmentFilesMessagesAr, ...words.documentMessagesAr, ...sizes.fileSizeMessagesAr };
  },
};

type FileTexts = MessagesController<typeof texts.en>;
interface RowParts {
  readonly view: FilesView;
  readonly texts: FileTexts;
  readonly controller: AttachmentsController;
}

/** Rows of files, loaded with the first file. */
export interface AttachmentRows {
  readonly rows: (view: FilesView) => TemplateResult | typeof nothing;
  /** What is said of all files together. */
  readonly status: (view: Pick<FilesView, 'files' | 'underWay' | 'through' | 'stuck'>) => unknown;
}

/** Makes the rows of files of an element. */
export function createRows(host: PorticoElement, controller: AttachmentsController): AttachmentRows {
  const messages = new MessagesController(host, texts);
  return {
    rows: (view) => (messages.ready ? fileRows({ view, texts: messages, controller }) : nothing),
    status: (view) => (messages.ready ? filesStatus(view, messages) : nothing),
  };
}

function fileRows(parts: RowParts): TemplateResult {
  const { view, texts: messages, controller } = parts;
  const { policy, isOpen, files } = view;
  const { show, text, locale } = messages;
  return html`
    ${files.filter(({ state }) => state !== 'refused').length > 1 ? forAll(parts) : nothing}
    ${
      files.length > 0
        ? html`<ul class="files" part="files" aria-label=${text('attachment.files')}>
            ${repeat(
              files,
              ({ id }) => id,
              (file, index) => guard([file, index, files.length, isOpen, policy, view.folder, locale], () => fileRow(file, index, parts)),
            )}
          </ul>`
        : nothing
    }
    ${
      view.removedName !== null && isOpen
        ? html`<div class="actions returns">
            <span class="small">${show('attachment.removed', { name: view.removedName })}</span>
            <button type="button" @click=${() => controller.send({ type: 'removal.undone' })}>${show('attachment.return')}</button>
          </div>`
        : nothing
    }
  `;
}

function filesStatus({ underWay, through, stuck }: Pick<FilesView, 'underWay' | 'through' | 'stuck'>, { show }: FileTexts): unknown {
  if (underWay > 0) return show('attachment.underWay', { n: underWay + through });
  return [
    through > 0 ? show('attachment.ready', { n: through }) : nothing,
    ' ',
    stuck > 0 ? show('attachment.stuck', { n: stuck }) : nothing,
  ];
}

/** What may go better the second time; a file that is refused for what it is will not. */
const canRetry = ({ state, refusal, source }: Attachment): boolean =>
  source !== null && (state === 'failed' || (state === 'refused' && refusal !== null && passing.has(refusal)));

const passing: ReadonlySet<string> = new Set(['too-many-files', 'total-too-large', 'duplicate', 'unreadable', 'too-many-waiting']);

function fileRow(file: Attachment, index: number, parts: RowParts): TemplateResult {
  const { view, texts, controller } = parts;
  const { id, name, size, state } = file;
  const { show, text } = texts;
  const isBusy = state === 'checking' || state === 'waiting' || state === 'uploading';
  const isBad = state === 'refused' || state === 'failed' || state === 'missing';
  const why = isBad ? whyOf(file, view.policy, texts) : null;
  const button = (className: string, label: string, sign: string, act: () => void, disabled = false): TemplateResult =>
    html`<button type="button" class="sign ${className}" aria-label=${label} ?disabled=${disabled || !view.isOpen} @click=${act}>
      <span aria-hidden="true">${sign}</span>
    </button>`;
  return html`<li class="file ${isBad ? 'bad' : state}" data-file=${id}>
    <div class="file-head">
      <span class="file-name"><bdi>${name}</bdi> <span class="small">${sizeText(size, text)}</span></span>
      <span class="file-state">${show(`attachment.state.${state}`)}</span>
    </div>
    ${
      state === 'uploading'
        ? html`<progress data-id=${id} max=${size} value="0" aria-label=${text('attachment.progress', { name })}></progress>`
        : nothing
    }
    ${why ? html`<p class="field-error">${why}</p>` : nothing}
    ${state === 'refused' ? nothing : html`<div class="details">${detailFields(parts, file, id, name)}</div>`}
    <div class="signs">
      ${button('up', text('attachment.up', { name }), '↑', () => controller.send({ type: 'file.moved', id, by: -1 }), index === 0)}
      ${button('down', text('attachment.down', { name }), '↓', () => controller.send({ type: 'file.moved', id, by: 1 }), index === view.files.length - 1)}
      ${isBusy ? button('stop', text('attachment.cancel', { name }), '■', () => controller.send({ type: 'file.cancelled', id })) : nothing}
      ${
        canRetry(file)
          ? button('again', text('attachment.retry', { name }), '↻', () => controller.send({ type: 'file.retried', id }))
          : nothing
      }
      ${state === 'missing' ? button('again', text('attachment.again', { name }), '…', controller.choose) : nothing}
      ${button('remove', text('attachment.remove', { name }), '✕', () => controller.send({ type: 'file.removed', id }))}
    </div>
  </li>`;
}

function whyOf({ state, refusal, code }: Attachment, policy: DocumentsPolicy, texts: FileTexts): unknown {
  const { show } = texts;
  if (state === 'missing') return show('attachment.missing');
  if (state === 'failed')
    return show(code === 'aborted' ? 'attachment.cancelled' : code === 'offline' ? 'attachment.failed.offline' : 'attachment.failed.other');
  const say = show as (key: string, values: object) => unknown;
  return say(`attachment.refused.${refusal ?? 'unreadable'}`, limitsOf(policy, texts));
}

function forAll(parts: RowParts): TemplateResult {
  return html`<fieldset class="details all">
    <legend>${parts.texts.show('attachment.forAll')}</legend>
    ${detailFields(parts, parts.view.details, null, '')}
  </fieldset>`;
}

/** Type, purpose and line (N16, N17), of one file or of all. */
function detailFields({ view, texts, controller }: RowParts, now: AttachmentDetails, id: string | null, name: string): unknown {
  const { policy, folder, isOpen } = view;
  const { text } = texts;
  const change = (changes: Partial<AttachmentDetails>): void => controller.send({ type: 'details.changed', id, changes });
  const select = (
    label: string,
    spoken: string,
    value: string,
    options: readonly (readonly [value: string, label: string])[],
    chosen: (value: string) => void,
  ): TemplateResult =>
    html`<label class="detail">
      ${label}
      <select aria-label=${spoken} ?disabled=${!isOpen} @change=${(event: Event) => chosen((event.target as HTMLSelectElement).value)}>
        ${options.map(([key, words]) => html`<option value=${key} .selected=${live(key === value)}>${words}</option>`)}
      </select>
    </label>`;
  const items = folder?.items ?? [];
  return [
    select(
      text('document.type'),
      id === null ? text('document.type') : text('attachment.typeOf', { name }),
      now.type,
      policy.types.map((type) => [type, text(`document.type.${type}`)]),
      (type) => change({ type: type as DocumentType }),
    ),
    select(
      text('document.purpose'),
      id === null ? text('document.purpose') : text('attachment.purposeOf', { name }),
      now.purpose,
      policy.purposes.map((purpose) => [purpose, text(`document.purpose.${purpose}`)]),
      (purpose) => change({ purpose: purpose as DocumentPurpose }),
    ),
    items.length === 0
      ? nothing
      : select(
          text('document.line'),
          id === null ? text('document.line') : text('attachment.lineOf', { name }),
          String(now.itemSequence ?? ''),
          [['', text('document.wholeClaim')], ...items.map((item) => [String(item.sequence), lineText(item, text)] as const)],
          (line) => change({ itemSequence: line === '' ? null : Number(line) }),
        ),
  ];
}
