import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeCsv } from './csv.ts';
import { collect } from './streams.ts';
import type { Bytes } from './byte-writer.ts';
import type { Column, ExportTable, Row } from './table.ts';
import { writeXlsx } from './xlsx.ts';

const columns: readonly Column[] = [{ header: 'Text', type: 'text' }];
const PAGE = 100;
const page: readonly Row[] = Array.from({ length: PAGE }, () => [crypto.randomUUID()]);

/** An endless source that tells how much was asked of it and whether it was closed. */
function endless() {
  const seen = { rows: 0, closed: false };
  const rows = (async function* () {
    try {
      for (;;) {
        seen.rows += PAGE;
        yield page;
      }
    } finally {
      seen.closed = true;
    }
  })();
  return { seen, rows };
}

/** Keeps the thread busy for longer than the writers go without a turn. */
function* slowPages(count: number): Generator<readonly Row[]> {
  for (let i = 0; i < count; i += 1) {
    for (const start = performance.now(); performance.now() - start < 12;);
    yield page;
  }
}

/** Waits until the condition holds, or long enough to say that it never will. */
async function eventually(condition: () => boolean): Promise<boolean> {
  for (let waits = 0; waits < 200 && !condition(); waits += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  return condition();
}

const writers: readonly [string, (table: ExportTable) => ReadableStream<Bytes>][] = [
  ['XLSX', writeXlsx],
  ['CSV', writeCsv],
];

for (const [name, write] of writers) {
  const table = (more: Partial<ExportTable>): ExportTable => ({ sheet: 'Sheet', columns, rows: [], ...more });

  test(`${name}: rows are pulled only as the file is read, and a file no longer wanted closes them`, async () => {
    const { seen, rows } = endless();
    const reader = write(table({ rows })).getReader();
    for (let reads = 0; reads < 20; reads += 1) await reader.read();
    let before = 0;
    const stands = () => before === (before = seen.rows);
    assert.ok(await eventually(stands), 'the source is drained behind a reader that stands still');
    await reader.cancel();
    assert.ok(await eventually(() => seen.closed));
  });

  test(`${name}: abort ends the stream with its reason and closes the rows`, async () => {
    const { seen, rows } = endless();
    const abort = new AbortController();
    const reason = new Error('the clerk pressed cancel');
    const file = collect(write(table({ rows, signal: abort.signal })));
    setTimeout(() => abort.abort(reason), 20);
    await assert.rejects(file, reason);
    assert.ok(await eventually(() => seen.closed));
  });

  test(`${name}: abort does not wait for rows that never come`, async () => {
    const abort = new AbortController();
    const rows = (async function* () {
      yield page;
      await new Promise(() => {});
    })();
    const file = collect(write(table({ rows, signal: abort.signal })));
    setTimeout(() => abort.abort(), 10);
    await assert.rejects(file, { name: 'AbortError' });
  });

  test(`${name}: a signal that was aborted before asks for no row`, async () => {
    const { seen, rows } = endless();
    await assert.rejects(collect(write(table({ rows, signal: AbortSignal.abort() }))), { name: 'AbortError' });
    assert.equal(seen.rows, 0);
  });

  test(`${name}: progress counts the rows, and the page gets its turns meanwhile`, async () => {
    const told: number[] = [];
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    await collect(write(table({ rows: slowPages(6), onProgress: (done) => told.push(done) })));
    clearInterval(timer);
    assert.ok(told.length > 3 && told[0]! < 600, String(told));
    assert.deepEqual(
      told,
      told.toSorted((a, b) => a - b),
    );
    assert.equal(told.at(-1), 600);
    assert.ok(turns >= 3, `${turns} turns`);
  });

  test(`${name}: a failing source fails the file`, async () => {
    const rows = (async function* () {
      yield page;
      throw new Error('the backend is gone');
    })();
    await assert.rejects(collect(write(table({ rows }))), /the backend is gone/);
  });

  test(`${name}: a row that has not one cell a column is refused by its number`, async () => {
    await assert.rejects(collect(write(table({ rows: [[['a'], ['b', 'c']]] }))), /\[portico\/export\] row 2 has 2 cells for 1 columns/);
  });
}

test('XLSX: a sheet that would pass Excel’s last row is refused', async () => {
  const rows = Array.from({ length: 10_486 }, () => page);
  await assert.rejects(collect(writeXlsx({ sheet: 'Sheet', columns, rows })), /1048576 rows.*CSV/);
});
