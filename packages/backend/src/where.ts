import type { Condition, Kept, Order, Query, Scalar } from './store.ts';

/** Whether a record meets all conditions: the one meaning of the where-language, for every store. */
export function meets(record: Kept, where: readonly Condition[]): boolean {
  return where.every((condition) => holds((record as unknown as Record<string, unknown>)[condition.field], condition));
}

/** Orders, cuts and limits records that already meet the conditions. */
export function arranged<Record extends Kept>(records: readonly Record[], { orderBy, after, limit }: Query): readonly Record[] {
  const key = keyOf(orderBy);
  const compare = comparing(orderBy);
  const rest = after === undefined ? records : records.filter((record) => compare(key(record), record.id, after.key ?? null, after.id) > 0);
  return [...rest].sort((a, b) => compare(key(a), a.id, key(b), b.id)).slice(0, limit);
}

/** Which of two records comes first in an order. */
export function compared(orderBy: Order | undefined): (one: Kept, other: Kept) => number {
  const [key, compare] = [keyOf(orderBy), comparing(orderBy)];
  return (one, other) => compare(key(one), one.id, key(other), other.id);
}

function holds(value: unknown, condition: Condition): boolean {
  if (value === undefined || value === null) return false;
  switch (condition.op) {
    case 'eq':
      return value === condition.value;
    case 'in':
      return condition.values.includes(value as Scalar);
    case 'range':
      return isAtLeast(value, condition.from) && (condition.to === undefined || isAtLeast(condition.to, value as Scalar));
    case 'prefix':
      return typeof value === 'string' && value.startsWith(condition.text);
    case 'contains':
      return typeof value === 'string' || Array.isArray(value) ? value.includes(condition.text) : false;
  }
}

/** Numbers compare with numbers and text with text; anything else does not compare. */
function isAtLeast(value: unknown, bound: Scalar | undefined): boolean {
  return bound === undefined || (typeof value === typeof bound && (value as Scalar) >= bound);
}

function keyOf(order: Order | undefined): (record: Kept) => Scalar | null {
  if (order === undefined) return () => null;
  return (record) => (record as unknown as Record<string, Scalar | null | undefined>)[order.field] ?? null;
}

function comparing(order: Order | undefined): (keyA: Scalar | null, idA: string, keyB: Scalar | null, idB: string) => number {
  const sign = order?.direction === 'descending' ? -1 : 1;
  return (keyA, idA, keyB, idB) => {
    if (keyA === keyB) return idA < idB ? -1 : idA > idB ? 1 : 0;
    if (keyA === null) return 1;
    if (keyB === null) return -1;
    return keyA < keyB ? -sign : sign;
  };
}
