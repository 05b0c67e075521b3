import { css } from 'lit';

/** Claims Query: the form in one line where there is room, results beneath. */
export const claimQueryStyles = css`
  :host {
    container-type: inline-size;
  }
  form {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
  }
  form[part] {
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  h2 {
    margin: 0;
    font-size: var(--_size-large);
    line-height: 1.3;
  }
  .head,
  .more,
  .hints,
  .notices {
    flex: 1 0 100%;
    min-inline-size: 0;
  }
  .head,
  .bar,
  .pager {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
  }
  .head {
    justify-content: space-between;
  }
  .hints,
  .notices {
    display: grid;
    gap: var(--_space);
  }
  .notices:not(:has(*)) {
    display: none;
  }
  form > .field {
    flex: 1 1 11rem;
  }
  @container (min-width: 30rem) {
    form > .field {
      max-inline-size: 14rem;
    }
  }
  /* Level with the fields beside them, whose labels stand above. */
  .basic > .actions {
    padding-block-start: calc(var(--_size-small) * var(--_line) + var(--_space) / 2);
  }
  .advanced > .actions {
    flex-basis: 100%;
  }
  .more {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding-block-start: calc(var(--_space) * 1.5);
    border-block-start: 1px solid var(--_border);
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr));
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    align-items: start;
  }
  .many .choices-list {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 11rem), 1fr));
  }
  .together {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 4);
  }
  .together > div {
    display: grid;
  }
  .section legend {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .saved {
    padding: var(--_space) calc(var(--_space) * 2);
  }
  .saved summary {
    inline-size: fit-content;
    color: var(--_link);
    cursor: pointer;
  }
  .saved form .actions {
    padding-block-start: calc(var(--_size-small) * var(--_line) + var(--_space) / 2);
  }
  .saved ul {
    display: grid;
    gap: calc(var(--_space) / 2);
    margin: 0;
    padding: var(--_space) 0;
    list-style: none;
  }
  .saved p {
    margin-block: var(--_space) 0;
  }
  .results {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
  }
  .bar {
    min-block-size: var(--_control);
  }
  .count {
    flex: 1;
    min-inline-size: min(100%, 12rem);
    margin: 0;
  }
  .count span,
  .stale {
    color: var(--_muted);
  }
  .stale {
    margin: 0;
    font-size: var(--_size-small);
  }
  .stale:empty {
    display: none;
  }
  .pager {
    justify-content: center;
    font-variant-numeric: tabular-nums;
  }
  .pager span {
    min-inline-size: 9rem;
    text-align: center;
  }
  .field-button {
    display: grid;
    place-items: center;
    min-inline-size: var(--_control);
    margin-inline-start: calc(var(--_space) / 2);
    padding: 0;
  }
  @media print {
    form,
    .saved,
    .bar button,
    .pager {
      display: none;
    }
  }
`;
