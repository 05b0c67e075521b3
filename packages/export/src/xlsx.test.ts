import assert from 'node:assert/strict';
import { test } from 'node:test';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import type { Cell, Column, ExportTable, Row } from './table.ts';
import { writeXlsx } from './xlsx.ts';

const columns: readonly Column[] = [
  { header: 'Claim', type: 'text' },
  { header: 'Service date', type: 'date' },
  { header: 'Paid', type: 'amount', scale: 3 },
  { header: 'Items', type: 'integer', width: 7 },
];

const bytesOf = (table: Partial<ExportTable>): Promise<Uint8Array> =>
  new Response(writeXlsx({ sheet: 'Claims', columns, rows: [], ...table })).bytes();

async function xmlOf(table: Partial<ExportTable>, part = 'worksheets/sheet1'): Promise<string> {
  return strFromU8(unzipSync(await bytesOf(table))[`xl/${part}.xml`]!);
}

async function sheetOf(table: Partial<ExportTable>): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load((await bytesOf(table)).buffer as ArrayBuffer);
  return book.worksheets[0]!;
}

const valuesOf = (sheet: ExcelJS.Worksheet, line: number, width = columns.length): unknown[] =>
  Array.from({ length: width }, (_, index) => sheet.getRow(line).getCell(index + 1).value);

/** The characters that a cell can hold, told apart without the writer's expressions. exceljs leaves escaped character codes as they stand. */
const held = (text: string): string | null =>
  [...text]
    .filter((character) => {
      const code = character.codePointAt(0)!;
      if (code < 0xa0) return (code >= 0x20 && code < 0x7f) || code === 9 || code === 10 || code === 13;
      return (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff;
    })
    .join('')
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_') || null;

const hostile = [
  '=1+1',
  '=HYPERLINK("http://x","y")',
  '@SUM(A1)',
  '+971 4',
  '-5',
  '0012',
  '1234567890123456789012',
  '<b>&amp;',
  ']]>',
  ' x ',
  '_x0041_',
  'a\r\nb',
  '😀',
  'نص',
  '1E5',
  'TRUE',
];
const anyText = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0, max: 0x9f })), { maxLength: 12 })
    .map((codes) => String.fromCharCode(...codes)),
  fc.tuple(fc.constantFrom(...hostile), fc.string()).map((pieces) => pieces.join('')),
);
const anyDay = fc
  .date({ min: new Date('1900-03-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));
const anyDecimal = fc
  .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 999 }))
  .map(([whole, part]) => `${whole}.${String(part).padStart(3, '0')}`);

test('every cell reads back: any text as text, decimals to the digit, dates as dates', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(anyText, anyDay, anyDecimal, fc.option(fc.nat())), { maxLength: 30 }), async (facts) => {
      const rows = facts.map(([text, date, decimal, count]): Row => [
        text,
        { date },
        { decimal },
        count === null ? null : { decimal: String(count) },
      ]);
      const sheet = await sheetOf({ rows: [rows] });
      assert.deepEqual(
        valuesOf(sheet, 1),
        columns.map(({ header }) => header),
      );
      facts.forEach(([text, date, decimal, count], index) => {
        assert.deepEqual(valuesOf(sheet, index + 2), [held(text), new Date(date), Number(decimal), count]);
      });
    }),
    { numRuns: 60 },
  );
});

test('T5 no cell is a formula, and text that would become one when edited is formatted as text', async () => {
  const rows = fc.sample(anyText, 10_000).map((text): Row => [text, null, null, null]);
  assert.doesNotMatch(await xmlOf({ rows: [rows] }), /<f[ >/]/);
  const sheet = await sheetOf({
    rows: [['=1', '+1', '-1', '@a', '0012', ' =1', '＝1', 'Amal'].map((text): Row => [text, null, null, null])],
  });
  assert.deepEqual(
    sheet
      .getColumn(1)
      .values.slice(2)
      .map((_, index) => sheet.getCell(index + 2, 1).numFmt),
    ['@', '@', '@', '@', '@', '@', '@', undefined],
  );
});

test('an amount shows the digits of its scale: its own, else its column’s, else those it is written with', async () => {
  const plain: Column[] = ['a', 'b', 'c'].map((header) => ({ header, type: 'amount' }));
  const scales = [0, 1, 2, 3, 4, 5].map((scale): Row => [{ decimal: '10.005', scale }, { decimal: '10.005' }, { decimal: '10' }]);
  const sheet = await sheetOf({ columns: [plain[0]!, { ...plain[1]!, scale: 2 }, plain[2]!], rows: [scales] });
  const formats = scales.map((_, index) => [1, 2, 3].map((column) => sheet.getCell(index + 2, column).numFmt));
  assert.deepEqual(
    formats.map(([own]) => own),
    ['#,##0', '#,##0.0', '#,##0.00', '#,##0.000', '#,##0.0000', undefined],
  );
  assert.deepEqual(formats[0]!.slice(1), ['#,##0.00', '#,##0']);
  assert.equal(sheet.getCell(2, 1).value, 10.005);
});

test('what Excel would change is written as text', async () => {
  const cells: Cell[] = [{ date: '1900-02-28' }, { date: '2026-02-30' }, { decimal: '9007199254740993' }, { decimal: '=1' }];
  assert.deepEqual(valuesOf(await sheetOf({ rows: [[cells]] }), 2), ['1900-02-28', '2026-02-30', '9007199254740993', '=1']);
});

test('a decimal is written with the digits it came with', async () => {
  assert.match(
    await xmlOf({ rows: [[[null, null, { decimal: '0.100' }, { decimal: '-007' }]]] }),
    /<v>0\.100<\/v><\/c><c s="4"><v>-007<\/v>/,
  );
});

test('text longer than a cell is cut with an ellipsis', async () => {
  const sheet = await sheetOf({ rows: [[['x'.repeat(40_000), null, null, null]]] });
  assert.equal(sheet.getCell(2, 1).value, `${'x'.repeat(32_766)}…`);
});

test('preamble, heading, table and totals stand in their places, the heading frozen and filtered', async () => {
  const sheet = await sheetOf({
    sheet: 'كشف [1]',
    rightToLeft: true,
    preamble: [
      ['Batch', 'B-1'],
      ['Period', { date: '2026-01-01' }, { date: '2026-01-31' }],
    ],
    rows: [[['a', null, { decimal: '1.5' }, null]], [['b', null, { decimal: '2' }, null]]],
    totals: [['Total KWD', null, { decimal: '3.500', scale: 3 }, null]],
  });
  assert.equal(sheet.name, 'كشف 1');
  assert.deepEqual(valuesOf(sheet, 1, 2), ['Batch', 'B-1']);
  assert.deepEqual(valuesOf(sheet, 2, 3), ['Period', new Date('2026-01-01'), new Date('2026-01-31')]);
  assert.deepEqual(
    valuesOf(sheet, 4),
    columns.map(({ header }) => header),
  );
  assert.deepEqual(valuesOf(sheet, 6), ['b', null, 2, null]);
  assert.deepEqual(valuesOf(sheet, 8), ['Total KWD', null, 3.5, null]);
  assert.deepEqual([sheet.rowCount, sheet.autoFilter], [8, 'A4:D6']);
  const [view] = sheet.views as [ExcelJS.WorksheetViewFrozen & { rightToLeft: boolean }];
  assert.deepEqual([view.state, view.ySplit, view.topLeftCell, view.rightToLeft], ['frozen', 4, 'A5', true]);
  assert.deepEqual(
    [1, 4, 5, 8].map((line) => sheet.getCell(line, 1).font?.bold ?? false),
    [true, true, false, true],
  );
  assert.equal(sheet.getCell(8, 3).numFmt, '#,##0.000');
});

test('white space at the ends of a text, and line breaks in it, are marked to be kept', async () => {
  const texts = [' a', 'a ', '\ta', 'a\n', 'a\nb', 'a\r', '\ud800 a', 'a b'];
  const xml = await xmlOf({ rows: [texts.map((text): Row => [text, null, null, null])] });
  assert.deepEqual(
    [...xml.matchAll(/<row r="[2-9]"><c r="A\d" (?:s="2" )?t="inlineStr"><is><t( xml:space="preserve")?>/g)].map(
      ([, kept]) => kept !== undefined,
    ),
    [true, true, true, true, true, true, true, false],
  );
});

test('the filter’s name in the workbook quotes the sheet’s', async () => {
  const xml = await xmlOf({ sheet: `Q1's <"A&B">` }, 'workbook');
  assert.match(xml, /<sheet name="Q1's &#60;&#34;A&#38;B&#34;&#62;" /);
  assert.match(xml, />'Q1''s &#60;&#34;A&#38;B&#34;&#62;'!\$A\$1:\$D\$1<\/definedName>/);
});

test('an empty line may stand above and below the table', async () => {
  const sheet = await sheetOf({ preamble: [['Batch'], []], rows: [[['a', null, null, null]]], totals: [[], ['end']] });
  assert.deepEqual(
    [1, 4, 5, 8].map((line) => sheet.getCell(line, 1).value),
    ['Batch', 'Claim', 'a', 'end'],
  );
});

test('the pane and the direction are in the sheet’s XML', async () => {
  const xml = await xmlOf({});
  assert.match(
    xml,
    /<sheetView tabSelected="1" workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"\/>/,
  );
  assert.match(await xmlOf({ rightToLeft: true }), /<sheetView rightToLeft="1" /);
});

test('widths come from the column, else from its kind and heading', async () => {
  const sheet = await sheetOf({ columns: [...columns, { header: 'A heading longer than its figures', type: 'amount' }] });
  assert.deepEqual(
    [1, 2, 3, 4, 5].map((column) => sheet.getColumn(column).width),
    [22, 16, 14, 7, 37],
  );
});

test('the filter names columns past Z', async () => {
  const many = Array.from({ length: 703 }, (_, index): Column => ({ header: `c${index}`, type: 'text' }));
  assert.equal((await sheetOf({ columns: many })).autoFilter, 'A1:AAA1');
});

test('T5 text that begins with a character no XML can hold is judged by what is left of it', async () => {
  const sheet = await sheetOf({ rows: [['\ud800=1', '\0Amal', '\u0001', '\ufffe x'].map((text): Row => [text, null, null, null])] });
  assert.deepEqual(
    [2, 3, 4, 5].map((line) => sheet.getCell(line, 1).value),
    ['=1', 'Amal', null, ' x'],
  );
  assert.equal(sheet.getCell(2, 1).numFmt, '@');
});
