import { css } from 'lit';

/** The eligibility check: a form on a few lines, the answer in a frame of its outcome. */
export const eligibilityCheckStyles = css`
  h2,
  h3,
  p,
  dl,
  dd,
  ul {
    margin: 0;
    padding: 0;
  }
  h2 {
    font-size: 1.5em;
    line-height: 1.25;
  }
  form {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    max-inline-size: 52rem;
    margin-block: calc(var(--_space) * 2);
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    align-items: start;
    gap: calc(var(--_space) * 1.5);
  }
  .muted,
  .count {
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  .answer {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    margin-block-start: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2.5);
    border: 1px solid var(--_border-strong);
    border-inline-start-width: 6px;
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
  }
  .answer h3 {
    font-size: 1.25em;
  }
  .answer.active {
    border-inline-start-color: var(--_success);
  }
  .answer.card-expired,
  .answer.not-yet-in-force,
  .answer.ended {
    border-inline-start-color: var(--_warning);
  }
  .answer.not-found {
    border-inline-start-color: var(--_danger);
  }
  .answer.ambiguous,
  .answer.payer-unavailable {
    border-inline-start-style: dashed;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
    gap: calc(var(--_space) * 1.5);
  }
  dt {
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  .candidates {
    display: grid;
    gap: var(--_space);
    list-style: none;
  }
  .candidates li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space);
  }
  .scroll {
    overflow-x: auto;
  }
  td.needed {
    font-weight: var(--_bold);
  }
`;
