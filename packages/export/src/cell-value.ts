const DECIMAL = /^-?\d+(?:\.\d+)?$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const DAY_MS = 86_400_000;
const SERIAL_OF_1970 = 25_569;
const FIRST_TRUE_SERIAL = '1900-03-01';

/** Whether the text is a plain decimal number: optional minus, digits, optional fraction. */
export const isDecimal = (text: string): boolean => DECIMAL.test(text);

/** Whether a spreadsheet, which keeps 15 significant digits, holds this decimal to the digit. */
export const fitsSpreadsheet = (decimal: string): boolean =>
  decimal.length <= 15 || decimal.replace('.', '').replace(/^-?0*|0+$/g, '').length <= 15;

/** Digits after the point of a plain decimal. */
export const decimalPlaces = (decimal: string): number => decimal.split('.')[1]?.length ?? 0;

function timeOf(date: string): number | undefined {
  const day = new Date(date);
  return DATE.test(date) && day.getUTCDate() === Number(date.slice(8)) ? day.getTime() : undefined;
}

/** Whether the text is an existing day `YYYY-MM-DD`. */
export const isDate = (text: string): boolean => timeOf(text) !== undefined;

/** Excel's number of a day, or undefined for what is no date and before 1900-03-01, because Excel counts a leap day in 1900 that never was. */
export function excelSerial(date: string): number | undefined {
  const time = timeOf(date);
  return time === undefined || date < FIRST_TRUE_SERIAL ? undefined : time / DAY_MS + SERIAL_OF_1970;
}
