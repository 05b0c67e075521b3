import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';

/** A folder that a browser downloads into. */
export interface Downloads {
  readonly folder: string;
  /** Waits for a file whose name ends so and answers its path. */
  file(ending: string): Promise<string>;
  remove(): void;
}

/** Makes an empty folder for downloads. */
export function downloadFolder(): Downloads {
  const folder = mkdtempSync(join(tmpdir(), 'portico-downloads-'));
  return {
    folder,
    file: async (ending) => {
      const end = Date.now() + 60_000;
      while (Date.now() < end) {
        const names = readdirSync(folder);
        const name = names.find((one) => one.endsWith(ending));
        // Firefox makes the file first, empty, and fills another one beside it.
        const isWritten = name && statSync(join(folder, name)).size > 0 && !names.some((one) => /\.(part|crdownload)$/.test(one));
        if (isWritten) return join(folder, name);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      assert.fail(`no file *${ending} was downloaded; there are: ${readdirSync(folder).join(', ')}`);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A bordereau as a program reads it back: cells as they are typed in the file. */
export interface Statement {
  /** Label and value of each line above the table. */
  readonly about: readonly (readonly [string, string])[];
  readonly headers: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  readonly totals: readonly (readonly unknown[])[];
  readonly rightToLeft: boolean;
}

/** Table rows end at an empty line, or where the first column says what `total` says; `about` ends at the first empty line. */
function statementOf(lines: readonly (readonly unknown[])[], total: string, rightToLeft: boolean): Statement {
  const isEmpty = (line: readonly unknown[]): boolean => line.every((cell) => cell === null || cell === '');
  const head = lines.findIndex(isEmpty) + 1;
  const body = lines.slice(head + 1).filter((line) => !isEmpty(line));
  const text = (cell: unknown): string => (typeof cell === 'string' ? cell : '');
  const isTotal = (line: readonly unknown[]): boolean => line[0] === total;
  return {
    about: lines.slice(0, head - 1).map(([label, value]) => [text(label), text(value)]),
    headers: (lines[head] ?? []).map(String),
    rows: body.filter((line) => !isTotal(line)),
    totals: body.filter(isTotal),
    rightToLeft,
  };
}

/** Reads a downloaded workbook by a library that is not ours. */
export async function readWorkbook(path: string, total: string): Promise<Statement> {
  const book = new exceljs.Workbook();
  await book.xlsx.readFile(path);
  const [sheet] = book.worksheets;
  assert.ok(sheet && book.worksheets.length === 1, 'one sheet');
  const lines = Array.from({ length: sheet.rowCount }, (_, row) =>
    Array.from({ length: sheet.columnCount }, (_, column) => sheet.getRow(row + 1).getCell(column + 1).value),
  );
  return statementOf(lines, total, sheet.views[0]?.rightToLeft === true);
}

/** Reads a downloaded CSV file: RFC 4180, UTF-8 with its mark. */
export function readCsv(path: string, total: string): Statement {
  const text = readFileSync(path, 'utf8');
  assert.equal(text[0], '\uFEFF', 'Excel takes UTF-8 only with its mark');
  const lines = text
    .slice(1)
    .split('\r\n')
    .slice(0, -1)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? ''),
    );
  return statementOf(lines, total, false);
}
