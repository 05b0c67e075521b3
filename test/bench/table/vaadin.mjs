import '@vaadin/grid';
import { COLUMNS, HEIGHT } from './claims.mjs';

/** Vaadin's grid with an array of items. */
export function mount(box, rows) {
  const grid = document.createElement('vaadin-grid');
  grid.style.blockSize = `${HEIGHT}px`;
  for (const { key, header, width } of COLUMNS) {
    const column = document.createElement('vaadin-grid-column');
    Object.assign(column, { path: key, header, width: `${width}px`, flexGrow: 0 });
    grid.append(column);
  }
  grid.items = rows;
  box.append(grid);
  return { scroller: () => grid.shadowRoot?.querySelector('#table') };
}
