import { collect, writeXlsx } from '@portico/export';
import { writeXlsxStream } from 'hucre/xlsx';
import * as SheetJS from 'xlsx';
import { writeLimit } from './limit.mjs';
import { claims, COLUMNS } from './rows.mjs';

const AMOUNT_FORMAT = '#,##0.000';
const DATE_FORMAT = 'yyyy-mm-dd';
const PAGE = 500;

const shaped = (rows, byKind) => rows.map((row) => row.map((value, i) => byKind[COLUMNS[i].kind](value)));
const text = (value) => value;

/** Each writer: what it wants its rows to be, made before the clock runs, and the writing itself, to a Blob. */
const writers = {
  portico: {
    rows: (rows) => {
      const cells = shaped(rows, { text, date: (date) => ({ date }), amount: (decimal) => ({ decimal }) });
      return Array.from({ length: Math.ceil(cells.length / PAGE) }, (_, i) => cells.slice(i * PAGE, (i + 1) * PAGE));
    },
    write: async (pages) => {
      const table = {
        sheet: 'Claims',
        columns: COLUMNS.map(({ header, kind }) => ({ header, type: kind, scale: 3 })),
        rows: (async function* () {
          yield* pages;
        })(),
      };
      return new Blob(await collect(writeXlsx(table)));
    },
  },
  limit: {
    rows: (rows) => rows,
    write: (rows) => writeLimit(COLUMNS, rows),
  },
  hucre: {
    rows: (rows) => shaped(rows, { text, date: (value) => new Date(`${value}T00:00:00Z`), amount: Number }),
    write: (rows) =>
      new Response(
        writeXlsxStream(rows, {
          name: 'Claims',
          columns: COLUMNS.map(({ header, kind }) => ({
            header,
            width: 14,
            ...(kind === 'text' ? {} : { numFmt: kind === 'date' ? DATE_FORMAT : AMOUNT_FORMAT }),
          })),
          freezePane: { rows: 1 },
        }),
      ).blob(),
  },
  sheetjs: {
    rows: (rows) => [
      COLUMNS.map(({ header }) => header),
      ...shaped(rows, {
        text,
        date: (value) => ({ t: 'n', v: Date.parse(value) / 864e5 + 25569, z: DATE_FORMAT }),
        amount: (value) => ({ t: 'n', v: Number(value), z: AMOUNT_FORMAT }),
      }),
    ],
    write: async (rows) => {
      const book = SheetJS.utils.book_new();
      SheetJS.utils.book_append_sheet(book, SheetJS.utils.aoa_to_sheet(rows, { dense: true }), 'Claims');
      return new Blob([SheetJS.write(book, { type: 'array', bookType: 'xlsx', compression: true })]);
    },
  },
};

let rows;
let file;

globalThis.bench = {
  prepare(name, count) {
    rows = writers[name].rows(claims(count));
    globalThis.gc();
  },
  /** Wall time and the longest task of the main thread in ms (tasks under 50 ms are not reported and count as 0), and the length of the file. */
  async run(name) {
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    observer.observe({ entryTypes: ['longtask'] });
    await new Promise((resolve) => setTimeout(resolve));
    const start = performance.now();
    file = await writers[name].write(rows);
    const wall = performance.now() - start;
    await new Promise((resolve) => setTimeout(resolve, 100));
    observer.disconnect();
    return { wall, longest, bytes: file.size };
  },
  async file() {
    const reader = new FileReader();
    const read = new Promise((resolve) => (reader.onload = resolve));
    reader.readAsDataURL(file);
    await read;
    return reader.result.slice(reader.result.indexOf(',') + 1);
  },
};
