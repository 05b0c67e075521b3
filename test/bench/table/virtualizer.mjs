import '@lit-labs/virtualizer';
import { html, render } from 'lit';
import { COLUMNS, HEIGHT, ROW_HEIGHT } from './claims.mjs';

const row = (claim) =>
  html`<div class="row" role="row">
    <div class="cell" role="cell">${claim.reference}</div>
    <div class="cell" role="cell">${claim.kind}</div>
    <div class="cell" role="cell">${claim.member}</div>
    <div class="cell" role="cell">${claim.number}</div>
    <div class="cell" role="cell">${claim.payer}</div>
    <div class="cell" role="cell">${claim.provider}</div>
    <div class="cell" role="cell">${claim.service}</div>
    <div class="cell" role="cell">${claim.status}</div>
    <div class="cell" role="cell">${claim.billed}</div>
    <div class="cell" role="cell">${claim.paid}</div>
  </div>`;

/** @lit-labs/virtualizer as its README shows it, under a header row. */
export function mount(box, rows) {
  render(
    html`
      <div class="row head" role="row">${COLUMNS.map(({ header }) => html`<div class="cell" role="columnheader">${header}</div>`)}</div>
      <lit-virtualizer scroller .items=${rows} .renderItem=${row} .keyFunction=${(claim) => claim.id}></lit-virtualizer>
    `,
    box,
  );
  const scroller = box.querySelector('lit-virtualizer');
  scroller.style.blockSize = `${HEIGHT - ROW_HEIGHT}px`;
  return { scroller: () => scroller };
}
