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
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
    padding: var(--_space) calc(var(--_space) * 2);
    border-block-end: 1px solid var(--_border);
    background: var(--_raised);
  }
  .brand {
    font-size: var(--_size-large);
    font-weight: var(--_bold);
  }
  .who {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space);
    margin-inline-start: auto;
  }
  .role {
    padding-inline: var(--_space);
    border: 1px solid var(--_border-strong);
    border-radius: 99px;
    font-size: var(--_size-small);
  }
  nav ul {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) / 2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  nav a {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_control);
    padding-inline: calc(var(--_space) * 1.5);
    border-block-end: 3px solid transparent;
    color: var(--_link);
    text-decoration: none;
  }
  nav a:hover {
    text-decoration: underline;
  }
  nav a[aria-current] {
    border-block-end-color: var(--_primary);
    color: var(--_text);
    font-weight: var(--_bold);
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
    padding: calc(var(--_space) / 2) calc(var(--_space) * 2);
    background: var(--_info-surface);
    font-size: var(--_size-small);
  }
  .status .warning {
    background: var(--_warning-surface);
  }
  main {
    padding: calc(var(--_space) * 2);
    outline: none;
  }
  @media print {
    header,
    .status {
      display: none;
    }
  }
`;
