import type { FileSource } from '@portico/core/kernel';

/** Bytes of texts (one character a byte), numbers (one byte each) and other bytes, one after the other. */
export function join(...parts: readonly (string | number | Uint8Array | readonly number[])[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    Buffer.concat(
      parts.map((part) =>
        typeof part === 'string' ? Buffer.from(part, 'latin1') : typeof part === 'number' ? Buffer.from([part]) : Buffer.from(part),
      ),
    ),
  );
}

/** A number in two or four bytes, the low byte first. */
export const u16 = (value: number): number[] => [value & 255, (value >>> 8) & 255];
export const u32 = (value: number): number[] => [...u16(value), ...u16(value >>> 16)];
/** The high byte first. */
export const be16 = (value: number): number[] => u16(value).reverse();
export const be32 = (value: number): number[] => u32(value).reverse();

/** A file over bytes; its type is left to its extension. */
export const fileOf = (name: string, bytes: Uint8Array, type = ''): FileSource => ({
  ...{ name, type, size: bytes.length },
  read: async (from, to) => bytes.subarray(from, to),
});

/** A file of any size that begins with some bytes, ends with others and is filled up between: nothing of it stands in memory. */
export function longFile(name: string, size: number, head: Uint8Array, tail: Uint8Array, fill = 0x20): FileSource {
  return {
    ...{ name, type: '', size },
    read: async (from, to) => {
      const part = new Uint8Array(Math.max(0, Math.min(to, size) - from)).fill(fill);
      if (from < head.length) part.set(head.subarray(from, Math.min(head.length, to)));
      const end = size - tail.length;
      if (to > end) part.set(tail.subarray(Math.max(0, from - end), to - end), Math.max(0, end - from));
      return part;
    },
  };
}
