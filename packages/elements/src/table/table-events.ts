import type { TableSort } from './table-column.ts';

/** A row by its record and where it stands. */
export interface RowDetail {
  readonly key: string;
  readonly index: number;
}

/** Rows by index, `to` exclusive. */
export interface RangeDetail {
  readonly from: number;
  readonly to: number;
}

/** What a table says. None of it leaves the shadow root that the table stands in. */
export interface TableEventMap {
  'row-activated': CustomEvent<RowDetail>;
  'active-row-changed': CustomEvent<RowDetail>;
  'sort-requested': CustomEvent<TableSort>;
  'range-needed': CustomEvent<RangeDetail>;
}
