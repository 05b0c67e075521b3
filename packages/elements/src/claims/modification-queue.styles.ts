import { css } from 'lit';

/** The queue: one card a request, the answer inside it. */
export const modificationQueueStyles = css`
  section,
  .entry,
  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
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
  h2,
  h3,
  p,
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
    display: grid;
    gap: calc(var(--_space) * 1.5);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .entry {
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  form {
    max-inline-size: 40rem;
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_border);
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  blockquote {
    padding-inline-start: calc(var(--_space) * 1.5);
    border-inline-start: 3px solid var(--_border-strong);
    overflow-wrap: anywhere;
  }
  blockquote p {
    white-space: pre-wrap;
  }
  a {
    color: var(--_link);
  }
  textarea {
    padding-block: var(--_space);
    resize: block;
  }
`;
