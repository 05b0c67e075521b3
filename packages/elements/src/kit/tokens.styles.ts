import { css } from 'lit';

/**
 * The semantic tokens (public: `--portico-*`) with their defaults, under short private names. Every sheet of ours reads the private name,
 * so that a host's token, an `appearance` and a default meet in one place. What text inherits is important: a page's `* { … !important }`
 * would else come in through the element itself. Among important rules the inner one wins.
 */
export const tokens = css`
  :host {
    --_primary: var(--portico-color-primary, light-dark(#0b5cad, #7fb6f2));
    --_on-primary: var(--portico-color-on-primary, light-dark(#ffffff, #06264a));
    --_surface: var(--portico-color-surface, light-dark(#ffffff, #14181d));
    --_raised: var(--portico-color-surface-raised, light-dark(#f5f7f9, #1e242b));
    --_sunken: var(--portico-color-surface-sunken, light-dark(#e9edf1, #0d1014));
    --_text: var(--portico-color-text, light-dark(#16202b, #e8edf2));
    --_muted: var(--portico-color-text-muted, light-dark(#51606f, #a9b6c3));
    --_border: var(--portico-color-border, light-dark(#c5ced7, #3a444f));
    --_border-strong: var(--portico-color-border-strong, light-dark(#6d7b89, #8996a3));
    --_focus: var(--portico-color-focus, light-dark(#0b5cad, #9ccbff));
    --_link: var(--portico-color-link, light-dark(#0b5cad, #8fc1f7));
    --_danger: var(--portico-color-danger, light-dark(#b3261e, #ffb4ab));
    --_danger-surface: var(--portico-color-danger-surface, light-dark(#fdecea, #3b1512));
    --_warning: var(--portico-color-warning, light-dark(#7a4d00, #ffcf82));
    --_warning-surface: var(--portico-color-warning-surface, light-dark(#fff4dd, #332405));
    --_success: var(--portico-color-success, light-dark(#1b6b3a, #86d9a4));
    --_success-surface: var(--portico-color-success-surface, light-dark(#e6f4ea, #0d2a18));
    --_info-surface: var(--portico-color-info-surface, light-dark(#e7f0fa, #0f2438));
    --_font: var(--portico-font-family, system-ui, 'Segoe UI', 'Noto Sans', 'Noto Sans Arabic', Tahoma, sans-serif);
    --_mono: var(--portico-font-family-mono, ui-monospace, 'Cascadia Mono', 'Noto Sans Mono', monospace);
    --_size: var(--portico-font-size, 1rem);
    --_size-small: var(--portico-font-size-small, 0.875rem);
    --_size-large: var(--portico-font-size-large, 1.25rem);
    --_bold: var(--portico-font-weight-bold, 600);
    --_line: var(--portico-line-height, 1.5);
    --_radius: var(--portico-radius, 6px);
    --_space: var(--portico-space, 8px);
    --_control: var(--portico-control-height, 40px);
    --_row: var(--portico-row-height, 36px);
    --_focus-width: var(--portico-focus-width, 2px);
    --_shadow: var(--portico-shadow, 0 8px 24px rgb(0 0 0 / 0.25));

    display: block;
    color: var(--_text) !important;
    font: 400 var(--_size) / var(--_line) var(--_font) !important;
    letter-spacing: normal !important;
    text-align: start !important;
    text-indent: 0 !important;
    text-shadow: none !important;
    text-transform: none !important;
    white-space: normal !important;
    word-spacing: normal !important;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 2px;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
