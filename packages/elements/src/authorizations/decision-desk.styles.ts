import { css } from 'lit';

/** The desk: one card a request, the open one with its record and form inside. */
export const decisionDeskStyles = css`
  section,
  .entry,
  .record,
  form,
  .item {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
  }
  .record,
  form {
    gap: calc(var(--_space) * 2);
  }
  .head,
  .fields {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    gap: var(--_space) calc(var(--_space) * 2);
  }
  .fields > .field {
    flex: 1 1 11rem;
    max-inline-size: 24rem;
  }
  .fields > .wide {
    flex-basis: 100%;
    max-inline-size: 40rem;
  }
  h2,
  h3,
  h4,
  p,
  dl,
  dd,
  blockquote {
    margin: 0;
  }
  h2 {
    flex: 1;
    font-size: var(--_size-large);
  }
  h3,
  h4 {
    font-size: var(--_size);
  }
  ol,
  ul {
    display: grid;
    gap: var(--_space);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .entry,
  .item {
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .entry.open {
    border-color: var(--_border-strong);
  }
  .notice .actions {
    margin-block-start: var(--_space);
  }
  .item.faulty {
    border-color: var(--_danger);
  }
  .record {
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_border);
  }
  h3 button {
    inline-size: 100%;
    padding-inline: var(--_space);
    border-color: transparent;
    background: none;
    color: var(--_link);
    font-weight: var(--_bold);
    text-align: start;
    overflow-wrap: anywhere;
  }
  summary {
    inline-size: fit-content;
    cursor: pointer;
  }
  details .fields {
    margin-block-start: var(--_space);
  }
  .facts strong {
    color: var(--_text);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) / 2) calc(var(--_space) * 2);
    padding-inline: var(--_space);
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  .item .facts {
    padding: 0;
  }
  .badge {
    display: inline-block;
    padding-inline: var(--_space);
    border: 1px solid var(--_border);
    border-radius: 999px;
    background: var(--_raised);
    color: var(--_text);
    font-size: var(--_size-small);
  }
  .badge.warning {
    border-color: var(--_warning);
    background: var(--_warning-surface);
  }
  .badge.danger {
    border-color: var(--_danger);
    background: var(--_danger-surface);
    font-weight: var(--_bold);
  }
  dl {
    display: grid;
    grid-template-columns: minmax(6rem, max-content) minmax(0, 1fr);
    gap: calc(var(--_space) / 2) calc(var(--_space) * 2);
  }
  dt {
    color: var(--_muted);
  }
  dd,
  blockquote {
    overflow-wrap: anywhere;
  }
  blockquote {
    padding-inline-start: calc(var(--_space) * 1.5);
    border-inline-start: 3px solid var(--_border-strong);
    white-space: pre-wrap;
  }
  a {
    color: var(--_link);
  }
  textarea {
    padding-block: var(--_space);
    resize: block;
  }
  @media (max-width: 30rem) {
    dl {
      grid-template-columns: minmax(0, 1fr);
    }
    dd {
      margin-block-end: var(--_space);
    }
  }
`;
