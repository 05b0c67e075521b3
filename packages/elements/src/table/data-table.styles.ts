import { css } from 'lit';

/** The table's own sheet; sizes and colours come from the tokens. */
export const tableStyles = css`
  :host {
    --_header: var(--portico-table-header-height, calc(var(--_row) + 4px));
    --_inset: calc(var(--_space) * 1.25);
  }
  .viewport {
    --_row-header-size: var(--_row-header-width);
    position: relative;
    overflow: auto;
    scroll-padding-block-start: var(--_header);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-size: var(--_size-small);
  }
  .viewport[data-windowed] {
    block-size: var(--portico-table-block-size, calc(var(--_header) + var(--_row) * var(--_rows-per-page) + 2px));
    contain: strict;
  }
  .viewport[data-narrow] {
    scroll-padding-inline-start: var(--_row-header-size);
  }
  .probe {
    position: absolute;
    inline-size: 0;
    block-size: var(--_row);
    visibility: hidden;
  }
  table {
    table-layout: fixed;
    inline-size: max(100%, var(--_table-width) - var(--_row-header-width) + var(--_row-header-size));
    border-collapse: separate;
    border-spacing: 0;
    /* A page without a doctype would cut tables off from these. */
    color: inherit;
    font: inherit;
  }
  thead {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
  }
  th,
  td {
    padding-block: 0;
    padding-inline: var(--_inset);
    overflow: clip;
    text-overflow: ellipsis;
    white-space: nowrap;
    vertical-align: middle;
  }
  tr {
    text-align: start;
  }
  /* Each cell is a paragraph of its own direction, cut off at its own end, and stands where its column does. */
  tbody th,
  tbody td {
    block-size: var(--_row);
    border-block-end: 1px solid var(--_border);
    line-height: calc(var(--_row) - 1px);
    font-weight: inherit;
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  /* Numbers run from left to right in every language: their last digits stand under one another. */
  .end {
    direction: ltr;
  }
  tbody .end {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  tbody .link {
    padding: 0;
  }
  .end > span:not([data-tone]),
  .link > a {
    display: block;
    overflow: clip;
    text-overflow: ellipsis;
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .link > a {
    padding-inline: var(--_inset);
    color: var(--_link);
    font-weight: var(--_bold);
    text-decoration: none;
  }
  .link > a:hover {
    text-decoration: underline;
  }
  tbody[aria-hidden] td {
    padding: 0;
    border: 0;
    block-size: 0;
    line-height: 0;
  }
  thead th {
    block-size: var(--_header);
    border-block-end: 2px solid var(--_border-strong);
    background: var(--_raised);
    color: var(--_text);
    font-weight: var(--_bold);
    text-align: start;
  }
  thead .end {
    text-align: end;
  }
  thead th:has(button) {
    padding: 0;
  }
  thead button {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    padding-block: 0;
    padding-inline: var(--_inset);
    overflow: clip;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    text-overflow: ellipsis;
    white-space: nowrap;
    unicode-bidi: plaintext;
    cursor: pointer;
  }
  thead button::after {
    content: '';
    display: inline-block;
    inline-size: 0.6em;
    block-size: 0.8em;
    margin-inline: 0.3em;
    background: var(--_muted);
    /* Two small triangles, or one: a glyph would load another font. */
    clip-path: polygon(0 42%, 50% 0, 100% 42%, 0 42%, 0 58%, 50% 100%, 100% 58%, 0 58%);
  }
  [aria-sort='ascending'] button::after {
    background: currentColor;
    clip-path: polygon(0 80%, 50% 0, 100% 80%);
  }
  [aria-sort='descending'] button::after {
    background: currentColor;
    clip-path: polygon(0 20%, 50% 100%, 100% 20%);
  }
  .rows tr:hover,
  .rows tr[data-active] {
    background: var(--_raised);
  }
  .viewport[data-narrow] :is(tbody th, thead .row-header) {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    background: var(--_surface);
  }
  .viewport[data-narrow] :is(thead .row-header, tr:hover > th, tr[data-active] > th) {
    background: var(--_raised);
  }
  :is(th, td, a, button, .viewport):focus-visible {
    outline-offset: calc(-1 * var(--_focus-width));
  }
  [data-tone] {
    display: inline-block;
    padding-inline: var(--_space);
    border-radius: var(--_radius);
    background: var(--_sunken);
    line-height: 1.6;
  }
  [data-tone='success'] {
    background: var(--_success-surface);
    color: var(--_success);
  }
  [data-tone='warning'] {
    background: var(--_warning-surface);
    color: var(--_warning);
  }
  [data-tone='danger'] {
    background: var(--_danger-surface);
    color: var(--_danger);
  }
  [aria-busy='true'] [data-tone] {
    display: none;
  }
  [aria-busy='true'] > td::after {
    content: '';
    display: inline-block;
    inline-size: 60%;
    block-size: 0.7em;
    border-radius: var(--_radius);
    background: var(--_sunken);
  }
  [aria-busy='true'] :is(th, a) {
    color: var(--_muted);
  }
  @media (forced-colors: active) {
    [data-tone] {
      border: 1px solid;
    }
    /* With the attribute, so that it outweighs the arrow of the sorted column: the page's own colours would be lost on the system's. */
    [aria-sort] button::after {
      forced-color-adjust: none;
      background: ButtonText;
    }
    [aria-busy='true'] > td::after {
      background: GrayText;
    }
    .rows tr[data-active] > * {
      border-block-end-color: Highlight;
    }
    :is(th, td, a, button, .viewport):focus-visible {
      outline-color: Highlight;
    }
  }
  /* On paper stands what was on the screen; all rows are the print view's and the export's. */
  @media print {
    .viewport:not([data-windowed]) {
      overflow: visible;
    }
    thead {
      position: static;
    }
    tr {
      break-inside: avoid;
    }
  }
`;
