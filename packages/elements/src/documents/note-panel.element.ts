import type { DocumentsPolicy, Note } from '@portico/core/documents';
import {
  notePanelMessages,
  type CasePagesEvent,
  type CasePagesView,
  type NotePanelEvent,
  type NotePanelView,
  type NotePosted,
} from '@portico/core/documents/note-panel';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { fields } from '../controls/field.styles.ts';
import { MessagesController } from '../kit/messages-controller.ts';
import { PorticoElement } from '../kit/portico-element.ts';
import { TaskController } from '../kit/task-controller.ts';
import { tokens } from '../kit/tokens.styles.ts';
import type { Portal } from '../portal/portal.ts';
import { AttachmentsController } from './attachments-controller.ts';
import { attachments } from './attachments.parts.ts';
import { attachmentsStyles } from './attachments.styles.ts';
import { choosingTexts, choosingTextsAr } from './choosing.texts.ts';
import { notePanelStyles } from './note-panel.styles.ts';
import { lineAttribute } from './line-attribute.ts';
import type { NoteHost } from './note-panel.task.ts';
import type { createThread } from './note-thread.parts.ts';
import type { NoteWriting } from './note-writing.parts.ts';

const texts = {
  en: { ...choosingTexts, ...notePanelMessages },
  ar: async () => {
    const [files, own] = await Promise.all([choosingTextsAr(), import('@portico/core/documents/note-panel.messages.ar')]);
    return { ...files, ...own.notePanelMessagesAr };
  },
};

/**
 * Notes of a case: one is written with text, files or both and posted as one; what was posted before stands beneath it. A posted note waits a
 * few seconds in which it can be taken back.
 *
 * @summary Reads and posts notes with documents on a case.
 * @attr {string} case-id - The case; empty shows none.
 * @attr {number} item - The service line that files are proposed for; left out: the claim as a whole.
 * @event {CustomEvent<{ caseId: string, noteId: string, documents: number }>} note-posted - A note is with the payer: `{ caseId, noteId, documents }`.
 * @csspart section - The whole.
 * @csspart drop - Where files can be dropped.
 * @csspart files - The list of files.
 * @csspart thread - The notes that were posted.
 * @csspart note - One of them.
 */
export class NotePanelElement extends PorticoElement implements NoteHost {
  static override properties = {
    ...PorticoElement.properties,
    caseId: { attribute: 'case-id' },
    item: lineAttribute,
  };
  static override styles = [tokens, fields, attachmentsStyles, notePanelStyles];

  declare caseId: string;
  declare item: number | null;

  #wantsFocus: 'heading' | 'text' | 'stuck' | 'undo' | null = null;
  /** There as soon as there is a view. */
  #around!: NoteWriting;
  #showThread: ReturnType<typeof createThread> | undefined;
  readonly #messages = new MessagesController(this, texts);
  readonly #files = new AttachmentsController(this, (event) => this.#note.send(event));
  readonly #note = new TaskController<NotePanelView, NotePanelEvent>(this, {
    load: async () => {
      const [task, parts] = await Promise.all([import('./note-panel.task.ts'), import('./note-writing.parts.ts')]);
      this.#around ??= parts.createWriting(this, this.#files);
      return task.startNotePanel;
    },
    emitted: (event) => this.#posted((event as NotePosted).note),
  });
  readonly #thread = new TaskController<CasePagesView<Note>, CasePagesEvent>(this, {
    load: async () => {
      const [task, parts] = await Promise.all([import('./note-panel.task.ts'), import('./note-thread.parts.ts')]);
      this.#showThread ??= parts.createThread(this);
      return task.startNoteThread;
    },
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

  /** Focuses the heading, now or as soon as it is there. */
  override focus(): void {
    this.#wantsFocus = 'heading';
    this.#settleFocus();
  }

  get #documents(): NonNullable<Portal['backend']['documents']> | undefined {
    return this.connectedPortal?.backend.documents;
  }

  protected override connected(portal: Portal | undefined): void {
    const served = portal?.backend.documents ? portal : undefined;
    this.#note.connect(served);
    this.#thread.connect(served);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if ((changed.has('caseId') && changed.get('caseId') !== undefined) || (changed.has('item') && changed.get('item') !== undefined)) {
      this.#note.restart();
      this.#thread.restart();
    }
  }

  protected override updated(): void {
    this.#settleFocus();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#messages.ready) return nothing;
    const { view, broken, isOpen } = this.#note;
    const thread = this.#thread.view;
    const isBroken = broken || this.#thread.broken;
    if (isBroken || !view || !thread)
      return this.placeholder(isBroken ? this.#restart : undefined, this.#documents ? (isOpen ? 'task' : 'session') : 'nothing');
    const { show } = this.#messages;
    if (view.state === 'idle') return html`<p class="small">${show('note.idle')}</p>`;
    if (view.state === 'opening') return html`<p role="status">${show('note.loading')}</p>`;
    if (view.state === 'failed' || view.state === 'notFound') return this.#around.noForm(view, this.#retry);
    return html`
      <section
        class="panel"
        part="section"
        aria-labelledby="title"
        @paste=${view.isOpen ? this.#files.pasted : nothing}
        @keydown=${this.#pressed}
      >
        <h2 id="title" tabindex="-1">${show('note.title')}</h2>
        ${view.policy ? this.#writing({ ...view, policy: view.policy }) : html`<p class="small">${show('note.readOnly')}</p>`}
        ${
          this.#showThread?.({
            ...{ view: thread, items: view.folder?.items ?? [] },
            more: () => this.#thread.send({ type: 'more.requested' }),
            retry: () => this.#thread.send({ type: 'list.refreshed' }),
          }) ?? nothing
        }
      </section>
    `;
  }

  #writing(view: NotePanelView & { readonly policy: DocumentsPolicy }): TemplateResult {
    const { show } = this.#messages;
    const written = (text: string): void => this.#note.send({ type: 'text.changed', text });
    return html`
      ${this.#around.keeping(view)}
      ${this.#around.field(view, show('note.label'), show('note.hint', { max: view.policy.maxNoteLength }), written)}
      ${attachments({ view, texts: this.#messages, controller: this.#files })} ${this.#around.status(view)}
      ${this.#around.actions(view, show('note.post'), { post: this.#post, undo: this.#undo })}
    `;
  }

  #post = (): void => {
    this.#note.send({ type: 'post.requested' });
    const { notice, canUndo } = this.#note.view ?? {};
    if (canUndo) this.#wantsFocus = 'undo';
    else if (notice === 'note.refused.files-stuck') this.#wantsFocus = 'stuck';
    else if (notice === 'note.refused.nothing-to-post' || notice === 'note.refused.text-too-long') this.#wantsFocus = 'text';
  };

  #undo = (): void => {
    this.#note.send({ type: 'post.undone' });
    this.#wantsFocus = 'text';
  };

  #pressed = (event: KeyboardEvent): void => {
    const state = this.#note.view?.state;
    if (event.key !== 'Escape' || (state !== 'held' && state !== 'gathering')) return;
    // It was for the note, not for the page around it.
    event.stopPropagation();
    this.#undo();
  };

  #retry = (): void => {
    this.#note.send({ type: 'task.retried' });
    this.#thread.send({ type: 'list.refreshed' });
  };

  #restart = (): void => {
    this.#note.restart();
    this.#thread.restart();
  };

  #posted({ id: noteId, caseId, documents }: Note): void {
    // At the head of the thread, as the backend has it.
    this.#thread.send({ type: 'list.refreshed' });
    const detail = { caseId, noteId, documents: documents.length };
    this.connectedPortal?.emit({ type: 'note-posted', ...detail });
    this.emit('note-posted', detail);
  }

  #settleFocus(): void {
    const selector = { heading: 'h2', text: '#text', stuck: '.bad .again, .bad .remove', undo: '.undo' };
    const target = this.#wantsFocus && this.renderRoot?.querySelector<HTMLElement>(selector[this.#wantsFocus]);
    if (!target) return;
    this.#wantsFocus = null;
    target.focus();
  }
}
