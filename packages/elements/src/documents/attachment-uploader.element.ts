import type { Note } from '@portico/core/documents';
import type { NotePanelEvent, NotePanelView, NotePosted } from '@portico/core/documents/note-panel';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { fields } from '../controls/field.styles.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from '../portal/portal.ts';
import { attachmentUploaderStyles } from './attachment-uploader.styles.ts';
import { AttachmentsController } from './attachments-controller.ts';
import { attachments } from './attachments.parts.ts';
import { attachmentsStyles } from './attachments.styles.ts';
import { choosingTexts, choosingTextsAr } from './choosing.texts.ts';
import { lineAttribute } from './line-attribute.ts';
import type { NoteHost } from './note-panel.task.ts';
import type { NoteWriting } from './note-writing.parts.ts';

const texts = { en: choosingTexts, ar: choosingTextsAr };

/**
 * Attaches files to a case, without a note: they are checked before a byte is sent, uploaded, and committed together. A file that is refused
 * leaves the good ones.
 *
 * @summary Attaches documents to a case.
 * @attr {string} case-id - The case; empty shows none.
 * @attr {number} item - The service line that files are proposed for; left out: the claim as a whole.
 * @event {CustomEvent<{ caseId: string, noteId: string, documents: number }>} note-posted - The documents are with the payer: `{ caseId, noteId, documents }`.
 * @csspart section - The whole.
 * @csspart drop - Where files can be dropped.
 * @csspart files - The list of files.
 */
export class AttachmentUploaderElement extends PorticoElement implements NoteHost {
  static override properties = { ...PorticoElement.properties, caseId: { attribute: 'case-id' }, item: lineAttribute };
  static override styles = [tokens, fields, attachmentsStyles, attachmentUploaderStyles];

  declare caseId: string;
  declare item: number | null;

  /** There as soon as there is a view. */
  #around!: NoteWriting;
  /** Documents of the last commit. */
  #attached = 0;
  #wantsFocus: '.choose' | '.undo' | '.bad .again, .bad .remove' | null = null;
  readonly #messages = new MessagesController(this, texts);
  readonly #files = new AttachmentsController(this, (event) => this.#task.send(event));
  readonly #task = new TaskController<NotePanelView, NotePanelEvent>(this, {
    load: async () => {
      const [task, parts] = await Promise.all([import('./note-panel.task.ts'), import('./note-writing.parts.ts')]);
      this.#around ??= parts.createWriting(this, this.#files);
      return task.startAttachmentUploader;
    },
    emitted: (event) => this.#posted((event as NotePosted).note),
  });

  constructor() {
    super();
    this.caseId = '';
    this.item = null;
  }

  /** @internal */
  get progress(): NoteHost['progress'] {
    return this.#files.progress;
  }

  get #isOffered(): boolean {
    const documents = this.connectedPortal?.backend.documents;
    return !!documents?.upload && !!documents.post;
  }

  protected override connected(portal: Portal | undefined): void {
    this.#task.connect(this.#isOffered ? portal : undefined);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (['caseId', 'item'].some((name) => changed.has(name) && changed.get(name) !== undefined)) this.#task.restart();
  }

  protected override updated(): void {
    const target = this.#wantsFocus && this.renderRoot.querySelector<HTMLElement>(this.#wantsFocus);
    if (!target) return;
    this.#wantsFocus = null;
    target.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#messages.ready) return nothing;
    const { view, broken, isOpen } = this.#task;
    if (broken || !view)
      return this.placeholder(broken ? () => this.#task.restart() : undefined, this.#isOffered ? (isOpen ? 'task' : 'session') : 'nothing');
    const { show } = this.#messages;
    if (view.state === 'idle' || view.state === 'readOnly' || view.state === 'opening')
      return html`<p class="small" role="status">${show(view.state === 'opening' ? 'attachment.loading' : `attachment.${view.state}`)}</p>`;
    if (!view.policy) return this.#around.noForm(view, () => this.#task.send({ type: 'task.retried' }));
    return html`
      <section part="section" aria-labelledby="title" @paste=${view.isOpen ? this.#files.pasted : nothing} @keydown=${this.#pressed}>
        <h2 id="title" tabindex="-1">${show('attachment.title')}</h2>
        ${this.#around.keeping(view)}
        ${attachments({ view: { ...view, policy: view.policy }, texts: this.#messages, controller: this.#files })}
        ${this.#around.status(view, { posted: show('attachment.attached', { n: this.#attached }), nothing: show('attachment.nothing') })}
        ${this.#around.actions(view, show('attachment.attach'), { post: this.#attach, undo: this.#undo })}
      </section>
    `;
  }

  #attach = (): void => {
    this.#task.send({ type: 'post.requested' });
    const { notice, canUndo } = this.#task.view ?? {};
    if (canUndo) this.#wantsFocus = '.undo';
    else if (notice === 'note.refused.files-stuck') this.#wantsFocus = '.bad .again, .bad .remove';
    else if (notice === 'note.refused.nothing-to-post') this.#wantsFocus = '.choose';
  };

  #undo = (): void => {
    this.#task.send({ type: 'post.undone' });
    this.#wantsFocus = '.choose';
  };

  #pressed = (event: KeyboardEvent): void => {
    const state = this.#task.view?.state;
    if (event.key !== 'Escape' || (state !== 'held' && state !== 'gathering')) return;
    // It was for the files, not for the page around them.
    event.stopPropagation();
    this.#undo();
  };

  #posted({ id: noteId, caseId, documents }: Note): void {
    this.#attached = documents.length;
    const detail = { caseId, noteId, documents: documents.length };
    this.connectedPortal?.emit({ type: 'note-posted', ...detail });
    this.emit('note-posted', detail);
  }
}
