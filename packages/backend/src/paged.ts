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
  /** The row of a record, null for none that this subject may see. */
  readonly rowOf: (record: Records[Name]) => Promise<Row | null>;
}

const PAGE_SIZE = 50;

/** One page by keyset; PortError `expired-cursor` where the record that the cursor names is gone. */
export async function paged<Name extends keyof Records, Row>(
  tx: Tx,
  { collection, where, field, keyOf, asked, rowOf }: Listing<Name, Row>,
  { cursor, limit }: Pick<PageRequest, 'cursor' | 'limit'>,
): Promise<Page<Row>> {
  const last = cursor == null ? null : await tx.get(collection, readCursor(cursor, asked));
  if (cursor != null && last === null) throw new PortError('expired-cursor');
  const size = pageLimit(limit, PAGE_SIZE);
  const found = await tx.query(collection, {
    where,
    orderBy: { field, direction: 'ascending' },
    ...(last === null ? {} : { after: { id: last.id, key: keyOf(last) } }),
    limit: size + 1,
  });
  const page = found.slice(0, size);
  const rows: Row[] = [];
  for (const record of page) {
    const row = await rowOf(record);
    if (row !== null) rows.push(row);
  }
  return {
    rows,
    next: found.length > size ? cursorText(asked, page.at(-1)!.id) : null,
    total: { kind: 'exact', n: await tx.count(collection, where) },
  };
}
