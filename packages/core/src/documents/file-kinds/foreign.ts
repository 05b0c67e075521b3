import { insist, latin1, startsWith, uint16, uint32, type Bytes } from './bytes.ts';

const MARKUP = /<(?:script|html|!doctype|svg|iframe|\?php|body|object|embed|foreignobject)/i;

/** Refuses markup in a place where a program might look for it: the head of a file, a comment, what a camera wrote. */
export function refuseMarkup(bytes: Uint8Array): void {
  insist(!MARKUP.test(latin1(bytes)), 'active-content');
}

/** A directory of a ZIP ends with this record, and archivers look for it in the last 64 KiB. */
const TAIL = 65_535 + 22;

/**
 * Where the end record of a ZIP directory stands, or null. Found from the end as archivers do, and believed when the directory that it names
 * stands right before it: so chance bytes of a picture are none.
 */
export async function findArchive(bytes: Bytes): Promise<number | null> {
  const from = Math.max(0, bytes.size - TAIL);
  const tail = await bytes.at(from, TAIL);
  for (let at = tail.lastIndexOf(0x50); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(0x50, at - 1)) {
    if (!startsWith(tail, 'PK\x05\x06', at) || at + 22 > tail.length) continue;
    const directory = from + at - uint32(tail, at + 12, true);
    if (uint16(tail, at + 10, true) === 0xffff) return from + at;
    if (directory >= 0 && startsWith(await bytes.at(directory, 4), 'PK\x01\x02')) return from + at;
  }
  return null;
}

/** Refuses a file that an archiver would open as well. */
export async function refuseArchive(bytes: Bytes): Promise<void> {
  insist((await findArchive(bytes)) === null, 'trailing-data');
}
