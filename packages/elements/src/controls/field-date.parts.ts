import { html, nothing, type TemplateResult } from 'lit';
import { calendarIcon } from '../kit/icons.parts.ts';
import { fieldText, type Shown, type TextField } from './field.parts.ts';

/** A date that is typed into one field. */
export interface DateField extends Omit<TextField, 'type' | 'inputMode' | 'after' | 'hint'> {
  /** How it was understood, in words; null: a line is kept free for that, so that nothing moves when the field is left. */
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
    hint: field.meaning === null && !field.error ? '\u00a0' : field.meaning,
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
