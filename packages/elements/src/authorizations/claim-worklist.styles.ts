import { css } from 'lit';

/** The worklist: the filter in one line where there is room, the list beneath. */
export const claimWorklistStyles = css`
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 1.5);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space) calc(var(--_space) * 2);
  }
  h2,
  p {
    margin: 0;
  }
  h2 {
    font-size: var(--_size-large);
  }
  form {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
  }
  form[part] {
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
  }
  form > .field {
    flex: 1 1 11rem;
    max-inline-size: 22rem;
  }
  form > .field-hint {
    flex: 1 0 100%;
  }
  .count {
    color: var(--_muted);
  }
  .count strong {
    color: var(--_text);
  }
  .saved {
    padding-inline: calc(var(--_space) * 2);
  }
  .saved summary {
    inline-size: fit-content;
    min-block-size: 24px;
    color: var(--_link);
    cursor: pointer;
  }
  .saved ul {
    display: grid;
    gap: calc(var(--_space) / 2);
    margin: 0;
    padding: var(--_space) 0;
    list-style: none;
  }
  /* What is said stands in the grid itself, and takes no room while it is nothing. */
  .said {
    display: contents;
  }
  @media print {
    form,
    .saved,
    button {
      display: none;
    }
  }
`;
