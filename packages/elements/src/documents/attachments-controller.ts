import type { AttachmentEvent } from '@portico/core/documents/note-panel';
import { nothing, type ReactiveController } from 'lit';
import { fileSourceOf } from '../kit/file-source.ts';
import type { PorticoElement } from '../kit/portico-element.ts';
import type { AttachmentRows } from './attachment-rows.parts.ts';
import type { FilesView } from './attachments.parts.ts';

/**
 * What the list of files needs of a page: files that are dropped, pasted or chosen; progress, which is written to the bars once a frame and
 * goes through no task; and the focus, which goes on where what it stood on is gone.
 */
export class AttachmentsController implements ReactiveController {
  /** Something with files is held over the place to drop them. */
  isOver = false;
  readonly #received = new Map<string, number>();
  #isDrawn = true;
  #focus: (() => HTMLElement | null | undefined) | null = null;
  readonly #host: PorticoElement;
  readonly #send: (event: AttachmentEvent) => void;
  #rows: AttachmentRows | undefined;
  #isLoading = false;

  constructor(host: PorticoElement, send: (event: AttachmentEvent) => void) {
    this.#host = host;
    this.#send = send;
    host.addController(this);
  }

  /** Bytes of a file that have arrived; may be called as often as it likes. */
  readonly progress = (id: string, received: number): void => {
    this.#received.set(id, received);
    if (!this.#isDrawn) return;
    this.#isDrawn = false;
    requestAnimationFrame(() => {
      this.#isDrawn = true;
      this.#draw();
    });
  };

  /** The rows of files, loaded with the first. */
  rows(view: FilesView): unknown {
    if (view.files.length > 0 || view.removedName !== null) this.#load();
    return this.#rows?.rows(view) ?? nothing;
  }

  /** What is said of all files together, for the live region; nothing while there is nothing to say. */
  status(view: Pick<FilesView, 'files' | 'underWay' | 'through' | 'stuck'>): unknown {
    return view.files.length > 0 ? (this.#rows?.status(view) ?? nothing) : nothing;
  }

  send(event: AttachmentEvent): void {
    this.#send(event);
    // A row that is gone or has moved takes the focus of its button along.
    if (event.type === 'file.removed') this.#focus = () => this.#query('.returns button') ?? this.#query('.choose');
    if (event.type === 'removal.undone') this.#focus = () => this.#query('.choose');
    if (event.type === 'file.moved') {
      const [wish, other] = event.by < 0 ? ['up', 'down'] : ['down', 'up'];
      const inRow = (name: string): string => `[data-file="${CSS.escape(event.id)}"] .${name}:not(:disabled)`;
      this.#focus = () => this.#query(inRow(wish)) ?? this.#query(inRow(other));
    }
    if (event.type === 'file.retried' || event.type === 'file.cancelled')
      this.#focus = () => this.#query(`[data-file="${CSS.escape(event.id)}"] .remove`);
  }

  hostUpdate(): void {
    const root = this.#host.renderRoot as ShadowRoot | undefined;
    const undo = root?.activeElement?.closest('.undo');
    // Where the note has left, there is nothing to take back; the focus goes to the button beside it.
    if (undo) this.#focus ??= () => (undo.isConnected ? null : this.#query('.primary'));
  }

  hostUpdated(): void {
    this.#draw();
    const target = this.#focus?.();
    this.#focus = null;
    target?.focus();
  }

  /** Opens the file dialog, or the camera. */
  readonly choose = (): void => this.#query<HTMLInputElement>('#files')?.click();
  readonly photograph = (): void => this.#query<HTMLInputElement>('#photo')?.click();

  readonly chosen = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.#take(input.files);
    // The same file can be chosen again.
    input.value = '';
  };

  readonly over = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#setOver(true);
  };

  readonly left = (event: DragEvent): void => {
    const inside = event.relatedTarget instanceof Node && (event.currentTarget as Node).contains(event.relatedTarget);
    if (!inside) this.#setOver(false);
  };

  readonly dropped = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.#setOver(false);
    this.#take(event.dataTransfer.files);
  };

  readonly pasted = (event: ClipboardEvent): void => {
    const data = event.clipboardData;
    // A table copied from a spreadsheet comes as text and as a picture of it: the text is what is meant.
    if (!data || data.files.length === 0 || data.types.includes('text/plain')) return;
    event.preventDefault();
    this.#take(data.files);
  };

  #load(): void {
    if (this.#rows || this.#isLoading) return;
    this.#isLoading = true;
    import('./attachment-rows.parts.ts').then(
      ({ createRows }) => {
        this.#rows = createRows(this.#host, this);
        this.#host.requestUpdate();
      },
      // Asked for again with the next change.
      () => {
        this.#isLoading = false;
      },
    );
  }

  #take(files: FileList | null | undefined): void {
    if (files && files.length > 0) this.#send({ type: 'files.chosen', files: [...files].map(fileSourceOf) });
  }

  #setOver(isOver: boolean): void {
    if (this.isOver === isOver) return;
    this.isOver = isOver;
    this.#host.requestUpdate();
  }

  #draw(): void {
    for (const bar of this.#host.renderRoot.querySelectorAll<HTMLProgressElement>('progress[data-id]')) {
      const received = this.#received.get(bar.dataset['id']!);
      if (received !== undefined) bar.value = received;
    }
  }

  #query<Kind extends HTMLElement = HTMLElement>(selector: string): Kind | null {
    return this.#host.renderRoot.querySelector<Kind>(selector);
  }
}
