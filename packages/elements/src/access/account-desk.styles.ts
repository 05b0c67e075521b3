import { css } from 'lit';

/** The helpdesk's screen: a search on one line, a card for each account. */
export const accountDeskStyles = css`
  h2,
  h3,
  h4,
  p,
  dl,
  dd {
    margin: 0;
  }
  h2 {
    font-size: 1.5em;
    line-height: 1.25;
  }
  form {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    max-inline-size: 40rem;
    margin-block: calc(var(--_space) * 2);
  }
  .count {
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  .notice {
    margin-block: var(--_space);
  }
  .count + .actions {
    margin-block-start: var(--_space);
  }
  article form {
    margin-block: 0;
  }
  article {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin-block-start: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2.5);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
  }
  h3 {
    font-size: 1.25em;
  }
  .mail {
    color: var(--_muted);
    overflow-wrap: anywhere;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
    gap: calc(var(--_space) * 1.5);
  }
  dt {
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  .locked {
    color: var(--_danger);
    font-weight: var(--_bold);
  }
  .traces {
    overflow-x: auto;
  }
  th {
    color: var(--_muted);
    font-weight: normal;
  }
`;
