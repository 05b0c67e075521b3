const DECIMAL = /^-?\d+(?:\.\d+)?$/;
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;
const SHORTEST_MONTH = 28;
const DAY_MS = 86_400_000;
const SERIAL_OF_1970 = 25_569;
const FIRST_TRUE_SERIAL = '1900-03-01';

/** Whether the text is a plain decimal number: optional minus, digits, optional fraction. */
export const isDecimal = (text: string): boolean => DECIMAL.test(text);

/** Whether a spreadsheet, which keeps 15 significant digits, holds this decimal to the digit. */
export const fitsSpreadsheet = (decimal: string): boolean =>
  decimal.length <= 15 || decimal.replace('.', '').replace(/^-?0*|0+$/g, '').length <= 15;

/** Digits after the point of a plain decimal. */
export function decimalPlaces(decimal: string): number {
  const point = decimal.indexOf('.');
  return point < 0 ? 0 : decimal.length - point - 1;
}

const midnight = (date: string): number => Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8)));

/** Whether the text is an existing day `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const day = Number(text.slice(8));
  return day <= SHORTEST_MONTH || new Date(midnight(text)).getUTCDate() === day;
}

/** Excel's number of a day, or undefined for what is no date and before 1900-03-01, because Excel counts a leap day in 1900 that never was. */
export const excelSerial = (date: string): number | undefined =>
  date >= FIRST_TRUE_SERIAL && isDate(date) ? midnight(date) / DAY_MS + SERIAL_OF_1970 : undefined;
