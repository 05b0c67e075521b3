import { assert } from '@open-wc/testing';
import { strFromU8, unzipSync } from 'fflate';
import type { Column, ExportTable, Row } from './table.ts';
import { collect } from './streams.ts';
import { XLSX_TYPE } from './xlsx-parts.ts';
import { writeXlsx } from './xlsx.ts';

const columns: readonly Column[] = [
  { header: 'العضو', type: 'text' },
  { header: 'Paid', type: 'amount' },
];
const rows: readonly Row[] = Array.from({ length: 20_000 }, (_, index) => [`نورة ${index}`, { decimal: `${index}.500` }]);

async function* pages(): AsyncGenerator<readonly Row[], void> {
  for (let at = 0; at < rows.length; at += 500) yield rows.slice(at, at + 500);
}

async function sheetOf(table: Partial<ExportTable>): Promise<string> {
  const file = new Blob(await collect(writeXlsx({ sheet: 'كشف', columns, rows: pages(), ...table })), { type: XLSX_TYPE });
  assert.equal(file.type, XLSX_TYPE);
  return strFromU8(unzipSync(new Uint8Array(await file.arrayBuffer()))['xl/worksheets/sheet1.xml']!);
}

describe('writeXlsx in a browser', () => {
  it('writes a whole sheet to a Blob, with the page taking its turns', async () => {
    let turns = 0;
    let told = 0;
    const timer = setInterval(() => (turns += 1));
    const sheet = await sheetOf({ onProgress: (done) => (told = done) });
    clearInterval(timer);
    assert.lengthOf(sheet.match(/<row /g)!, rows.length + 1);
    assert.include(sheet, '>نورة 19999</t></is></c><c s="8"><v>19999.500</v></c></row>');
    assert.equal(told, rows.length);
    assert.isAbove(turns, 2);
  });

  it('writes the same sheet where there is no CompressionStream', async () => {
    const sheet = await sheetOf({});
    const native = globalThis.CompressionStream;
    Reflect.deleteProperty(globalThis, 'CompressionStream');
    try {
      assert.equal(await sheetOf({}), sheet);
    } finally {
      globalThis.CompressionStream = native;
    }
  });

  it('stops when the clerk cancels', async () => {
    const abort = new AbortController();
    const file = sheetOf({ signal: abort.signal, onProgress: () => abort.abort() });
    assert.propertyVal(await file.catch((error: unknown) => error), 'name', 'AbortError');
  });
});
