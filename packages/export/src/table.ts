/**
 * One cell: text, a number as its decimal string (`-12.500`; `scale` = digits shown after the point), a calendar date `YYYY-MM-DD`, or nothing.
 * What is not a plain decimal or an existing date is written as text.
 */
export type Cell = string | { readonly decimal: string; readonly scale?: number | undefined } | { readonly date: string } | null;

/** The cells of one row, in the order of the columns. */
export type Row = readonly Cell[];

/** One column: its heading, what it mostly holds, `width` in characters, and `scale`, the digits after the point where a cell names none. */
export type Column = {
  readonly header: string;
  readonly type: 'text' | 'date' | 'amount' | 'integer';
  readonly width?: number | undefined;
  readonly scale?: number | undefined;
};

/** A table to write, with its rows pulled page by page while the file is read. */
export type ExportTable = {
  /** Name of the sheet; made to fit Excel's rules. CSV has no use for it. */
  readonly sheet: string;
  /** At least one. */
  readonly columns: readonly Column[];
  /** Pages of rows, each row with one cell a column; the iterator is returned early when the file is cancelled. */
  readonly rows: AsyncIterable<readonly Row[]> | Iterable<readonly Row[]>;
  /** Lays the sheet out from right to left. CSV has no use for it. @default false */
  readonly rightToLeft?: boolean | undefined;
  /** Rows above the table, usually a label and its value. */
  readonly preamble?: readonly Row[] | undefined;
  /** Rows after the table, read when the last page was written, cells under their columns. */
  readonly totals?: readonly Row[] | undefined;
  /** Ends the stream with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Told the number of rows written so far whenever the writer yields to the page, and at the end. */
  readonly onProgress?: ((rowsDone: number) => void) | undefined;
};
