import { ByteWriter } from './byte-writer.ts';
import { decimalPlaces, excelSerial, fitsSpreadsheet, isDecimal } from './cell-value.ts';
import type { Cell, Column, Row } from './table.ts';
import { amountStyle, BOLD, DATE, EMPTY, GENERAL, INTEGER, TEXT } from './xlsx-parts.ts';
import { xmlText } from './xml-text.ts';

const MOST_ROWS = 1_048_576;
const LETTER_A = 0x41;
const FULL_WIDTH_FORMS = 0xff00;

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
    let xml = `<row r="${line}">`;
    for (let i = 0; i < cells.length; i += 1) {
      xml += (i > 0 ? '<c' : `<c r="A${line}"`) + cellXml(cells[i] ?? null, columns[i], i < bold ? BOLD : 0);
    }
    this.out.write(`${xml}</row>`);
  }
}

/** Not without a style: some readers take such a cell for no cell and move the rest of the row over. */
const EMPTY_CELL = ` s="${EMPTY}"/>`;
/** How a number and a text begin after `<c`, by style. Made once: a row is joined of as few strings as possible, which is what its time goes into. */
const NUMBER_CELL = Array.from({ length: 2 * BOLD }, (_, style) => ` s="${style}"><v>`);
const TEXT_CELL = NUMBER_CELL.map((_, style) => `${style > 0 ? ` s="${style}"` : ''} t="inlineStr"><is><t>`);

/** A cell after `<c`; `weight` is added to its style. */
function cellXml(cell: Cell, column: Column | undefined, weight: number): string {
  if (cell === null) return EMPTY_CELL;
  if (typeof cell === 'string') return textXml(cell, weight);
  if ('date' in cell) {
    const serial = excelSerial(cell.date);
    return serial === undefined ? textXml(cell.date, weight) : numberXml(serial, DATE + weight);
  }
  const { decimal } = cell;
  if (!isDecimal(decimal) || !fitsSpreadsheet(decimal)) return textXml(decimal, weight);
  return numberXml(decimal, numberStyle(column, cell.scale ?? column?.scale ?? decimalPlaces(decimal)) + weight);
}

const numberXml = (digits: string | number, style: number): string => `${NUMBER_CELL[style]}${digits}</v></c>`;

function textXml(text: string, weight: number): string {
  const xml = xmlText(text);
  if (xml === '') return EMPTY_CELL;
  const open = TEXT_CELL[weight + (isReadAgain(xml) ? TEXT : GENERAL)]!;
  return `${xml === text && isTrimmed(text) ? open : open.replace(/>$/, ' xml:space="preserve">')}${xml}</t></is></c>`;
}

const numberStyle = (column: Column | undefined, scale: number): number => (column?.type === 'integer' ? INTEGER : amountStyle(scale));

/** Text that begins like a number or a formula would become one when its cell is edited, unless its format is text. */
const isReadAgain = (text: string): boolean => text.charCodeAt(0) < LETTER_A || text.charCodeAt(0) >= FULL_WIDTH_FORMS;

/** Spreadsheets drop white space at the ends of a text unless told otherwise. */
const isTrimmed = (text: string): boolean => text.charCodeAt(0) > 0x20 && text.charCodeAt(text.length - 1) > 0x20 && !text.includes('\n');
