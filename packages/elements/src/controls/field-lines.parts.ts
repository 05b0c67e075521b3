import { html, nothing, type TemplateResult } from 'lit';
import type { Field } from './field.parts.ts';

/** A field of several lines. */
export interface LinesField extends Field {
  readonly rows?: number;
  readonly typed: (value: string) => void;
}

/** Several lines of text under a label, in whatever direction they are written, with hint and error tied to them. */
export const fieldLines = (field: LinesField): TemplateResult => html`
  <div class="field" part="field">
    <label for=${field.name}>${field.label}</label>
    <div class="control">
      <textarea
        id=${field.name}
        name=${field.name}
        rows=${field.rows ?? 4}
        dir="auto"
        .value=${field.value}
        ?disabled=${field.disabled}
        aria-invalid=${field.error ? 'true' : nothing}
        aria-describedby=${[field.error && `${field.name}-error`, field.hint && `${field.name}-hint`].filter(Boolean).join(' ') || nothing}
        @input=${(event: Event) => field.typed((event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>
    ${field.error ? html`<p class="field-error" id="${field.name}-error">${field.error}</p>` : nothing}
    ${field.hint ? html`<p class="field-hint" id="${field.name}-hint">${field.hint}</p>` : nothing}
  </div>
`;
