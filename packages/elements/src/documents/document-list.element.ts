import type { CaseDocument, DocumentPurpose, FileKind, FormDocument } from '@portico/core/documents';
import { byPlace, documentListMessages, fits, occurring, type DocumentFilter } from '@portico/core/documents/document-list';
import { documentMessages, fileSizeMessages, type CasePagesEvent, type CasePagesView } from '@portico/core/documents/note-panel';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { fields } from '../controls/field.styles.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from '../portal/portal.ts';
import { documentGroup, filterSelect, titleOf } from './document-list.parts.ts';
import { documentListStyles } from './document-list.styles.ts';
import type { DocumentListHost, DocumentSurroundings } from './document-list.task.ts';
import type { Look } from './document-preview.ts';
import { canPreview } from './document-words.ts';
import { lineAttribute } from './line-attribute.ts';
import { DownloadController } from './download-controller.ts';

const texts = {
  en: { ...documentListMessages, ...documentMessages, ...fileSizeMessages },
  ar: async () => {
    const [own, common, sizes] = await Promise.all([
      import('@portico/core/documents/document-list.messages.ar'),
      import('@portico/core/documents/document.messages.ar'),
      import('@portico/core/documents/file-size.messages.ar'),
    ]);
    return { ...own.documentListMessagesAr, ...common.documentMessagesAr, ...sizes.fileSizeMessagesAr };
  },
};

// What shows and prints documents weighs more than their list: it comes when one is asked for.
const previews = () => import('./document-preview.ts');

const everything: DocumentFilter = { type: null, purpose: null };

/**
 * The documents of a case, by service line and for the claim as a whole: narrowed by type and purpose, looked at where they are pictures
 * (or, where the page allows it, PDF), and downloaded under a safe name. Forms of what was authorized are opened and printed.
 *
 * @summary Lists, shows and downloads the documents of a case, and prints its forms.
 * @attr {string} case-id - The case; empty shows none.
 * @attr {number} item - Lists the documents of this service line only.
 * @attr {boolean} pdf-preview - The page's policy allows `frame-src blob:`: PDF documents are shown in the browser's own viewer, in a frame over a
 *   blob link that is revoked when it is closed. Without it they can be downloaded only, and no such frame is ever made.
 * @csspart section - The whole.
 * @csspart group - The documents of one line, or of the claim as a whole.
 * @csspart document - One document.
 */
export class DocumentListElement extends PorticoElement implements DocumentListHost {
  static override properties = {
    ...PorticoElement.properties,
    caseId: { attribute: 'case-id' },
    item: lineAttribute,
    pdfPreview: { type: Boolean, attribute: 'pdf-preview' },
    filter: { state: true },
    around: { state: true },
    shown: { state: true },
    look: { state: true },
  };
  static override styles = [tokens, fields, documentListStyles];

  declare caseId: string;
  declare item: number | null;
  declare pdfPreview: boolean;
  declare protected filter: DocumentFilter;
  declare protected around: DocumentSurroundings;
  /** The document in the preview. */
  declare protected shown: CaseDocument | null;
  /** How it is shown there. */
  declare protected look: Look['look'];

  /** Takes the frame or the form out of the preview. */
  #release: (() => void) | undefined;

  readonly #messages = new MessagesController(this, texts);
  readonly #download = new DownloadController(this);
  readonly #task = new TaskController<CasePagesView<CaseDocument>, CasePagesEvent>(this, {
    load: async () => (await import('./document-list.task.ts')).startDocumentList,
  });

  constructor() {
    super();
    this.caseId = '';
    this.item = null;
    this.filter = everything;
    this.pdfPreview = false;
    this.around = { items: [], words: null };
    this.shown = null;
    this.look = 'picture';
  }

  /** @internal */
  surroundingsFound = (found: DocumentSurroundings): void => {
    this.around = found;
  };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#dialog?.close();
  }

  protected override connected(portal: Portal | undefined): void {
    this.#task.connect(portal?.backend.documents ? portal : undefined);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (['caseId', 'item'].some((name) => changed.has(name) && changed.get(name) !== undefined)) {
      this.filter = everything;
      this.#task.restart();
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#messages.ready) return nothing;
    const { view, broken, isOpen } = this.#task;
    if (broken || !view)
      return this.placeholder(
        broken ? () => this.#task.restart() : undefined,
        this.connectedPortal?.backend.documents ? (isOpen ? 'task' : 'session') : 'nothing',
      );
    const { show } = this.#messages;
    if (view.state === 'idle') return html`<p class="small">${show('documents.idle')}</p>`;
    return html`
      <section part="section" aria-labelledby="title" aria-busy=${view.isBusy}>
        <div class="head">
          <h2 id="title" tabindex="-1">${show('documents.title')}</h2>
          ${view.rows.length > 0 ? this.#filters(view.rows) : nothing}
        </div>
        ${this.#body(view)} ${this.#download.status(this.#messages)} ${this.#preview()}
      </section>
    `;
  }

  #body(view: CasePagesView<CaseDocument>): TemplateResult {
    const { show } = this.#messages;
    const again = html`<button type="button" @click=${() => this.#task.send({ type: 'list.refreshed' })}>
      ${show('documents.retry')}
    </button>`;
    if (view.state === 'notFound' || view.state === 'denied')
      return html`<p class="notice danger" role="alert">${show(`documents.${view.state}`)}</p>`;
    if (view.state === 'failed')
      return html`<p class="notice danger" role="alert">
        ${show(view.code === 'offline' ? 'documents.offline' : 'documents.failed')} ${again}
      </p>`;
    const found = view.rows.filter((document) => fits(document, this.filter));
    const isFirst = view.state === 'loading' && view.rows.length === 0;
    return html`
      ${view.isStale ? html`<p class="notice warning">${show('documents.stale')} ${again}</p>` : nothing}
      <p class="small" role="status">
        ${
          isFirst
            ? show('documents.loading')
            : view.rows.length === 0
              ? show('documents.none')
              : found.length === 0
                ? show('documents.noneFit')
                : show(view.hasMore ? 'documents.ofMore' : 'documents.count', { n: found.length })
        }
      </p>
      ${
        found.length === 0 && view.rows.length > 0
          ? html`<div class="actions">
              <button type="button" @click=${this.#showAll}>${show('documents.showAll')}</button>
            </div>`
          : nothing
      }
      ${byPlace(found).map((group) =>
        documentGroup(group, this.#messages, this.around.items, {
          canPreview: this.#canPreview,
          take: (document) => void this.#download.take(document),
          print: (document) => void this.#print(document),
          preview: (document) => void this.#open(document),
        }),
      )}
      ${
        found.some(({ kind }) => kind === 'pdf' && !this.#canPreview('pdf'))
          ? html`<p class="small">${show('documents.pdfNotShown')}</p>`
          : nothing
      }
      ${
        view.hasMore
          ? html`<div class="actions">
              <button type="button" aria-disabled=${view.isBusy} @click=${() => this.#task.send({ type: 'more.requested' })}>
                ${show('documents.more')}
              </button>
            </div>`
          : nothing
      }
    `;
  }

  #filters(rows: readonly CaseDocument[]): TemplateResult {
    const { text } = this.#messages;
    const { types = [], purposes = [] } = this.around.words ?? {};
    const { type, purpose } = this.filter;
    return html`<div class="filters">
      ${filterSelect(
        text('document.type'),
        text('documents.allTypes'),
        type,
        occurring(
          rows.map((row) => row.type),
          types,
        ).map((word) => [word, text(`document.type.${word}`)]),
        (word) => this.#narrow({ type: word as DocumentFilter['type'] }),
      )}
      ${filterSelect(
        text('document.purpose'),
        text('documents.allPurposes'),
        purpose,
        occurring(
          rows.map((row) => row.purpose),
          purposes,
        ).map((word) => [word, text(`document.purpose.${word}`)]),
        (word) => this.#narrow({ purpose: word as DocumentPurpose | null }),
      )}
    </div>`;
  }

  #narrow(changes: Partial<DocumentFilter>): void {
    this.filter = { ...this.filter, ...changes };
  }

  #showAll = (): void => {
    this.filter = everything;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('h2')?.focus());
  };

  #preview(): TemplateResult {
    const { show, text } = this.#messages;
    const document = this.shown;
    const name = document ? titleOf(document, this.#messages) : '';
    return html`<dialog aria-label=${text('documents.previewOf', { name })} @close=${this.#closed} @keydown=${this.#pressed}>
      <div class="head">
        <h3><bdi>${name}</bdi></h3>
        <div class="actions">
          ${
            document?.kind === 'form'
              ? html`<button type="button" @click=${() => void this.#print(document)}>${show('documents.printShort')}</button>`
              : html`<button type="button" @click=${() => document && void this.#download.take(document)}>
                  ${show('documents.downloadShort')}
                </button>`
          }
          <button type="button" @click=${() => this.#dialog?.close()}>${show('documents.close')}</button>
        </div>
      </div>
      <div class="paper">
        ${this.look === 'unreadable' ? html`<p class="notice" role="status">${show('documents.noPreview')}</p>` : nothing}
        <canvas ?hidden=${this.look !== 'picture'} role="img" aria-label=${name}></canvas>
      </div>
    </dialog>`;
  }

  readonly #canPreview = (kind: FileKind): boolean => canPreview(kind, this.pdfPreview);

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  async #open(document: CaseDocument): Promise<void> {
    const dialog = this.#dialog!;
    const canvas = dialog.querySelector('canvas')!;
    const found = await this.#download.fetch(titleOf(document, this.#messages), async (portal, signal) =>
      (await previews()).lookAt(document, { host: this, portal, signal, canvas }),
    );
    if (!found || !this.isConnected) return;
    this.look = found.look;
    this.shown = document;
    await this.updateComplete;
    if (!dialog.open) dialog.showModal();
    this.#release?.();
    this.#release = await found.place?.(dialog.querySelector<HTMLElement>('.paper')!);
    if (!dialog.open) this.#release?.();
  }

  async #print(document: FormDocument): Promise<void> {
    await this.#download.fetch(titleOf(document, this.#messages), async (portal, signal) =>
      (await previews()).printForm(document, { host: this, portal, signal }),
    );
  }

  #pressed = (event: KeyboardEvent): void => {
    // It closes the preview, and nothing of the page around it.
    if (event.key === 'Escape') event.stopPropagation();
  };

  #closed = (): void => {
    // What was shown is not kept in memory.
    const canvas = this.renderRoot.querySelector('canvas');
    if (canvas) canvas.width = canvas.height = 1;
    this.#release?.();
    this.#release = undefined;
    this.shown = null;
    this.look = 'picture';
  };
}
