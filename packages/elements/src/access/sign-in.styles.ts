import { css } from 'lit';

/** The sign-in form: one narrow column. */
export const signInStyles = css`
  :host {
    max-inline-size: 26rem;
  }
  form {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  h2 {
    margin: 0;
    font-size: var(--_size-large);
  }
  .rehearsal {
    margin: 0;
    color: var(--_muted);
    font-size: var(--_size-small);
  }
`;
