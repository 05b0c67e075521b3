export { PorticoTableElement } from './data-table.element.ts';
export type { TableColumn, TableRow, TableSort, TableTone } from './table-column.ts';
export type { RangeDetail, RowDetail, TableEventMap } from './table-events.ts';
