import type { Bordereau, BordereauCell, BordereauColumn, caseMessages, CaseRow } from '@portico/core/claims';
import { bordereauCells } from '@portico/core/claims';
import type { bordereauExportMessages, WriteInput } from '@portico/core/claims/bordereau-export';
import { createFormats, scaleOf, toDecimal, type FormatOptions, type Messages, type Money } from '@portico/core/kernel';
import type { Cell, ExportTable, Row } from '@portico/export';
import { directionOf } from '../kit/locale.ts';
import { printed, printDocument } from '../print/print-frame.ts';
import { printCss } from './bordereau-print.css.ts';

/** In which language a bordereau is written. */
export interface BordereauWriting {
  readonly text: Messages<typeof bordereauExportMessages & typeof caseMessages>['text'];
  readonly locale: string;
  readonly formats: FormatOptions | undefined;
  readonly document: Document;
}

// Isolating marks belong on a page, not in a file.
const plain = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');

const amount = (money: Money | null): Cell => (money === null ? null : { decimal: toDecimal(money), scale: scaleOf(money.currency) });

/** The statement as a table: what it is for above, one row a case, totals by currency beneath. */
function tableOf(input: WriteInput, writing: BordereauWriting, signal: AbortSignal): ExportTable {
  const { bordereau, columns } = input;
  const text = writing.text as (key: string, values?: object) => string;
  const cell = (value: BordereauCell): Cell => {
    switch (value.type) {
      case 'text':
        return value.text;
      case 'date':
        return value.date === null ? null : { date: value.date };
      case 'message':
        return plain(text(value.key));
      case 'amount':
        return value.decimal === null
          ? null
          : { decimal: value.decimal, scale: value.currency === null ? undefined : scaleOf(value.currency) };
    }
  };
  return {
    sheet: bordereau.number,
    columns: columns.map(({ key, type }) => ({
      header: plain(text(`case.column.${key}`)),
      type: type === 'message' ? 'text' : type,
      width: widthOf(key),
    })),
    rows: rowsOf(input.rows(signal), (row) => bordereauCells(row, columns).map(cell)),
    rightToLeft: directionOf(writing.locale) === 'rtl',
    preamble: preambleOf(bordereau, writing).map(([label, value]) => [label, value]),
    totals: totalsOf(bordereau, columns, plain(text('bordereau.total'))),
    signal,
  };
}

async function* rowsOf(pages: AsyncIterable<readonly CaseRow[]>, write: (row: CaseRow) => Row): AsyncIterable<readonly Row[]> {
  for await (const page of pages) yield page.map(write);
}

const widthOf = (key: BordereauColumn['key']): number => (key === 'memberName' ? 28 : key === 'physicianName' ? 22 : 14);

function preambleOf(bordereau: Bordereau, { text, locale, formats }: BordereauWriting): readonly (readonly [string, string])[] {
  const { date } = createFormats(locale, formats);
  const { period, provider, payer, number, rowCount, issuedAt, issuedBy, dateMode } = bordereau;
  return [
    [text('bordereau.number'), number],
    [text('bordereau.provider'), provider.name],
    [text('bordereau.payer'), payer.name],
    [text('bordereau.period'), `${date(period.from)} – ${date(period.to)}`],
    [text(dateMode === 'service' ? 'bordereau.byService' : 'bordereau.byPayment'), plain(text('bordereau.rows', { n: rowCount }))],
    ['', plain(text('bordereau.issuedOn', { when: issuedAt, who: issuedBy }))],
  ];
}

/** One row a currency, each sum under its column. */
function totalsOf({ totals }: Bordereau, columns: readonly BordereauColumn[], label: string): readonly Row[] {
  return totals.map((total) =>
    columns.map(({ key }, index): Cell => {
      if (key === 'currency') return total.currency;
      if (key === 'billed' || key === 'approved' || key === 'patientShare' || key === 'paid') return amount(total[key]);
      return index === 0 ? label : null;
    }),
  );
}

/** Writes an issued bordereau: a file that the browser downloads, or a print of its own. */
export async function writeBordereau(input: WriteInput, writing: BordereauWriting, signal: AbortSignal): Promise<void> {
  const table = tableOf(input, writing, signal);
  if (input.format === 'print') return printTable(table, input, writing, signal);
  const { collect, CSV_TYPE, writeCsv, writeXlsx, XLSX_TYPE } = await import('@portico/export');
  const isExcel = input.format === 'xlsx';
  const parts = await collect(isExcel ? writeXlsx(table) : writeCsv(table));
  download(
    new Blob(parts as BlobPart[], { type: isExcel ? XLSX_TYPE : CSV_TYPE }),
    `${input.bordereau.number}.${input.format}`,
    writing.document,
  );
}

function download(blob: Blob, name: string, document: Document): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser has taken the file when the click is through; a moment is left for slow ones.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

async function printTable(table: ExportTable, { bordereau }: WriteInput, writing: BordereauWriting, signal: AbortSignal): Promise<void> {
  const { locale, formats, text } = writing;
  const { date } = createFormats(locale, formats);
  const shown = (cell: Cell): string =>
    cell === null ? '' : typeof cell === 'string' ? cell : 'date' in cell ? date(cell.date as never) : cell.decimal;
  await printDocument(
    writing.document,
    {
      ...{ title: bordereau.number, lang: locale, dir: directionOf(locale), css: printCss },
      build: async (document, body) => {
        const make = (tag: string, content?: string | readonly Node[], className?: string): HTMLElement =>
          printed(document, tag, content, className);
        const row = (cells: Row, tag = 'td'): Node =>
          make(
            'tr',
            cells.map((cell, index) => make(tag, [make('bdi', shown(cell))], table.columns[index]?.type === 'amount' ? 'amount' : '')),
          );
        const tbody = make('tbody');
        for await (const page of table.rows) tbody.append(...page.map((cells) => row(cells)));
        body.append(
          make('h1', `${text('bordereau.title')} ${bordereau.number}`),
          make(
            'dl',
            (table.preamble ?? []).flatMap(([label, value]) => [
              make('dt', shown(label ?? null)),
              make('dd', [make('bdi', shown(value ?? null))]),
            ]),
          ),
          make('table', [
            make('thead', [
              row(
                table.columns.map(({ header }) => header),
                'th',
              ),
            ]),
            tbody,
            make(
              'tfoot',
              (table.totals ?? []).map((cells) => row(cells)),
            ),
          ]),
        );
      },
    },
    signal,
  );
}
