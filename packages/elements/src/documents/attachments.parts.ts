import type { DocumentFolder, DocumentsPolicy } from '@portico/core/documents';
import type { attachmentUploaderMessages, fileSizeMessages, NotePanelView } from '@portico/core/documents/note-panel';
import { html, nothing, type TemplateResult } from 'lit';
import type { MessagesController } from '../kit/messages-controller.ts';
import type { AttachmentsController } from './attachments-controller.ts';
import { acceptOf, limitsOf } from './document-words.ts';

/** Texts of the form that files are chosen with. */
export type ChoosingTexts = MessagesController<typeof attachmentUploaderMessages & typeof fileSizeMessages>;

/** What is shown of files that are chosen, whatever they are chosen for. */
export interface FilesView extends Pick<
  NotePanelView,
  'files' | 'details' | 'isOpen' | 'takesFiles' | 'removedName' | 'underWay' | 'through' | 'stuck'
> {
  readonly policy: DocumentsPolicy;
  readonly folder: Pick<DocumentFolder, 'items'> | null;
}

/** What a list of files is made from. */
export interface AttachmentParts {
  readonly view: FilesView;
  readonly texts: ChoosingTexts;
  readonly controller: AttachmentsController;
}

/** A way to choose files, with the limits said before (P4, P13), and beneath it the files that were chosen. */
export function attachments({ view, texts, controller }: AttachmentParts): TemplateResult | typeof nothing {
  const { policy, isOpen } = view;
  const { show } = texts;
  if (!view.takesFiles) return nothing;
  const hasCamera = matchMedia('(pointer: coarse)').matches;
  return html`
    <div
      class="drop"
      part="drop"
      ?data-over=${controller.isOver && isOpen}
      @dragover=${isOpen ? controller.over : nothing}
      @dragleave=${controller.left}
      @drop=${isOpen ? controller.dropped : nothing}
    >
      <div class="actions">
        <button type="button" class="choose" aria-describedby="limits" ?disabled=${!isOpen} @click=${controller.choose}>
          ${show('attachment.choose')}
        </button>
        ${
          hasCamera
            ? html`<button type="button" ?disabled=${!isOpen} @click=${controller.photograph}>${show('attachment.photo')}</button>
                <input id="photo" type="file" hidden accept="image/*" capture="environment" @change=${controller.chosen} />`
            : html`<span class="small">${show('attachment.dropHint')}</span>`
        }
        <input id="files" type="file" hidden multiple accept=${acceptOf(policy.kinds)} @change=${controller.chosen} />
      </div>
      <p class="small" id="limits">${show('attachment.limits', { files: policy.maxFiles, ...limitsOf(policy, texts) })}</p>
    </div>
    ${controller.rows(view)}
  `;
}
