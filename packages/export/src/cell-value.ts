const DECIMAL = /^-?\d+(?:\.\d+)?$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const DAY = 86_400_000;
const DAYS_TO_1970 = 25_569;
const FIRST_TRUE_SERIAL = 61;

/** Whether the text is a plain decimal number: optional minus, digits, optional fraction. */
export const isDecimal = (text: string): boolean => DECIMAL.test(text);

/** Whether a spreadsheet, which keeps 15 significant digits, holds this decimal to the digit. */
export const fitsSpreadsheet = (decimal: string): boolean =>
  decimal.length <= 15 || decimal.replace(/^-?0*\.?0*|\./g, '').replace(/0+$/, '').length <= 15;

/** Digits after the point of a plain decimal. */
export function decimalPlaces(decimal: string): number {
  const point = decimal.indexOf('.');
  return point < 0 ? 0 : decimal.length - point - 1;
}

/** Days since 1899-12-31 as spreadsheets count them, or undefined for what is no date of the calendar. */
function daySerial(date: string): number | undefined {
  if (!DATE.test(date)) return undefined;
  const month = Number(date.slice(5, 7));
  const time = Date.UTC(Number(date.slice(0, 4)), month - 1, Number(date.slice(8)));
  return new Date(time).getUTCMonth() === month - 1 ? time / DAY + DAYS_TO_1970 : undefined;
}

/** Whether the text is an existing day `YYYY-MM-DD`. */
export const isDate = (text: string): boolean => daySerial(text) !== undefined;

/** Excel's number of a day, or undefined before 1900-03-01, where Excel counts a leap day that never was, and for what is no date. */
export function excelSerial(date: string): number | undefined {
  const serial = daySerial(date);
  return serial !== undefined && serial >= FIRST_TRUE_SERIAL ? serial : undefined;
}
