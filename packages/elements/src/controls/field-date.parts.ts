import { html, nothing, type TemplateResult } from 'lit';
import { fieldText, type Shown, type TextField } from './field.parts.ts';

/** A date that is typed into one field; `meaning` says in words how it was understood. */
export interface DateField extends Omit<TextField, 'type' | 'inputMode' | 'after'> {
  readonly meaning?: Shown | null;
  /** Accessible name of the button that opens the calendar; left out, there is none. */
  readonly calendarLabel?: string;
  readonly opened?: () => void;
}

/** One text field for a date: quicker to type than segments, and paste works. The calendar is an extra. */
export const fieldDate = (field: DateField): TemplateResult =>
  fieldText({
    ...field,
    inputMode: 'numeric',
    direction: 'ltr',
    hint: field.meaning ?? field.hint,
    after: field.opened
      ? html`<button
            type="button"
            id="${field.name}-calendar"
            class="field-button"
            aria-label=${field.calendarLabel ?? nothing}
            aria-haspopup="dialog"
            @click=${field.opened}
          >
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" fill="none" stroke="currentColor">
              <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5 1.8v3M11 1.8v3" />
            </svg>
          </button>
          <div id="${field.name}-popup"></div>`
      : nothing,
  });
