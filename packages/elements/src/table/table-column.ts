/** One column of a table. Texts come from the host in its language. */
export interface TableColumn {
  /** Names the column in `cellText` and in a sort. */
  readonly key: string;
  readonly header: string;
  /** `link` opens its row and is a real link; `status` is shown as a badge. */
  readonly kind: 'text' | 'link' | 'status';
  /** Width in px; what a wide table has left over is shared out in proportion. */
  readonly width: number;
  /** `end` is for numbers: to the right in every language, so that decimals line up. @default 'start' */
  readonly align?: 'start' | 'end';
  readonly sortable?: boolean;
  /** The cell that names its row; it stays in view when a narrow table scrolls sideways. One column has it. */
  readonly rowHeader?: boolean;
}

/** What a table is sorted by, as its host says. */
export interface TableSort {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

/** A loaded row: the host's own object, read through `cellText` alone. */
export type TableRow = object;

/** How a badge is coloured; its text says the same, colour never stands alone. */
export type TableTone = 'neutral' | 'success' | 'warning' | 'danger';

/** Where a table reads from. Functions are asked again and again for the rows in sight and must be quick. */
export interface TableSource {
  readonly columns: readonly TableColumn[];
  readonly rowCount: number;
  /** The row at an index, or undefined while it is not loaded. */
  readonly getRow: (index: number) => TableRow | undefined;
  /** The record id of the row at an index; empty while it is not known. */
  readonly rowKey: (index: number) => string;
  readonly cellText: (row: TableRow, column: TableColumn) => string;
  /** Where the link of a row leads; empty or absent: nowhere but to `row-activated`. */
  readonly rowHref: ((row: TableRow) => string) | undefined;
  readonly cellTone: ((row: TableRow, column: TableColumn) => TableTone) | undefined;
  /** Stands in the row header of a row that is not loaded. */
  readonly loadingText: string;
}
