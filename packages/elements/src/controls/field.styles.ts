import { css } from 'lit';

/** Fields, choices and buttons: native controls under a thin skin. */
export const fields = css`
  .field {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) / 2);
    min-inline-size: 0;
  }
  label,
  legend {
    font-weight: var(--_bold);
    font-size: var(--_size-small);
  }
  .control {
    display: flex;
    position: relative;
  }
  input:not([type='radio'], [type='checkbox']),
  select,
  textarea {
    flex: 1;
    inline-size: 100%;
    min-inline-size: 0;
    min-block-size: var(--_control);
    padding-inline: calc(var(--_space) * 1.25);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
  }
  [aria-invalid='true'],
  input[aria-invalid='true'] {
    border-color: var(--_danger);
    border-width: 2px;
  }
  :disabled,
  [aria-disabled='true'] {
    opacity: 0.6;
  }
  .field-hint,
  .field-error {
    margin: 0;
    font-size: var(--_size-small);
    color: var(--_muted);
  }
  .field-error {
    color: var(--_danger);
  }
  .field-error::before {
    content: '⚠ ' / '';
  }
  button {
    min-block-size: var(--_control);
    padding-inline: calc(var(--_space) * 2);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    cursor: pointer;
  }
  [aria-disabled='true'] {
    cursor: default;
  }
  button:hover:enabled {
    background: var(--_raised);
  }
  button.primary {
    border-color: transparent;
    background: var(--_primary);
    color: var(--_on-primary);
    font-weight: var(--_bold);
  }
  button.primary:hover:enabled {
    background: var(--_primary);
    filter: brightness(1.1);
  }
  button.quiet {
    border-color: transparent;
    background: none;
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
  }
  .notice {
    margin: 0;
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_border);
    border-inline-start-width: 4px;
    border-radius: var(--_radius);
    background: var(--_info-surface);
  }
  .notice.danger {
    border-color: var(--_danger);
    background: var(--_danger-surface);
  }
  .notice.warning {
    border-color: var(--_warning);
    background: var(--_warning-surface);
  }
  .notice.success {
    border-color: var(--_success);
    background: var(--_success-surface);
  }
  @media (forced-colors: active) {
    button.primary {
      border-color: ButtonText;
    }
  }
`;
