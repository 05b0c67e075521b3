import type { CaseCriteria } from '@portico/core/claims';
import { html, type TemplateResult } from 'lit';
import { createInner } from '../define/define.ts';
import type { PorticoElement } from '../kit/portico-element.ts';
import type { BordereauExportElement } from './bordereau-export.element.ts';

/** The bordereau of a result, in a dialog over Claims Query. Its element comes when it is first asked for. */
export class ClaimQueryExport {
  readonly #host: PorticoElement;
  #inner: BordereauExportElement | undefined;

  constructor(host: PorticoElement) {
    this.#host = host;
  }

  /** Whether this person may issue a bordereau here at all. */
  get isOffered(): boolean {
    const portal = this.#host.connectedPortal;
    const claims = portal?.backend.claims;
    return !!claims?.breakdown && !!claims.issueBordereau && !!claims.bordereauRows && !!portal?.can('claims.issue-bordereau').allow;
  }

  /** Opens the dialog for a query that was executed. */
  async open(criteria: CaseCriteria): Promise<void> {
    const { BordereauExportElement } = await import('./bordereau-export.element.ts');
    if (!this.#inner) {
      this.#inner = createInner(BordereauExportElement, 'portico-bordereau-export');
      this.#inner.id = this.#host.id;
      this.#inner.addEventListener('export-closed', () => this.#dialog?.close());
    }
    this.#inner.portal = this.#host.connectedPortal;
    this.#inner.criteria = criteria;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#dialog?.showModal();
    this.#inner.focus();
  }

  /** The dialog; closed until it is opened. */
  show(label: string): TemplateResult {
    return html`<dialog id="export" aria-label=${label} @keydown=${this.#hold} @close=${this.#closed}>${this.#inner}</dialog>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog#export');
  }

  #hold = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.#inner?.isIssuing) event.preventDefault();
  };

  #closed = (): void => {
    this.#inner?.close();
    this.#host.renderRoot.querySelector<HTMLElement>('#export-open')?.focus();
  };
}
