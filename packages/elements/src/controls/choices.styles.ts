import { css } from 'lit';

/** Radios and checkboxes in a group. */
export const choices = css`
  .choices {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
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
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_primary);
  }
`;
