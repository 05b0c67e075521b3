import { css } from 'lit';

/** A note that is written, and the thread beneath it. */
export const notePanelStyles = css`
  .panel,
  .thread {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
  }
  h2,
  h3 {
    margin: 0;
    font-size: var(--_size-large);
  }
  h3 {
    font-size: var(--_size);
  }
  textarea {
    min-block-size: calc(var(--_control) * 2);
    padding-block: var(--_space);
    resize: vertical;
    field-sizing: content;
    max-block-size: 20rem;
  }
  .status:empty {
    display: none;
  }
  .count {
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
  .notes,
  .documents {
    display: grid;
    gap: var(--_space);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .documents {
    gap: 0;
  }
  .documents button {
    min-block-size: 28px;
    padding-inline: 0;
    overflow-wrap: anywhere;
    text-align: start;
  }
  .note {
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .note-head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--_space);
    margin: 0;
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  .side {
    font-weight: var(--_bold);
  }
  .words {
    margin: calc(var(--_space) / 2) 0 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .small {
    margin: 0;
    color: var(--_muted);
    font-size: var(--_size-small);
  }
`;
