import { crc32, deflateSync } from 'node:zlib';
import { be16, be32, join, u16, u32 } from './bytes.ts';

/** One chunk of a PNG with its checksum. */
export function chunk(type: string, data: string | Uint8Array | readonly number[] = ''): Uint8Array {
  const body = join(type, data);
  return join(be32(body.length - 4), body, be32(crc32(body)));
}

/** The header chunk: width, height, 8 bits of gray unless other numbers are given. */
export const header = (width: number, height: number, rest: readonly number[] = [8, 0, 0, 0, 0]): Uint8Array =>
  chunk('IHDR', [...be32(width), ...be32(height), ...rest]);

export const PNG_SIGNATURE = '\x89PNG\r\n\x1a\n';

/** A PNG of the given chunks between header and end; a gray one of 4 × 4 when none are given. */
export const png = (chunks: readonly Uint8Array[] = [chunk('IDAT', deflateSync(new Uint8Array(20)))], head = header(4, 4)): Uint8Array =>
  join(PNG_SIGNATURE, head, ...chunks, chunk('IEND'));

/** One segment of a JPEG. */
export const segment = (marker: number, data: string | Uint8Array | readonly number[]): Uint8Array => {
  const body = join(data);
  return join(0xff, marker, be16(body.length + 2), body);
};

/** The frame: height and width, one component. */
export const frame = (width: number, height: number, marker = 0xc0): Uint8Array =>
  segment(marker, [8, ...be16(height), ...be16(width), 1, 1, 0x11, 0]);

export const scan = join(segment(0xda, [1, 1, 0, 0, 63, 0]), [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]);

/** A JPEG with the given segments before its frame. */
export const jpeg = (
  before: readonly Uint8Array[] = [],
  { size = frame(8, 8), scans = [scan] }: { readonly size?: Uint8Array; readonly scans?: readonly Uint8Array[] } = {},
): Uint8Array =>
  join(
    ...[[0xff, 0xd8], segment(0xe0, 'JFIF\0\x01\x01\0\0\x01\0\x01\0\0'), ...before],
    ...[segment(0xdb, new Uint8Array(65)), size, segment(0xc4, new Uint8Array(17)), ...scans, [0xff, 0xd9]],
  );

/** A field of a TIFF directory whose value fits into four bytes: tag, type, count, value. */
export type TiffField = readonly [tag: number, type: number, count: number, value: number];

/** The fields of a small gray page whose strip of 16 bytes stands at 8. */
export const tiffFields = (changes: Readonly<Record<number, number>> = {}): TiffField[] =>
  (
    [
      [256, 4, 1, 4],
      [257, 4, 1, 4],
      [258, 3, 1, 8],
      [259, 3, 1, 1],
      [262, 3, 1, 1],
      [273, 4, 1, 8],
      [277, 3, 1, 1],
      [278, 4, 1, 4],
      [279, 4, 1, 16],
    ] as const
  ).map(([tag, type, count, value]) => [tag, type, count, changes[tag] ?? value]);

/** A TIFF whose strip comes first and whose directories follow; `next` overrides where the last one points. */
export function tiff(
  pages: readonly (readonly TiffField[])[] = [tiffFields()],
  { isLittle = true, next = 0, first }: { readonly isLittle?: boolean; readonly next?: number; readonly first?: number } = {},
): Uint8Array {
  const [two, four] = isLittle ? [u16, u32] : [be16, be32];
  let at = 24;
  const directories = pages.map((fields, index) => {
    const length = 2 + 12 * fields.length + 4;
    at += length;
    const rows = fields.map(([tag, type, count, value]) =>
      join(two(tag), two(type), four(count), type === 3 && count === 1 ? [...two(value), 0, 0] : four(value)),
    );
    return join(two(fields.length), ...rows, four(index === pages.length - 1 ? next : at));
  });
  return join(isLittle ? 'II' : 'MM', two(42), four(first ?? 24), new Uint8Array(16), ...directories);
}
