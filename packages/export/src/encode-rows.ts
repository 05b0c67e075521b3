import type { ByteWriter, Bytes } from './byte-writer.ts';
import { turn } from './streams.ts';
import type { ExportTable, Row } from './table.ts';

const CHUNK_LENGTH = 1 << 15;
const BUSY_MS = 8;

/**
 * Writes all rows through `writeRow` and yields what came together in `out` in chunks of some 32,000 characters, leaving the page a turn every 8 ms.
 * @throws RangeError when a row has not one cell a column
 */
export async function* encodeRows(
  out: ByteWriter,
  { rows, columns, onProgress }: ExportTable,
  writeRow: (row: Row) => void,
): AsyncGenerator<Bytes, void> {
  let done = 0;
  let since = performance.now();
  const breathe = async () => {
    if (performance.now() - since < BUSY_MS) return;
    onProgress?.(done);
    await turn();
    since = performance.now();
  };
  for await (const page of rows) {
    for (const row of page) {
      if (row.length !== columns.length) {
        throw new RangeError(
          `[portico/export] row ${done + 1} has ${row.length} cells for ${columns.length} columns: write null for an empty cell.`,
        );
      }
      writeRow(row);
      done += 1;
      if (out.length < CHUNK_LENGTH) continue;
      yield out.take();
      await breathe();
    }
    await breathe();
  }
  onProgress?.(done);
}
