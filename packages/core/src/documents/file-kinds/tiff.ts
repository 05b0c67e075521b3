import { checkPixels, insist, uint16, uint32, type Bytes } from './bytes.ts';

const MOST_DIRECTORIES = 2_000;
const MOST_FIELDS = 512;
/** Bytes of one value, by type (TIFF 6.0, and 13 for a pointer). */
const TYPE_SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4];
/** None, the fax codings, LZW, JPEG, Deflate (both numbers), PackBits. */
const COMPRESSIONS = new Set([1, 2, 3, 4, 5, 6, 7, 8, 32_773, 32_946]);
const SUB_DIRECTORIES = new Set([330, 34_665, 34_853, 40_965]);

interface Field {
  readonly tag: number;
  readonly type: number;
  readonly count: number;
  /** Where its values stand. */
  readonly at: number;
}

/** TIFF in both byte orders: a bounded chain of directories without loops, every value and strip inside the file, nothing behind the last. */
export async function checkTiff(bytes: Bytes): Promise<void> {
  const head = await bytes.exactly(0, 8);
  const isLittle = head[0] === 0x49;
  const seen = new Set<number>();
  let last = 8;
  const reach = (from: number, length: number): void => {
    insist(from >= 8 && from + length <= bytes.size);
    last = Math.max(last, from + length);
  };

  let pages = 0;
  for (let at = uint32(head, 4, isLittle); at !== 0; pages += 1) at = await directory(at, true);
  insist(pages > 0);
  // Values begin on even places, so one byte may fill up.
  insist(bytes.size - last <= 1, 'trailing-data');

  async function directory(at: number, isPage: boolean): Promise<number> {
    insist(!seen.has(at));
    seen.add(at);
    insist(seen.size <= MOST_DIRECTORIES, 'too-complex');
    const count = uint16(await bytes.exactly(at, 2), 0, isLittle);
    insist(count > 0);
    insist(count <= MOST_FIELDS, 'too-complex');
    reach(at, 2 + 12 * count + 4);
    const table = (await bytes.exactly(at + 2, 12 * count + 4)).slice();
    const fields = new Map<number, Field>();
    for (let row = 0; row < 12 * count; row += 12) {
      const [tag, type, values] = [uint16(table, row, isLittle), uint16(table, row + 2, isLittle), uint32(table, row + 4, isLittle)];
      const length = (TYPE_SIZES[type] ?? 0) * values;
      insist(type > 0 && type < TYPE_SIZES.length && !fields.has(tag));
      const place = length <= 4 ? at + 2 + row + 8 : uint32(table, row + 8, isLittle);
      reach(place, length);
      fields.set(tag, { tag, type, count: values, at: place });
    }
    if (isPage) await page(fields);
    for (const field of fields.values()) {
      if (!SUB_DIRECTORIES.has(field.tag)) continue;
      insist(field.count <= 32, 'too-complex');
      for (const sub of await numbers(field)) await directory(sub, false);
    }
    return uint32(table, 12 * count, isLittle);
  }

  async function numbers(field: Field | undefined): Promise<readonly number[]> {
    if (field === undefined) return [];
    const width = TYPE_SIZES[field.type]!;
    insist(width <= 4 && field.count <= 1_000_000);
    const raw = await bytes.exactly(field.at, width * field.count);
    return Array.from({ length: field.count }, (_, index) =>
      width === 1 ? raw[index]! : width === 2 ? uint16(raw, 2 * index, isLittle) : uint32(raw, 4 * index, isLittle),
    );
  }

  async function page(fields: ReadonlyMap<number, Field>): Promise<void> {
    const one = async (tag: number, otherwise: number): Promise<number> => (await numbers(fields.get(tag)))[0] ?? otherwise;
    checkPixels(await one(256, 0), await one(257, 0));
    insist((await one(277, 1)) <= 16, 'too-complex');
    insist(COMPRESSIONS.has(await one(259, 1)), 'kind-not-accepted');
    // Strips, or tiles.
    const [places, lengths] = fields.has(273) ? [273, 279] : [324, 325];
    const [offsets, counts] = [await numbers(fields.get(places)), await numbers(fields.get(lengths))];
    insist(offsets.length > 0 && offsets.length === counts.length);
    offsets.forEach((offset, index) => reach(offset, counts[index]!));
  }
}
