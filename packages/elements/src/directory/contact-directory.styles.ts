import { css } from 'lit';

/** The contact page: a card for each country, under its brand. */
export const contactDirectoryStyles = css`
  h2,
  h3,
  h4,
  p {
    margin: 0;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: var(--_space) calc(var(--_space) * 4);
  }
  h2 {
    font-size: 1.5em;
    line-height: 1.25;
  }
  .field {
    flex: 0 1 16rem;
  }
  .count:not(.notice) {
    margin-block: var(--_space) calc(var(--_space) * 3);
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  .count.notice,
  #failure > .notice {
    margin-block-start: calc(var(--_space) * 2);
  }
  #failure > .notice {
    display: grid;
    gap: var(--_space);
  }
  section + section {
    margin-block-start: calc(var(--_space) * 4);
  }
  h3 {
    margin-block-end: calc(var(--_space) * 1.5);
    font-size: 1.125em;
  }
  .contacts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr));
    gap: calc(var(--_space) * 2);
  }
  .contacts > li {
    display: flex;
    flex-direction: column;
    gap: calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
  }
  h4 {
    font-size: 1em;
  }
  .channels {
    display: grid;
    gap: var(--_space);
  }
  .channels > li {
    display: flex;
    gap: calc(var(--_space) * 1.25);
  }
  .mark {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 40px;
    block-size: 40px;
    border-radius: 50%;
    background: var(--_sunken);
    color: var(--_muted);
  }
  .way {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .purpose {
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  a {
    display: inline-block;
    min-block-size: 24px;
    color: var(--_link);
    text-underline-offset: 3px;
  }
  .hours {
    margin-block-start: auto;
    padding-block-start: calc(var(--_space) * 1.25);
    border-block-start: 1px solid var(--_border);
    color: var(--_muted);
    font-size: var(--_size-small);
  }
`;
