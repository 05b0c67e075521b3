import { html, nothing, type TemplateResult } from 'lit';
import { calendarIcon } from '../kit/icons.parts.ts';
import { fieldText, type Shown, type TextField } from './field.parts.ts';

/** A date that is typed into one field; `meaning` says in words how it was understood. */
export interface DateField extends Omit<TextField, 'type' | 'inputMode' | 'after' | 'hint'> {
  readonly meaning?: Shown | null;
  /** Accessible name of the button that opens the calendar. */
  readonly calendarLabel?: string;
  /** Left out: there is no calendar. */
  readonly opened?: () => void;
}

/** One text field for a date: quicker to type than segments, and paste works. The calendar is an extra. */
export const fieldDate = (field: DateField): TemplateResult =>
  fieldText({
    ...field,
    inputMode: 'numeric',
    direction: 'ltr',
    // The line is there before its words are, so that nothing moves when a field is left.
    hint: field.meaning ?? '\u00a0',
    after: field.opened
      ? html`<button
            type="button"
            id="${field.name}-calendar"
            class="field-button"
            aria-label=${field.calendarLabel ?? nothing}
            aria-haspopup="dialog"
            @click=${field.opened}
          >
            ${calendarIcon()}
          </button>
          <div id="${field.name}-popup"></div>`
      : nothing,
  });
