export { CSV_TYPE, writeCsv } from './csv.ts';
export { collect } from './streams.ts';
export type { Cell, Column, ExportTable, Row } from './table.ts';
export { writeXlsx } from './xlsx.ts';
export { XLSX_TYPE } from './xlsx-parts.ts';
