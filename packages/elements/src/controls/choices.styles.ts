import { css } from 'lit';

/** Radios and checkboxes in a group; inside `.segments` radios stand in one frame, the chosen one filled. */
export const choices = css`
  .choices {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  .choices legend {
    padding: 0;
  }
  .choices-list {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) / 2) calc(var(--_space) * 2);
    padding-block-start: calc(var(--_space) / 2);
  }
  .choice {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: 24px;
    font-weight: normal;
  }
  .choice input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_primary);
  }
  .segments .choices-list {
    display: inline-flex;
    flex-wrap: nowrap;
    gap: 2px;
    margin-block-start: calc(var(--_space) / 2);
    padding: 2px;
    border: 1px solid var(--_border-strong);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .segments .choice {
    position: relative;
    justify-content: center;
    min-block-size: calc(var(--_control) - 6px);
    padding-inline: calc(var(--_space) * 1.5);
    border-radius: calc(var(--_radius) - 2px);
  }
  .segments .choice:has(:checked) {
    background: var(--_primary);
    color: var(--_on-primary);
  }
  .segments input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    appearance: none;
    border-radius: inherit;
    cursor: pointer;
  }
  .segments span {
    pointer-events: none;
  }
  @media (forced-colors: active) {
    .segments .choice:has(:checked) {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
