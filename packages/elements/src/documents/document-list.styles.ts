import { css } from 'lit';

/** Documents of a case, in groups by where they belong. */
export const documentListStyles = css`
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space);
  }
  h2,
  h3 {
    margin: 0;
    font-size: var(--_size-large);
  }
  h3 {
    font-size: var(--_size);
  }
  .filters {
    display: flex;
    flex: 0 1 24rem;
    flex-wrap: wrap;
    gap: var(--_space);
  }
  .filters label {
    flex: 1 1 9rem;
    min-inline-size: 0;
    color: var(--_muted);
    font-weight: inherit;
  }
  ul {
    display: grid;
    gap: calc(var(--_space) / 2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .document {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: calc(var(--_space) / 2) calc(var(--_space) * 2);
    padding: var(--_space) calc(var(--_space) * 1.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
  }
  .about {
    flex: 1 1 16rem;
    min-inline-size: 0;
  }
  .name {
    font-weight: var(--_bold);
    overflow-wrap: anywhere;
  }
  .standing {
    margin-inline-start: var(--_space);
    color: var(--_danger);
    font-size: var(--_size-small);
  }
  .small {
    margin: 0;
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  .status:empty {
    display: none;
  }
  dialog {
    inline-size: min(60rem, 100% - 2rem);
    max-block-size: calc(100% - 2rem);
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.5);
  }
  dialog .head {
    margin-block-end: var(--_space);
  }
  dialog h3 {
    overflow-wrap: anywhere;
  }
  .paper {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: center;
  }
  .paper > div {
    inline-size: 100%;
  }
  iframe {
    inline-size: 100%;
    block-size: 70vb;
    border: 1px solid var(--_border);
  }
  canvas {
    max-inline-size: 100%;
    block-size: auto;
    background: #fff;
  }
`;
