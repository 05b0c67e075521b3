import { css } from 'lit';

/** What sign-in and recovery look like: one card, one column. */
export const accessStyles = css`
  :host {
    max-inline-size: 27rem;
  }
  form,
  .card {
    display: grid;
    gap: calc(var(--_space) * 2.5);
    padding: calc(var(--_space) * 3.5);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 2);
    background: var(--_surface);
  }
  .card + form {
    margin-block-start: calc(var(--_space) * 3);
  }
  h2 {
    margin: 0;
    font-size: 1.5em;
    line-height: 1.25;
  }
  h2,
  .aside,
  .notice p {
    text-wrap: pretty;
  }
  .aside {
    margin: 0;
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  /* Out of the grid and its gaps, but there for readers before it speaks. */
  [role='alert']:empty {
    position: absolute;
  }
  .notice {
    display: grid;
    gap: var(--_space);
  }
  .notice p {
    margin: 0;
  }
  .control:has(.reveal) input {
    padding-inline-end: calc(var(--_control) + var(--_space));
  }
  .reveal {
    position: absolute;
    inset-block: 1px;
    inset-inline-end: 1px;
    display: grid;
    place-items: center;
    inline-size: var(--_control);
    min-block-size: 0;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_muted);
  }
  .reveal:focus-visible {
    outline-offset: -4px;
  }
  #notice > .notice + .notice {
    margin-block-start: var(--_space);
  }
  .helpdesk {
    margin: 0;
    padding-inline-start: calc(var(--_space) * 2);
  }
  .helpdesk a {
    display: inline-block;
    min-block-size: 24px;
    color: inherit;
  }
  summary {
    min-block-size: 24px;
    cursor: pointer;
  }
  .question {
    margin: 0;
    font-weight: 600;
    text-wrap: pretty;
  }
  .code {
    font-size: 1.25em;
    letter-spacing: 0.04em;
    overflow-wrap: anywhere;
    user-select: all;
  }
  .submit {
    display: grid;
    gap: var(--_space);
  }
  [aria-disabled='true'] {
    opacity: 0.6;
    cursor: progress;
  }
  .ways {
    justify-content: space-between;
    padding-block-start: calc(var(--_space) * 1.5);
    border-block-start: 1px solid var(--_border);
    font-size: var(--_size-small);
  }
  .ways .quiet,
  .notice .quiet {
    padding-inline: 0;
    min-block-size: 24px;
  }
  @media (max-width: 24rem) {
    form,
    .card {
      padding: calc(var(--_space) * 2);
    }
  }
`;
