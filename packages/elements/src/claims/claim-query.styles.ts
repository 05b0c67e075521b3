import { css } from 'lit';

/** Claims Query: the form in rows that wrap, results beneath. */
export const claimQueryStyles = css`
  :host {
    container-type: inline-size;
  }
  form {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  h2 {
    margin: 0;
    font-size: var(--_size-large);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 3);
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
    gap: calc(var(--_space) * 2);
    align-items: start;
  }
  .sections legend {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .saved {
    padding-block-start: var(--_space);
  }
  .saved summary {
    color: var(--_link);
    cursor: pointer;
  }
  .saved form {
    align-items: end;
    margin-block-start: var(--_space);
  }
  .saved ul {
    display: grid;
    gap: calc(var(--_space) / 2);
    margin: 0;
    padding: var(--_space) 0 0;
    list-style: none;
  }
  .results {
    display: grid;
    gap: var(--_space);
    padding-block-start: calc(var(--_space) * 2);
  }
  .count {
    margin: 0;
    min-block-size: 1lh;
  }
  .field-button {
    min-inline-size: var(--_control);
    padding: 0;
    margin-inline-start: -1px;
    display: grid;
    place-items: center;
  }
`;
