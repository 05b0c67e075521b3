import { PortError } from '@portico/core/kernel';
import { canonical, shortHash } from './canonical.ts';

/** A cursor as text: bound to the query it belongs to, holding a place and nothing of a person. */
export const cursorText = (query: unknown, place: string): string => `1.${shortHash(canonical(query))}.${place}`;

/** The place in a cursor; PortError `invalid` where it is none, or one of another query. */
export function readCursor(cursor: string, query: unknown): string {
  const prefix = cursorText(query, '');
  if (!cursor.startsWith(prefix) || cursor.length === prefix.length) throw new PortError('invalid');
  return cursor.slice(prefix.length);
}
