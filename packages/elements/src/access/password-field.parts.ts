import { html, type TemplateResult } from 'lit';
import { fieldText, type Shown, type TextField } from '../controls/field.parts.ts';
import { eyeIcon, eyeOffIcon } from '../kit/icons.parts.ts';

/** A password, with a button that shows what was typed. */
export interface PasswordField extends Pick<TextField, 'label' | 'hint' | 'error' | 'maxLength'> {
  readonly autocomplete: 'current-password' | 'new-password';
  readonly isShown: boolean;
  /** Accessible name of the button: what it would do now. */
  readonly toggleLabel: Shown;
  readonly toggled: () => void;
}

/** The field of a password. Its value is never set by a template: it stands in the input alone. */
export const fieldPassword = ({ isShown, toggleLabel, toggled, ...field }: PasswordField): TemplateResult =>
  fieldText({
    ...field,
    name: 'password',
    value: '',
    type: isShown ? 'text' : 'password',
    required: true,
    after: html`<button class="reveal" type="button" @click=${toggled}>
      ${isShown ? eyeOffIcon() : eyeIcon()}<span class="visually-hidden">${toggleLabel}</span>
    </button>`,
  });
