import { css } from 'lit';

/** The shell: header, menu, status line, page. */
export const portalShellStyles = css`
  :host {
    background: var(--_surface);
    min-block-size: 100%;
  }
  .skip:not(:focus) {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: stretch;
    gap: 0 calc(var(--_space) * 3);
    padding-inline: calc(var(--_space) * 3);
    border-block-end: 1px solid var(--_border);
    background: var(--_raised);
  }
  .brand {
    display: flex;
    align-items: center;
    min-block-size: calc(var(--_control) + var(--_space) * 2);
    font-size: var(--_size-large);
    font-weight: var(--_bold);
  }
  nav {
    display: flex;
    margin-inline-start: calc(var(--_space) * -1.5);
  }
  nav ul {
    display: flex;
    flex-wrap: wrap;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  nav li {
    display: flex;
  }
  nav a {
    display: flex;
    align-items: center;
    min-block-size: calc(var(--_control) + var(--_space));
    padding-inline: calc(var(--_space) * 1.5);
    border-block: 3px solid transparent;
    color: var(--_link);
    text-decoration: none;
  }
  .badge {
    min-inline-size: 1.6em;
    margin-inline-start: calc(var(--_space) * 0.75);
    padding-inline: 0.45em;
    border-radius: 1em;
    background: var(--_primary);
    color: var(--_on-primary);
    font-size: var(--_size-small);
    font-weight: var(--_bold);
    line-height: 1.6;
    text-align: center;
  }
  nav a:hover {
    text-decoration: underline;
    text-underline-offset: 4px;
  }
  nav a:focus-visible {
    outline-offset: -4px;
  }
  nav a[aria-current] {
    border-block-end-color: var(--_primary);
    color: var(--_text);
    font-weight: var(--_bold);
  }
  /* Transparent borders become lines there: only the page in force keeps its own. */
  @media (forced-colors: active) {
    nav a {
      border-color: Canvas;
    }
    nav a[aria-current] {
      border-block-end-color: LinkText;
    }
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
    margin-inline-start: auto;
    padding-block: var(--_space);
  }
  .person {
    display: grid;
    line-height: 1.3;
  }
  .name {
    font-weight: var(--_bold);
  }
  .role {
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  .status {
    display: grid;
    gap: 1px;
  }
  .status p {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
    margin: 0;
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 3);
    background: var(--_info-surface);
    font-size: var(--_size-small);
  }
  .status button {
    min-block-size: 32px;
  }
  .status .warning {
    background: var(--_warning-surface);
  }
  main {
    padding: calc(var(--_space) * 3);
  }
  /* A place to begin to read from, not a control. */
  main:focus-visible {
    outline: none;
  }
  @media (max-width: 40rem) {
    header,
    .status p,
    main {
      padding-inline: calc(var(--_space) * 2);
    }
    .who {
      margin-inline-start: 0;
    }
    nav {
      flex-basis: 100%;
    }
  }
  @media print {
    header,
    .status {
      display: none;
    }
  }
`;
