import type { CaseDocument } from '@portico/core/documents';
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

  async take({ id, name }: Pick<CaseDocument, 'id' | 'name'>): Promise<void> {
    const portal = this.#host.connectedPortal;
    if (!portal) return;
    portal.touch();
    // The last wish counts.
    this.#stop.abort();
    const stop = (this.#stop = new AbortController());
    this.#name = name;
    this.#set('taking');
    try {
      await (await import('./take-document.ts')).takeDocument(portal, id, this.#host.ownerDocument, stop.signal);
      if (!stop.signal.aborted) this.#set('idle');
    } catch (error) {
      if (stop.signal.aborted) return;
      const { code } = toPortError(error);
      portal.report(new PortError(code));
      this.#set(code === 'not-found' || code === 'denied' ? 'gone' : 'failed');
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
