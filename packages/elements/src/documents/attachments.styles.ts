import { css } from 'lit';

/** Files on their way: where to drop them, then a row a file. */
export const attachmentsStyles = css`
  .drop {
    display: grid;
    gap: calc(var(--_space) / 2);
    padding: calc(var(--_space) * 1.5);
    border: 1px dashed var(--_border-strong);
    border-radius: var(--_radius);
  }
  .drop[data-over] {
    border-style: solid;
    background: var(--_info-surface);
  }
  .small {
    margin: 0;
    color: var(--_muted);
    font-size: var(--_size-small);
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
    grid-template-columns: minmax(0, 1fr) auto;
    gap: calc(var(--_space) / 2) var(--_space);
    align-items: center;
    padding: var(--_space);
    border: 1px solid var(--_border);
    border-inline-start: 4px solid var(--_border);
    border-radius: var(--_radius);
  }
  .file > :not(.signs) {
    grid-column: 1 / -1;
  }
  .file.checked,
  .file.uploaded {
    border-inline-start-color: var(--_success);
  }
  .file.bad {
    border-inline-start-color: var(--_danger);
  }
  .file-head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--_space);
  }
  .file-name {
    overflow-wrap: anywhere;
  }
  .file-state {
    font-size: var(--_size-small);
    font-weight: var(--_bold);
  }
  .checked .file-state,
  .uploaded .file-state {
    color: var(--_success);
  }
  .bad .file-state {
    color: var(--_danger);
  }
  .details {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.5rem), 1fr));
    gap: calc(var(--_space) / 2);
    min-inline-size: 0;
  }
  .details.all {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .details.all legend {
    padding: 0;
  }
  .detail {
    display: grid;
    align-content: end;
    min-inline-size: 0;
    color: var(--_muted);
    font-weight: inherit;
  }
  .details select {
    min-block-size: 32px;
    padding-inline: calc(var(--_space) / 2);
    font-size: var(--_size-small);
  }
  .signs {
    display: flex;
    grid-column: 2;
    gap: 2px;
    justify-content: end;
  }
  .sign {
    min-block-size: 32px;
    min-inline-size: 32px;
    padding: 0;
  }
  progress {
    inline-size: 100%;
    accent-color: var(--_primary);
  }
  .status p {
    margin: 0;
  }
`;
