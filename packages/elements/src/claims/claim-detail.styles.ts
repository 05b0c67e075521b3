import { css } from 'lit';

/** One case: a head, then sections that stand beside each other where there is room. */
export const claimDetailStyles = css`
  article {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
  }
  h2,
  h3 {
    margin: 0;
    font-size: var(--_size-large);
  }
  h3 {
    padding-block-end: calc(var(--_space) / 2);
    border-block-end: 1px solid var(--_border);
    font-size: var(--_size);
  }
  h2:focus {
    outline-offset: 4px;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
  }
  .head .actions {
    margin-inline-start: auto;
  }
  .sections {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
    gap: calc(var(--_space) * 3);
    align-content: start;
  }
  section > .notice {
    margin-block-start: var(--_space);
  }
  .badge {
    padding: 2px calc(var(--_space) * 1.25);
    border: 1px solid var(--_border-strong);
    border-radius: 99px;
    background: var(--_sunken);
    font-size: var(--_size-small);
  }
  .badge.success {
    border-color: var(--_success);
    background: var(--_success-surface);
    color: var(--_success);
  }
  .badge.warning {
    border-color: var(--_warning);
    background: var(--_warning-surface);
    color: var(--_warning);
  }
  .badge.danger {
    border-color: var(--_danger);
    background: var(--_danger-surface);
    color: var(--_danger);
  }
  dl {
    display: grid;
    grid-template-columns: minmax(6rem, max-content) minmax(0, 1fr);
    gap: calc(var(--_space) / 2) calc(var(--_space) * 2);
    margin: var(--_space) 0 0;
  }
  dt {
    color: var(--_muted);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .amount {
    text-align: end;
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .amounts {
    max-inline-size: 28rem;
  }
  .total > * {
    border-block-start: 1px solid var(--_border);
    font-weight: var(--_bold);
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    margin-block-start: var(--_space);
  }
  th,
  td {
    padding: calc(var(--_space) / 2) var(--_space);
    border-block-end: 1px solid var(--_border);
    text-align: start;
    vertical-align: top;
  }
  /* Decimals stand under one another in Arabic too. */
  th.amount,
  td.amount {
    direction: ltr;
    text-align: end;
  }
  .small {
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  ul,
  ol {
    margin: var(--_space) 0 0;
    padding-inline-start: calc(var(--_space) * 2.5);
  }
  .modification,
  .modification form {
    display: grid;
    gap: var(--_space);
    justify-items: start;
  }
  .modification > *,
  .modification form > * {
    inline-size: 100%;
    max-inline-size: 40rem;
  }
  .modification .choices-list {
    flex-flow: column;
    max-block-size: 16rem;
    padding: 4px;
    overflow-y: auto;
  }
  .modification .choice {
    align-items: start;
  }
  .modification .choice input {
    margin-block-start: 3px;
  }
  .modification .choice .small {
    display: block;
  }
  .modification :is(h3, p, blockquote, dl) {
    margin: 0;
  }
  h4 {
    margin: 0;
    font-size: var(--_size);
  }
  .time-left {
    font-weight: var(--_bold);
  }
  blockquote {
    padding-inline-start: calc(var(--_space) * 1.5);
    border-inline-start: 3px solid var(--_border-strong);
    overflow-wrap: anywhere;
  }
  blockquote p {
    white-space: pre-wrap;
  }
  .answer {
    display: block;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  textarea {
    padding-block: var(--_space);
    resize: block;
  }
  a {
    color: var(--_link);
  }
  @media print {
    .actions {
      display: none;
    }
  }
`;
