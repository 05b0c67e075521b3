import { css } from 'lit';

/** A field over a long list, and the fields for what is not in it. */
export const pickerStyles = css`
  :host {
    max-inline-size: 40rem;
  }
  .picker,
  .unlisted {
    display: grid;
    gap: calc(var(--_space) * 1.5);
  }
  p,
  ul,
  h3 {
    margin: 0;
    padding: 0;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
    align-items: start;
    gap: calc(var(--_space) * 1.5);
  }
  .facts {
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  h3 {
    font-size: 1em;
  }
  .helpdesk {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 14rem), 1fr));
    gap: var(--_space) calc(var(--_space) * 2);
    list-style: none;
    font-size: var(--_size-small);
  }
  .helpdesk .channel {
    display: block;
  }
  a {
    display: inline-block;
    min-block-size: 24px;
    color: var(--_link);
  }
`;
