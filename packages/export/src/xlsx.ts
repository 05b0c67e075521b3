import { utf8 } from './byte-writer.ts';
import type { Bytes } from './byte-writer.ts';
import { encodeRows } from './encode-rows.ts';
import { sheetName } from './sheet-name.ts';
import { SheetWriter } from './sheet-writer.ts';
import { streamOf } from './streams.ts';
import type { Column, ExportTable } from './table.ts';
import { contentTypes, packageRelationships, sheetFoot, sheetHead, styles, workbook, workbookRelationships } from './xlsx-parts.ts';
import { zip } from './zip.ts';
import type { ZipPart } from './zip.ts';

const WIDTHS = { text: 22, date: 12, amount: 14, integer: 10 };
const FILTER_BUTTON_WIDTH = 4;

/** First and last line of the table proper: its heading and its last row. */
type Extent = { readonly top: number; bottom: number };

/**
 * Writes a table as an Excel workbook of one sheet: frozen and filtered heading, typed dates and numbers, text that stays text.
 * `collect` makes a file of it. Text is cut at Excel's 32,767 characters; dates before 1900-03-01 and numbers of more than 15 significant digits,
 * which Excel would change, are written as text.
 * The stream fails with a RangeError past 1,048,576 rows, past 4 GiB, and at a row that has not one cell a column
 */
export function writeXlsx(table: ExportTable): ReadableStream<Bytes> {
  return streamOf(zip(parts(table)), table.signal);
}

function* parts(table: ExportTable): Generator<ZipPart, void> {
  const above = table.preamble?.length ?? 0;
  const top = above > 0 ? above + 2 : 1;
  const extent = { top, bottom: top };
  yield ['[Content_Types].xml', [utf8(contentTypes)]];
  yield ['_rels/.rels', [utf8(packageRelationships)]];
  yield ['xl/_rels/workbook.xml.rels', [utf8(workbookRelationships)]];
  yield ['xl/styles.xml', [utf8(styles)]];
  yield ['xl/worksheets/sheet1.xml', worksheet(table, extent)];
  const range = `$A$${top}:$${columnLetters(table.columns.length)}$${extent.bottom}`;
  yield ['xl/workbook.xml', [utf8(workbook(sheetName(table.sheet), range))]];
}

async function* worksheet(table: ExportTable, extent: Extent): AsyncGenerator<Bytes, void> {
  const { columns, preamble = [], rightToLeft } = table;
  const sheet = new SheetWriter();
  sheet.out.write(sheetHead(rightToLeft, extent.top, columns.map(widthOf)));
  for (const row of preamble) sheet.row(row, [], 1);
  sheet.line = extent.top - 1;
  const headers = columns.map(({ header }) => header);
  sheet.row(headers, [], headers.length);
  yield* encodeRows(sheet.out, table, (row) => sheet.row(row, columns));
  extent.bottom = sheet.line;
  sheet.line += 1;
  for (const row of table.totals ?? []) sheet.row(row, columns, row.length);
  sheet.out.write(sheetFoot(`A${extent.top}:${columnLetters(columns.length)}${extent.bottom}`));
  yield sheet.out.take();
}

const widthOf = ({ header, type, width }: Column): number => width ?? Math.max(WIDTHS[type], header.length + FILTER_BUTTON_WIDTH);

/** The name of a column by its number from 1: A, Z, AA. */
function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}
