import { css } from 'lit';

/** A small table that is read, not worked in: what an answer, a summary or a trace lists. */
export const readTable = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--_size-small);
  }
  caption {
    padding-block-end: var(--_space);
    font-weight: var(--_bold);
    text-align: start;
  }
  th,
  td {
    padding: calc(var(--_space) * 0.75) var(--_space);
    border-block-end: 1px solid var(--_border);
    text-align: start;
    vertical-align: baseline;
  }
  thead th {
    color: var(--_muted);
    font-weight: normal;
  }
`;
