import { css } from 'lit';

/** The inbox: one line a notice, a dot and a word on what is unread. */
export const noticeInboxStyles = css`
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 1.5);
  }
  .head,
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
  }
  .head .actions {
    margin-inline-start: auto;
  }
  h2,
  p {
    margin: 0;
  }
  h2 {
    font-size: var(--_size-large);
  }
  .count {
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  /* What is said stands in the grid itself, and takes no room while it is nothing. */
  .said {
    display: contents;
  }
  .choice {
    display: inline-flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: var(--_control);
    font-weight: normal;
  }
  .choice input {
    inline-size: 1.15rem;
    block-size: 1.15rem;
    margin: 0;
  }
  ul {
    margin: 0;
    padding: 0;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    list-style: none;
  }
  li + li {
    border-block-start: 1px solid var(--_border);
  }
  li button {
    display: grid;
    grid-template-columns: 0.75rem minmax(0, 1fr) auto;
    gap: 0 var(--_space);
    align-items: baseline;
    inline-size: 100%;
    min-block-size: calc(var(--_control) * 1.1);
    padding-block: var(--_space);
    padding-inline: calc(var(--_space) * 1.5);
    border: 0;
    border-radius: 0;
    background: none;
    text-align: start;
  }
  li button:focus-visible {
    outline-offset: -2px;
  }
  .what {
    grid-column: 2;
    overflow-wrap: anywhere;
  }
  .when {
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  .unread {
    font-weight: var(--_bold);
  }
  .mark {
    align-self: center;
    inline-size: 0;
    block-size: 0;
    border: 0.3rem solid var(--_primary);
    border-radius: 50%;
  }
  @media (max-width: 40rem) {
    .when {
      grid-column: 2;
    }
  }
`;
