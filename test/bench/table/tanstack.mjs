import { TableController, tableFeatures } from '@tanstack/lit-table';
import { VirtualizerController } from '@tanstack/lit-virtual';
import { html, LitElement } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { COLUMNS, HEIGHT, ROW_HEIGHT } from './claims.mjs';

const features = tableFeatures({});
const columns = COLUMNS.map(({ key, header }) => ({ accessorKey: key, header }));

/** TanStack Table and Virtual over Lit, laid out as a table with spacer rows. */
class TanStackTable extends LitElement {
  static properties = { rows: { attribute: false } };
  #table = new TableController(this);
  #scroller = createRef();
  #virtualizer = new VirtualizerController(this, {
    count: 0,
    getScrollElement: () => this.#scroller.value,
    estimateSize: () => ROW_HEIGHT,
    overscan: 5,
  });

  createRenderRoot() {
    return this;
  }

  render() {
    const table = this.#table.table({ features, columns, data: this.rows, getRowId: (row) => row.id });
    const { rows } = table.getRowModel();
    const virtualizer = this.#virtualizer.getVirtualizer();
    virtualizer.setOptions({ ...virtualizer.options, count: rows.length });
    const items = virtualizer.getVirtualItems();
    const above = items[0]?.start ?? 0;
    const below = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
    return html`<div class="scroller" style="block-size: ${HEIGHT}px" ${ref(this.#scroller)}>
      <table aria-rowcount=${rows.length + 1}>
        <colgroup>
          ${COLUMNS.map(({ width }) => html`<col style="width: ${width}px" />`)}
        </colgroup>
        <thead>
          <tr>
            ${COLUMNS.map(({ header }) => html`<th>${header}</th>`)}
          </tr>
        </thead>
        <tbody>
          <tr>
            <td class="space" style="height: ${above}px"></td>
          </tr>
        </tbody>
        <tbody>
          ${repeat(
            items,
            ({ key }) => key,
            ({ index }) =>
              html`<tr aria-rowindex=${index + 2}>
                ${rows[index].getAllCells().map((cell) => html`<td>${cell.getValue()}</td>`)}
              </tr>`,
          )}
        </tbody>
        <tbody>
          <tr>
            <td class="space" style="height: ${below}px"></td>
          </tr>
        </tbody>
      </table>
    </div>`;
  }
}
customElements.define('bench-tanstack', TanStackTable);

export function mount(box, rows) {
  const table = document.createElement('bench-tanstack');
  table.rows = rows;
  box.append(table);
  return { scroller: () => table.querySelector('.scroller') };
}
