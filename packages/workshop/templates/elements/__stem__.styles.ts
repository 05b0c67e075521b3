import { css } from 'lit';

/** What the list looks like. */
export const __camel__Styles = css`
  h2,
  p {
    margin: 0;
  }
  .count {
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  ul {
    margin: 0;
    padding-inline-start: calc(var(--_space) * 2);
  }
`;
