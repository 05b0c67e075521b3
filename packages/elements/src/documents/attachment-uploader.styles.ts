import { css } from 'lit';

/** Files that are attached without a note. */
export const attachmentUploaderStyles = css`
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
  }
  h2 {
    margin: 0;
    font-size: var(--_size-large);
  }
  .status:empty {
    display: none;
  }
  .count {
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
`;
