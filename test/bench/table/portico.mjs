import { PorticoTableElement } from '../../../packages/elements/src/table/index.ts';
import { COLUMNS, HEIGHT, ROW_HEIGHT } from './claims.mjs';

customElements.define('bench-portico', class extends PorticoTableElement {});

const columns = COLUMNS.map((column, i) => ({ ...column, kind: i === 0 ? 'link' : 'text', rowHeader: i === 0, sortable: true }));

/** Ours, with links, focus and all. */
export function mount(box, rows) {
  const table = document.createElement('bench-portico');
  table.style.setProperty('--portico-row-height', `${ROW_HEIGHT}px`);
  table.style.setProperty('--portico-table-header-height', `${ROW_HEIGHT}px`);
  table.style.setProperty('--portico-table-block-size', `${HEIGHT}px`);
  Object.assign(table, {
    columns,
    rowCount: rows.length,
    getRow: (index) => rows[index],
    rowKey: (index) => rows[index].id,
    cellText: (row, { key }) => row[key],
    rowHref: (row) => `#${row.id}`,
    rowsPerPage: Math.ceil(HEIGHT / ROW_HEIGHT) - 1,
    label: 'Claims',
    sort: { key: 'reference', direction: 'ascending' },
  });
  box.append(table);
  return { scroller: () => table.shadowRoot.querySelector('.viewport') };
}
