import { css } from 'lit';

/** The list under a field that is chosen from a long list. */
export const combobox = css`
  .combobox-list {
    z-index: 10;
    max-block-size: min(20rem, 60vh);
    overflow-y: auto;
    padding: calc(var(--_space) / 2);
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  .combobox-list[hidden] {
    display: none;
  }
  .combobox-place {
    z-index: 10;
  }
  .combobox-choice {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--_space);
    padding: calc(var(--_space) * 0.75) var(--_space);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .combobox-code {
    font-variant-numeric: tabular-nums;
    font-weight: var(--_bold);
  }
  .combobox-label {
    flex: 1 1 12rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .combobox-detail {
    flex: 1 1 100%;
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  .combobox-choice:hover {
    background: var(--_raised);
  }
  .combobox-choice.stale {
    opacity: 0.6;
  }
  .combobox-choice.other {
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .combobox-choice + .combobox-choice.other {
    margin-block-start: calc(var(--_space) / 2);
    border-block-start: 1px solid var(--_border);
    border-start-start-radius: 0;
    border-start-end-radius: 0;
  }
  .combobox-choice[data-highlighted] {
    background: var(--_primary);
    color: var(--_on-primary);
  }
  .combobox-choice[data-highlighted] .combobox-detail {
    color: inherit;
  }
  .combobox-list mark {
    background: none;
    color: inherit;
    font-weight: var(--_bold);
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .combobox-failed {
    color: var(--_danger);
  }
  @media (forced-colors: active) {
    .combobox-choice[data-highlighted] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
