import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { writeCsv } from './csv.ts';
import type { Cell, ExportTable, Row } from './table.ts';

/** A reader of RFC 4180: fields as they stand in the file, text fields marked by their quotes. */
function fieldsOf(csv: string): string[][] {
  assert.equal(csv.codePointAt(0), 0xfeff);
  const lines: string[][] = [[]];
  for (const [, field = '', end] of csv.slice(1).matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)) {
    lines.at(-1)!.push(field);
    if (end === '\r\n') lines.push([]);
  }
  assert.deepEqual(lines.pop(), [], 'the last line is ended');
  return lines;
}

const unquoted = (field: string): string => field.slice(1, -1).replaceAll('""', '"');

async function written(rows: readonly Row[], more: Partial<ExportTable> = {}): Promise<string[][]> {
  const columns = (rows[0] ?? ['']).map((_, index) => ({ header: `Column ${index}`, type: 'text' as const }));
  const bytes = await new Response(writeCsv({ sheet: '', columns, rows: [rows], ...more })).bytes();
  return fieldsOf(new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes));
}

const anyText = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 }).map((codes) => String.fromCharCode(...codes)),
  fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠', ' =', '\u200b=', '"', ',', "'"), fc.string())
    .map((pieces) => pieces.join('')),
);

test('T5 no text field begins with what a spreadsheet would run', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 40 }), async (rows) => {
      for (const field of (await written(rows)).flat()) {
        assert.match(field, /^"[^]*"$/);
        assert.doesNotMatch(unquoted(field), /^[\s\p{C}]*[=+\-@＝＋－＠]|^[\t\r\n\0]/u);
      }
    }),
  );
});

test('T5 the apostrophe is all that is added to a text', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(anyText), { minLength: 1, maxLength: 20 }), async (rows) => {
      const [, ...lines] = await written(rows);
      lines.forEach(([field], index) => {
        const [text] = rows[index]!;
        assert.ok([text, `'${text}`].map((wanted) => wanted.toWellFormed()).includes(unquoted(field!)));
      });
    }),
  );
});

test('T5 numbers and dates stand plain, and a cell that only claims to be one is guarded as text', async () => {
  const cells: Cell[] = [
    { decimal: '-12.500' },
    { decimal: '12345678901234567890.123' },
    { date: '1850-01-31' },
    null,
    '0012',
    '-5',
    { decimal: '=1+1' },
    { date: '@SUM(1)' },
    { date: '2026-02-30' },
  ];
  const [, line] = await written([cells]);
  assert.deepEqual(line, [
    '-12.500',
    '12345678901234567890.123',
    '1850-01-31',
    '',
    '"0012"',
    `"'-5"`,
    `"'=1+1"`,
    `"'@SUM(1)"`,
    '"2026-02-30"',
  ]);
});

test('T5 columns of one heading, also after guarding, stay apart', async () => {
  const lines = await written([['a', 'b', 'c']], { columns: ['=x', "'=x", '=x'].map((header) => ({ header, type: 'text' })) });
  assert.deepEqual(lines, [
    [`"'=x"`, `"'=x"`, `"'=x"`],
    ['"a"', '"b"', '"c"'],
  ]);
});

test('preamble and totals stand apart from the table, every line equally long', async () => {
  const lines = await written([['a', 'b', { decimal: '1' }]], {
    preamble: [['Batch', 'B-1']],
    totals: [['Total', null, { decimal: '1' }]],
  });
  assert.deepEqual(lines, [
    ['"Batch"', '"B-1"', ''],
    ['', '', ''],
    ['"Column 0"', '"Column 1"', '"Column 2"'],
    ['"a"', '"b"', '1'],
    ['', '', ''],
    ['"Total"', '', '1'],
  ]);
});
