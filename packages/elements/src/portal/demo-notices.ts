import { createMessages } from '@portico/core/kernel';
import { html, type TemplateResult } from 'lit';
import { demoNoticesMessagesAr } from './demo-notices.messages.ar.ts';
import { demoNoticesMessages } from './demo-notices.messages.ts';

/** What a provider has to say for itself, and what may be done about it. */
export type DemoNotice =
  | { readonly kind: 'ribbon'; readonly delete: () => void }
  | { readonly kind: 'confirm'; readonly delete: () => void; readonly keep: () => void }
  | { readonly kind: 'failed'; readonly code: string; readonly retry: () => void }
  /** For whoever wrote the page: said as it is. */
  | { readonly kind: 'mistake'; readonly text: string };

/** The line above a demo; loaded when there is one. */
export function demoNotice(notice: DemoNotice, locale: string): TemplateResult {
  const { text } = createMessages<typeof demoNoticesMessages>(
    locale,
    demoNoticesMessages,
    locale.startsWith('ar') ? demoNoticesMessagesAr : {},
  );
  const button = (label: string, act: () => void) => html`<button type="button" @click=${act}>${label}</button>`;
  switch (notice.kind) {
    case 'mistake':
      return html`<p part="ribbon" role="alert">${notice.text}</p>`;
    case 'failed': {
      const key = `demo.failed.${notice.code}`;
      const told = key in demoNoticesMessages ? (key as 'demo.failed.internal') : 'demo.failed.internal';
      return html`<p part="ribbon" role="alert">
        <span>${text(told)}</span> ${notice.code === 'insecure' ? '' : button(text('demo.retry'), notice.retry)}
      </p>`;
    }
    case 'confirm':
      return html`<p part="ribbon" role="alert">
        <span>${text('demo.confirm')}</span> ${button(text('demo.deleteNow'), notice.delete)} ${button(text('demo.keep'), notice.keep)}
      </p>`;
    default:
      return html`<p part="ribbon"><span>${text('demo.ribbon')}</span> ${button(text('demo.delete'), notice.delete)}</p>`;
  }
}
