import { PortError, type Page, type PageRequest } from '@portico/core/kernel';
import { pageLimit } from './claims/bordereau.ts';
import type { Records, Tx } from './collections.ts';
import { cursorText, readCursor } from './cursor.ts';
import type { Condition, Scalar } from './store.ts';

/** What a page is cut from: a collection in ascending order of one field. */
export interface Listing<Name extends keyof Records, Row> {
  readonly collection: Name;
  readonly where: readonly Condition[];
  readonly field: string;
  readonly keyOf: (record: Records[Name]) => Scalar;
  /** What the cursor is bound to. */
  readonly asked: unknown;
  /** The row of a record, null for one that is passed over. */
  readonly rowOf: (record: Records[Name]) => Promise<Row | null>;
  /** How many rows there are; left out: as many as records meet the conditions. */
  readonly total?: number;
}

const PAGE_SIZE = 50;

/** One page by keyset; PortError `expired-cursor` where the record that the cursor names is gone. */
export async function paged<Name extends keyof Records, Row>(
  tx: Tx,
  { collection, where, field, keyOf, asked, rowOf, total }: Listing<Name, Row>,
  { cursor, limit }: Pick<PageRequest, 'cursor' | 'limit'>,
): Promise<Page<Row>> {
  const last = cursor == null ? null : await tx.get(collection, readCursor(cursor, asked));
  if (cursor != null && last === null) throw new PortError('expired-cursor');
  const size = pageLimit(limit, PAGE_SIZE);
  const kept: { readonly id: string; readonly row: Row }[] = [];
  let after: Records[Name] | null = last;
  let isOver = false;
  // Until there is one row more than the page takes, or no record left.
  while (kept.length <= size && !isOver) {
    const found: readonly Records[Name][] = await tx.query(collection, {
      where,
      orderBy: { field, direction: 'ascending' },
      ...(after === null ? {} : { after: { id: after.id, key: keyOf(after) } }),
      limit: size + 1,
    });
    const rows = await Promise.all(found.map(rowOf));
    kept.push(...rows.flatMap((row, n) => (row === null ? [] : [{ id: found[n]!.id, row }])));
    after = found.at(-1) ?? null;
    isOver = found.length <= size;
  }
  const page = kept.slice(0, size);
  return {
    rows: page.map(({ row }) => row),
    next: kept.length > size ? cursorText(asked, page.at(-1)!.id) : null,
    total: { kind: 'exact', n: total ?? (await tx.count(collection, where)) },
  };
}
