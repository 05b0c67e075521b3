import { css } from 'lit';

/** Questions one under another; what is overdue has an edge of its own and says so. */
export const infoRequestInboxStyles = css`
  section,
  ul,
  .entry {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space);
  }
  h2,
  h3,
  p,
  ul,
  blockquote {
    margin: 0;
  }
  h2 {
    font-size: var(--_size-large);
  }
  h3 {
    font-size: var(--_size);
  }
  ul {
    padding: 0;
    list-style: none;
  }
  .entry {
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_border);
    border-inline-start: 4px solid var(--_border-strong);
    border-radius: var(--_radius);
  }
  .entry.overdue {
    border-inline-start-color: var(--_danger);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) / 2) calc(var(--_space) * 2);
  }
  blockquote {
    padding-inline-start: calc(var(--_space) * 1.5);
    border-inline-start: 3px solid var(--_border-strong);
    overflow-wrap: anywhere;
  }
  .words {
    white-space: pre-wrap;
  }
  .small {
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  .late {
    color: var(--_danger);
    font-weight: var(--_bold);
  }
  a {
    color: var(--_link);
  }
`;
