import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

/** What is shown: a text or pieces of one. */
export type Shown = string | readonly (string | TemplateResult)[] | TemplateResult;

/** What every field has: `name` is also the part of its id; an `error` explains itself next to the field. */
export interface Field {
  readonly name: string;
  readonly label: Shown;
  readonly value: string;
  readonly hint?: Shown | null | undefined;
  readonly error?: Shown | null | undefined;
  /** Id of a text that stands elsewhere and describes several fields. */
  readonly describedBy?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
}

/** A field that is typed into. */
export interface TextField extends Field {
  readonly type?: 'text' | 'password' | 'email' | 'search';
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email';
  readonly autocomplete?: string;
  readonly maxLength?: number;
  /** `ltr` for numbers and codes inside right-to-left pages. */
  readonly direction?: 'ltr' | 'auto';
  /** Left out: the element reads the input when it needs to. */
  readonly typed?: (value: string) => void;
  /** On leaving the field or Enter. */
  readonly left?: (value: string) => void;
  /** A button inside the field's frame. */
  readonly after?: TemplateResult | typeof nothing;
}

/** A field that is chosen from a short list. */
export interface SelectField extends Field {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: (value: string) => void;
}

/** Ids of what describes a field, in the order in which it is read out. */
export const describedBy = ({ name, hint, error, describedBy: more }: Field): string | typeof nothing =>
  [error && `${name}-error`, hint && `${name}-hint`, more].filter(Boolean).join(' ') || nothing;

/** A control under its label, with error and hint below. */
export const frame = (field: Field, control: TemplateResult): TemplateResult => html`
  <div class="field" part="field">
    <label for=${field.name} id="${field.name}-label">${field.label}</label>
    ${control} ${field.error ? html`<p class="field-error" id="${field.name}-error">${field.error}</p>` : nothing}
    ${field.hint ? html`<p class="field-hint" id="${field.name}-hint">${field.hint}</p>` : nothing}
  </div>
`;

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

/** One line of text under a label, with hint and error tied to it. */
export const fieldText = (field: TextField): TemplateResult =>
  frame(
    field,
    html`<div class="control" id="${field.name}-control">
      <input
        id=${field.name}
        name=${field.name}
        type=${field.type ?? 'text'}
        inputmode=${field.inputMode ?? nothing}
        autocomplete=${(field.autocomplete ?? 'off') as 'off'}
        maxlength=${field.maxLength ?? nothing}
        dir=${field.direction ?? nothing}
        .value=${field.value}
        ?required=${field.required}
        ?disabled=${field.disabled}
        aria-invalid=${field.error ? 'true' : nothing}
        aria-describedby=${describedBy(field)}
        @input=${field.typed ? (event: Event) => field.typed?.(valueOf(event)) : nothing}
        @change=${field.left ? (event: Event) => field.left?.(valueOf(event)) : nothing}
      />${field.after ?? nothing}
    </div>`,
  );

/** An option is found by typing its beginning: the isolate round a name that stands there goes round the rest instead. */
const typable = (label: string): string => label.replace(/^\u2068(.*?)\u2069(.+)$/, '$1\u2068$2\u2069');

/** A native select under a label. It shows the value even where options came or went since a person chose. */
export const fieldSelect = (field: SelectField): TemplateResult =>
  frame(
    field,
    html`<div class="control">
      <select
        id=${field.name}
        name=${field.name}
        ?disabled=${field.disabled}
        aria-invalid=${field.error ? 'true' : nothing}
        aria-describedby=${describedBy(field)}
        @change=${(event: Event) => field.chosen(valueOf(event))}
      >
        ${field.options.map(
          (option) => html`<option value=${option.value} .selected=${live(option.value === field.value)}>${typable(option.label)}</option>`,
        )}
      </select>
    </div>`,
  );

/** Choices of which several, or (radio) exactly one, hold. */
export const fieldChoices = (field: {
  readonly name: string;
  readonly legend: Shown;
  readonly type: 'radio' | 'checkbox';
  readonly options: readonly { readonly value: string; readonly label: Shown; readonly checked: boolean }[];
  readonly error?: Shown | null | undefined;
  readonly disabled?: boolean;
  readonly chosen: (value: string, checked: boolean) => void;
}): TemplateResult => html`
  <fieldset class="choices" part="field" ?disabled=${field.disabled} aria-describedby=${field.error ? `${field.name}-error` : nothing}>
    <legend>${field.legend}</legend>
    <div class="choices-list">
      ${field.options.map(
        (option) =>
          html`<label class="choice">
            <input
              type=${field.type}
              name=${field.name}
              value=${option.value}
              .checked=${option.checked}
              aria-invalid=${field.error && field.type === 'checkbox' ? 'true' : nothing}
              @change=${(event: Event) => field.chosen(option.value, (event.target as HTMLInputElement).checked)}
            />
            <span>${option.label}</span>
          </label>`,
      )}
    </div>
    ${field.error ? html`<p class="field-error" id="${field.name}-error">${field.error}</p>` : nothing}
  </fieldset>
`;
