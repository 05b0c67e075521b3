import type { Condition, Kept, Query, Scalar } from './store.ts';
import { arranged, compared, meets } from './where.ts';

/** A stretch of an index of several fields, in the order of its last field: all records with these values in the others. */
export interface Stretch {
  readonly values: readonly Scalar[];
  /** Of the last field, both inclusive; left out: open. */
  readonly from?: Scalar;
  readonly to?: Scalar;
}

/** How a where-list is answered from an index of several fields. */
export interface Plan {
  /** As it was declared, `a+b+c`. */
  readonly index: string;
  readonly stretches: readonly Stretch[];
  /** No condition is left to be looked at: what lies in the stretches is what was asked for. */
  readonly isWhole: boolean;
}

/** More stretches than this are not worth reading side by side. */
const MOST = 512;

/** The index of several fields that narrows a where-list most; null where none fits. */
export function planOf(fields: readonly string[], where: readonly Condition[]): Plan | null {
  const plans = fields.filter((field) => field.includes('+')).flatMap((index) => planBy(index, where) ?? []);
  return plans.toSorted((one, other) => other.index.split('+').length - one.index.split('+').length)[0] ?? null;
}

function planBy(index: string, where: readonly Condition[]): Plan | null {
  const names = index.split('+');
  const last = names.pop()!;
  const values = names.map((name) => valuesIn(name, where));
  if (values.some((some) => some === null)) return null;
  const product = (values as Scalar[][]).reduce<readonly (readonly Scalar[])[]>(
    (some, more) => some.flatMap((one) => more.map((value) => [...one, value])),
    [[]],
  );
  const range = where.find((condition) => condition.op === 'range' && condition.field === last);
  const bounds =
    range?.op === 'range' ? { ...(range.from !== undefined && { from: range.from }), ...(range.to !== undefined && { to: range.to }) } : {};
  const isMet = (condition: Condition): boolean => condition === range || (isExact(condition) && names.includes(condition.field));
  return product.length > MOST
    ? null
    : { index, stretches: product.map((one) => ({ values: one, ...bounds })), isWhole: where.every(isMet) };
}

const isExact = ({ op }: Condition): boolean => op === 'eq' || op === 'in';

/** The values of a field that meet every `eq` and `in` about it; null where there is none. */
function valuesIn(field: string, where: readonly Condition[]): readonly Scalar[] | null {
  const lists = where.flatMap((one) =>
    one.field !== field ? [] : one.op === 'eq' ? [[one.value]] : one.op === 'in' ? [[...new Set(one.values)]] : [],
  );
  return lists.length === 0 ? null : lists.reduce((some, more) => some.filter((value) => more.includes(value)));
}

/**
 * Answers a query from the stretches of a plan, reading no more of each than its page needs; `read` answers the first so many records of a
 * stretch by its last field, then by id.
 */
export async function readInOrder(
  { index, stretches }: Plan,
  query: Query,
  read: (stretch: Stretch, size: number) => Promise<readonly Kept[]>,
): Promise<readonly Kept[]> {
  const { where = [], orderBy, after, limit = Infinity } = query;
  const isInOrder = orderBy?.direction === 'ascending' && orderBy.field === index.split('+').at(-1);
  const from = isInOrder ? (after?.key ?? null) : null;
  const begin = isInOrder ? Math.ceil((limit * 2) / Math.max(1, stretches.length)) + 1 : Infinity;
  const parts = stretches.map((stretch) => ({
    stretch: from === null ? stretch : { ...stretch, from: stretch.from !== undefined && stretch.from > from ? stretch.from : from },
    ...{ rows: [] as readonly Kept[], size: begin },
  }));
  const compare = compared(orderBy);
  for (let open = parts; ;) {
    await Promise.all(
      open.map(async (part) => {
        part.rows = await read(part.stretch, part.size);
      }),
    );
    const found = arranged(
      parts.flatMap(({ rows }) => rows).filter((record) => meets(record, where)),
      query,
    );
    const last = found.length < limit ? null : (found.at(-1) ?? null);
    // Where a stretch was not read as far as the last of the page, there may be some before it.
    open = parts.filter(({ rows, size }) => rows.length >= size && (last === null || compare(rows.at(-1)!, last) < 0));
    if (open.length === 0 || limit === 0) return found;
    // A page may lie in one stretch, with what comes before it; more is read where much is passed over.
    for (const part of open) part.size = Math.max(limit + 2, part.size * 4);
  }
}
