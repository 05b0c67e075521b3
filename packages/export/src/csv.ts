import { ByteWriter } from './byte-writer.ts';
import type { Bytes } from './byte-writer.ts';
import { isDate, isDecimal } from './cell-value.ts';
import { encodeRows } from './encode-rows.ts';
import { streamOf } from './streams.ts';
import type { Cell, ExportTable, Row } from './table.ts';

/** Media type of a CSV file. */
export const CSV_TYPE = 'text/csv;charset=utf-8';

const BYTE_ORDER_MARK = '\uFEFF';

/** What a spreadsheet would run or misread: a formula sign, half or full width, also behind what is invisible, or a leading tab, line break or NUL. */
const DANGEROUS = /^(?:[\t\r\n\0]|[\s\p{C}]*[=+\-@＝＋－＠])/u;

/**
 * Writes a table as CSV (RFC 4180: comma, CRLF, every text quoted) in UTF-8 with a byte order mark, as Excel needs it.
 * Numbers and dates stand plain; text that a spreadsheet would run as a formula is prefixed with an apostrophe (T5).
 * The stream fails with a RangeError at a row that has not one cell a column
 */
export function writeCsv(table: ExportTable): ReadableStream<Bytes> {
  return streamOf(chunks(table), table.signal);
}

async function* chunks(table: ExportTable): AsyncGenerator<Bytes, void> {
  const { columns, preamble = [] } = table;
  const out = new ByteWriter();
  const writeRow = (row: Row) => {
    const fields = Array.from({ length: Math.max(row.length, columns.length) }, (_, index) => fieldOf(row[index] ?? null));
    out.write(`${fields.join()}\r\n`);
  };
  out.write(BYTE_ORDER_MARK);
  preamble.forEach(writeRow);
  if (preamble.length > 0) writeRow([]);
  writeRow(columns.map(({ header }) => header));
  yield* encodeRows(out, table, writeRow);
  const { totals = [] } = table;
  if (totals.length > 0) writeRow([]);
  totals.forEach(writeRow);
  yield out.take();
}

function fieldOf(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return quoted(cell);
  if ('date' in cell) return isDate(cell.date) ? cell.date : quoted(cell.date);
  return isDecimal(cell.decimal) ? cell.decimal : quoted(cell.decimal);
}

const quoted = (text: string): string => `"${DANGEROUS.test(text) ? "'" : ''}${text.replaceAll('"', '""')}"`;
