import type { Stretch } from '../ordered.ts';
import type { Kept, Scalar } from '../store.ts';
import { compared } from '../where.ts';

/** An index of several fields in memory. */
export interface OrderedIndex {
  add(record: Kept): void;
  remove(record: Kept): void;
  /** At most so many of a stretch, in its order. */
  read(stretch: Stretch, size: number): readonly Kept[];
  count(stretch: Stretch): number;
}

/** Records by all fields but the last, in the order of the last; those of one place are put in order when they are first read. */
export function createOrderedIndex(index: string): OrderedIndex {
  const names = index.split('+');
  const field = names.pop()!;
  const places = new Map<string, { readonly rows: Kept[]; isSorted: boolean }>();
  const compare = compared({ field, direction: 'ascending' });
  const placeOf = (values: readonly unknown[]): string => JSON.stringify(values);
  const placeFor = (record: Kept): string => placeOf(names.map((name) => valueOf(record, name)));
  const isWhole = (record: Kept): boolean => [...names, field].every((name) => valueOf(record, name) != null);

  const sorted = (place: string): Kept[] => {
    const found = places.get(place);
    if (found === undefined) return [];
    if (!found.isSorted) found.rows.sort(compare);
    found.isSorted = true;
    return found.rows;
  };
  const span = ({ values, from, to }: Stretch): readonly [Kept[], number, number] => {
    const rows = sorted(placeOf(values));
    const key = (record: Kept): Scalar => valueOf(record, field)!;
    const start = from === undefined ? 0 : firstWhere(rows, (record) => key(record) >= from);
    return [rows, start, to === undefined ? rows.length : firstWhere(rows, (record) => key(record) > to)];
  };

  return {
    add(record) {
      if (!isWhole(record)) return;
      const place = placeFor(record);
      const known = places.get(place) ?? { rows: [], isSorted: false };
      places.set(place, known);
      if (known.isSorted)
        known.rows.splice(
          firstWhere(known.rows, (other) => compare(other, record) > 0),
          0,
          record,
        );
      else known.rows.push(record);
    },
    remove(record) {
      if (!isWhole(record)) return;
      const rows = sorted(placeFor(record));
      rows.splice(
        firstWhere(rows, (other) => compare(other, record) >= 0),
        1,
      );
    },
    read(stretch, size) {
      const [rows, start, end] = span(stretch);
      return rows.slice(start, Math.min(end, start + size));
    },
    count(stretch) {
      const [, start, end] = span(stretch);
      return Math.max(0, end - start);
    },
  };
}

const valueOf = (record: Kept, name: string): Scalar | null | undefined =>
  (record as unknown as Record<string, Scalar | null | undefined>)[name];

/** The first place from which on this holds, in rows where it holds for all after the first. */
function firstWhere(rows: readonly Kept[], holds: (record: Kept) => boolean): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(rows[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}
