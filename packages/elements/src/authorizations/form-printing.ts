import { toPortError } from '@portico/core/kernel';
import { html, nothing, type TemplateResult } from 'lit';
import type { Shown } from '../controls/field.parts.ts';
import type { PorticoElement } from '../kit/portico-element.ts';

/** The button that prints the authorization form, as it was filed (N28). */
export interface FormPrinting {
  /** Nothing where there is no form, or a backend that keeps none. */
  readonly button: (formId: string | null, label: Shown) => TemplateResult | typeof nothing;
  /** Whether the last try came to nothing. */
  readonly isFailed: boolean;
}

/** Makes it for an element; what prints is loaded when it is pressed. */
export function createFormPrinting(host: PorticoElement): FormPrinting {
  let state: 'idle' | 'busy' | 'failed' = 'idle';
  const become = (next: typeof state): void => {
    state = next;
    host.requestUpdate();
  };
  const print = async (formId: string): Promise<void> => {
    const portal = host.connectedPortal;
    if (!portal || state === 'busy') return;
    become('busy');
    try {
      const { printAuthorizationForm } = await import('./authorization-form.print.ts');
      await printAuthorizationForm(host, portal, formId, new AbortController().signal);
      become('idle');
    } catch (error) {
      portal.report(toPortError(error));
      become('failed');
    }
  };
  return {
    button: (formId, label) =>
      formId === null || !host.connectedPortal?.backend.documents?.form
        ? nothing
        : html`<button type="button" id="print" aria-disabled=${state === 'busy'} @click=${() => void print(formId)}>${label}</button>`,
    get isFailed() {
      return state === 'failed';
    },
  };
}
