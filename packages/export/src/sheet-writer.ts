import { ByteWriter } from './byte-writer.ts';
import { decimalPlaces, excelSerial, fitsSpreadsheet, isDecimal } from './cell-value.ts';
import type { Cell, Column, Row } from './table.ts';
import { amountStyle, BOLD, STYLE } from './xlsx-parts.ts';

const LONGEST_TEXT = 32_767;
const MOST_ROWS = 1_048_576;
const TEXT_COLUMN: Column = { header: '', type: 'text' };

/** Markup escaped, tab and line breaks kept, other control characters left out because no XML can hold them. */
const XML_TEXT = Array.from({ length: 0x80 }, (_, code): string | undefined => (code < 0x20 || code === 0x7f ? '' : undefined));
for (const kept of '\t\n') XML_TEXT[kept.charCodeAt(0)] = undefined;
for (const escaped of '\r&<>') XML_TEXT[escaped.charCodeAt(0)] = `&#${escaped.charCodeAt(0)};`;

/** Writes rows of a worksheet. Only a row and its first cell carry their address: the others follow by position, which halves the file. */
export class SheetWriter {
  readonly out = new ByteWriter();
  /** The line written last, counted from 1; raise it to leave lines empty. */
  line = 0;

  /**
   * Writes one row; `bold` is the number of cells, from the first, that are bold.
   * @throws RangeError past the 1,048,576 rows of a sheet
   */
  row(cells: Row, columns: readonly Column[], bold = 0): void {
    const line = (this.line += 1);
    if (line > MOST_ROWS) throw new RangeError(`[portico/export] a sheet ends at ${MOST_ROWS} rows: export fewer rows, or write CSV.`);
    this.out.ascii(`<row r="${line}">`);
    for (let i = 0; i < cells.length; i += 1) {
      this.out.ascii(i === 0 ? `<c r="A${line}"` : '<c');
      this.#cell(cells[i] ?? null, columns[i] ?? TEXT_COLUMN, i < bold ? BOLD : 0);
    }
    this.out.ascii('</row>');
  }

  #cell(cell: Cell, column: Column, weight: number): void {
    if (cell === null || cell === '') this.out.ascii(` s="${emptyStyle(column) + weight}"/>`);
    else if (typeof cell === 'string') this.#text(cell, weight);
    else if ('date' in cell) {
      const serial = excelSerial(cell.date);
      if (serial === undefined) this.#text(cell.date, weight);
      else this.#number(String(serial), STYLE.date + weight);
    } else if (isDecimal(cell.decimal) && fitsSpreadsheet(cell.decimal)) {
      this.#number(cell.decimal, numberStyle(column, cell.scale ?? column.scale ?? decimalPlaces(cell.decimal)) + weight);
    } else this.#text(cell.decimal, weight);
  }

  #number(digits: string, style: number): void {
    this.out.ascii(` s="${style}"><v>`);
    this.out.ascii(digits);
    this.out.ascii('</v></c>');
  }

  #text(text: string, weight: number): void {
    const kept = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
    this.out.ascii(` s="${STYLE.text + weight}" t="inlineStr"><is><t${isTrimmed(kept) ? '' : ' xml:space="preserve"'}>`);
    this.out.text(kept.includes('_x') ? escapeEscapes(kept) : kept, XML_TEXT);
    this.out.ascii('</t></is></c>');
  }
}

/** Spreadsheets drop white space at the ends of a text unless told otherwise. */
const isTrimmed = (text: string): boolean => text.charCodeAt(0) > 0x20 && text.charCodeAt(text.length - 1) > 0x20 && !text.includes('\n');

/** Spreadsheets read `_x0041_` as the character with that code. */
const escapeEscapes = (text: string): string => text.replace(/_(?=x[\dA-F]{4}_)/gi, '_x005F_');

const numberStyle = ({ type }: Column, scale: number): number => (type === 'integer' ? STYLE.integer : amountStyle(scale));

const emptyStyle = (column: Column): number =>
  column.type === 'text' || column.type === 'date' ? STYLE[column.type] : numberStyle(column, column.scale ?? 2);
