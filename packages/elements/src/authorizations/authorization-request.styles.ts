import { css } from 'lit';

/** A request: groups of fields, lines in frames, the summary as a table. */
export const authorizationRequestStyles = css`
  :host {
    display: block;
  }
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
    margin-block-end: calc(var(--_space) * 2);
    font-size: 1.5em;
    line-height: 1.25;
  }
  h3 {
    font-size: var(--_size-large);
  }
  form,
  .summary,
  .notice:not(p) {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    max-inline-size: 60rem;
  }
  form {
    gap: calc(var(--_space) * 2.5);
  }
  .notice,
  .summary {
    margin-block-end: calc(var(--_space) * 2);
  }
  fieldset {
    display: grid;
    gap: calc(var(--_space) * 1.5);
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  fieldset > legend {
    padding: 0;
    margin-block-end: var(--_space);
    font-size: var(--_size-large);
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 14rem), 1fr));
    align-items: start;
    gap: calc(var(--_space) * 1.5);
  }
  .narrow {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8rem), 1fr));
  }
  .picker {
    display: grid;
    justify-items: start;
  }
  .picker > .field {
    inline-size: 100%;
  }
  .quiet {
    padding-inline: 0;
    text-align: start;
  }
  .line {
    position: relative;
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_border);
    border-inline-start: 4px solid var(--_border-strong);
    border-radius: var(--_radius);
  }
  .line > legend {
    float: inline-start;
    inline-size: 100%;
    padding-inline-end: calc(var(--_control) + var(--_space));
    font-size: inherit;
  }
  .line-head {
    padding-inline-end: calc(var(--_control) + var(--_space));
    font-weight: var(--_bold);
  }
  .line .sign {
    position: absolute;
    inset-block-start: calc(var(--_space) / 2);
    inset-inline-end: calc(var(--_space) / 2);
    min-inline-size: var(--_control);
    padding: 0;
    border-color: transparent;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: var(--_space);
    min-block-size: 28px;
    font-weight: normal;
  }
  .choice input {
    inline-size: 1.15em;
    block-size: 1.15em;
    margin: 0;
  }
  .small {
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  .small:empty,
  #member-check:empty {
    display: none;
  }
  .member {
    gap: calc(var(--_space) / 2);
    justify-items: start;
  }
  fieldset .member {
    margin: 0;
  }
  .notice ul {
    display: grid;
    gap: var(--_space);
    padding-inline-start: calc(var(--_space) * 2.5);
  }
  .notice li > button {
    margin-inline-start: var(--_space);
  }
  .notice a {
    color: inherit;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
    gap: calc(var(--_space) * 1.5);
  }
  dt {
    color: var(--_muted);
    font-size: var(--_size-small);
  }
  dd {
    overflow-wrap: anywhere;
  }
  .one {
    display: block;
  }
  .words {
    white-space: pre-line;
  }
  .reference {
    font-weight: var(--_bold);
    font-size: var(--_size-large);
    font-variant-numeric: tabular-nums;
  }
  .scroll {
    overflow-x: auto;
  }
  .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
`;
