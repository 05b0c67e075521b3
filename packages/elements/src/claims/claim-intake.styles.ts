import { css } from 'lit';

/** Opening files: a place to drop them, then a line a file. */
export const claimIntakeStyles = css`
  section {
    display: grid;
    gap: var(--_space);
  }
  h2 {
    margin: 0;
    font-size: var(--_size);
  }
  p {
    margin: 0;
  }
  .drop {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border: 1px dashed var(--_border-strong);
    border-radius: var(--_radius);
  }
  .drop[data-over] {
    border-style: solid;
    background: var(--_info-surface);
  }
  .drop p {
    flex: 1 1 16rem;
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  .sum {
    font-weight: var(--_bold);
  }
  .files {
    display: grid;
    gap: var(--_space);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .file {
    display: grid;
    gap: calc(var(--_space) / 2);
    padding: var(--_space) calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .file-head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--_space);
    overflow-wrap: anywhere;
  }
  .failed {
    border-color: var(--_danger);
  }
  .small {
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  summary {
    cursor: pointer;
  }
  progress {
    inline-size: 100%;
    accent-color: var(--_primary);
  }
  code {
    font-family: var(--_mono);
    font-size: var(--_size-small);
    overflow-wrap: anywhere;
  }
`;
