import type { FileDocument } from '@portico/core/documents';
import type { documentMessages } from '@portico/core/documents/note-panel';
import { PortError, toPortError } from '@portico/core/kernel';
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { MessagesController } from '../kit/messages-controller.ts';
import type { Portal } from '../portal/portal.ts';

type State = 'idle' | 'taking' | 'failed' | 'gone';

/** An element from which documents are downloaded. */
interface DownloadHost extends ReactiveControllerHost {
  readonly connectedPortal: Portal | undefined;
  readonly ownerDocument: Document;
}

/** Downloads one document at a time, and says how that goes. */
export class DownloadController implements ReactiveController {
  #name = '';
  #state: State = 'idle';
  #stop = new AbortController();
  readonly #host: DownloadHost;

  constructor(host: DownloadHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#stop.abort();
    this.#set('idle');
  }

  /** Gives a document to the person to keep. */
  async take({ id, name }: Pick<FileDocument, 'id' | 'name'>): Promise<void> {
    await this.fetch(name, async (portal, signal) => {
      const { documentBytes, saveFile } = await import('./take-document.ts');
      const bytes = await documentBytes(portal, id, signal);
      if (!signal.aborted) saveFile(bytes, name, this.#host.ownerDocument);
    });
  }

  /** Fetches something under its name; null where it cannot be had, which is said, or where another was asked for meanwhile. */
  async fetch<Value>(name: string, read: (portal: Portal, signal: AbortSignal) => Promise<Value>): Promise<Value | null> {
    const portal = this.#host.connectedPortal;
    if (!portal) return null;
    portal.touch();
    // The last wish counts.
    this.#stop.abort();
    const stop = (this.#stop = new AbortController());
    this.#name = name;
    this.#set('taking');
    try {
      const found = await read(portal, stop.signal);
      if (stop.signal.aborted) return null;
      this.#set('idle');
      return found;
    } catch (error) {
      if (stop.signal.aborted) return null;
      const { code } = toPortError(error);
      portal.report(new PortError(code));
      this.#set(code === 'not-found' || code === 'denied' ? 'gone' : 'failed');
      return null;
    }
  }

  /** What is said of the download; a live region that is always there. */
  status({ show }: MessagesController<typeof documentMessages>): TemplateResult {
    const name = this.#name;
    return html`<div class="status" role="status">
      ${this.#state === 'taking' ? html`<p class="small">${show('document.taking', { name })}</p>` : nothing}
      ${this.#state === 'failed' ? html`<p class="notice danger">${show('document.notTaken', { name })}</p>` : nothing}
      ${this.#state === 'gone' ? html`<p class="notice danger">${show('document.gone', { name })}</p>` : nothing}
    </div>`;
  }

  #set(state: State): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
