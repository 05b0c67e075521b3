import { css } from 'lit';

/** The export of a bordereau: choose, issue, take the file. */
export const bordereauExportStyles = css`
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
  }
  h2 {
    margin: 0;
    font-size: var(--_size-large);
  }
  p {
    margin: 0;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
    gap: calc(var(--_space) * 2);
    align-items: start;
  }
  dl {
    display: grid;
    grid-template-columns: minmax(6rem, max-content) minmax(0, 1fr);
    gap: calc(var(--_space) / 2) calc(var(--_space) * 2);
    margin: 0;
  }
  dt {
    color: var(--_muted);
  }
  dd {
    margin: 0;
  }
  .small {
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
  }
  th,
  td {
    padding: calc(var(--_space) / 2) var(--_space);
    border-block-end: 1px solid var(--_border);
    text-align: start;
    white-space: nowrap;
  }
  /* Decimals stand under one another in Arabic too. */
  .amount {
    direction: ltr;
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  progress {
    inline-size: 100%;
    accent-color: var(--_primary);
  }
`;
