import type { DirectoryPort } from '@portico/core/directory';
import { can, PortError, searchText } from '@portico/core/kernel';
import type { Sessions } from '../access/sessions.ts';
import { cursorText, readCursor } from '../cursor.ts';
import type { Office } from '../office.ts';
import { eq } from '../store.ts';

/** Whom one deals with: contacts for everybody (N1), payers for who is signed in. */
export function createDirectoryService({ store }: Office, sessions: Sessions): Required<DirectoryPort> {
  return {
    async contacts({ brandId } = {}) {
      const found = await store.transaction('read', (tx) =>
        tx.query('contacts', brandId === undefined ? {} : { where: eq('brandId', brandId) }),
      );
      return found.map(({ contact }) => contact).sort((a, b) => order(a.country, b.country) || order(a.brandId, b.brandId));
    },

    payers: ({ text = '', cursor, limit, signal }) =>
      sessions.reading(async (tx, { subject }) => {
        if (!can(subject, 'directory.read').allow) throw new PortError('denied');
        const wanted = searchText(text);
        const known = await tx.query('payers', { where: eq('organisationId', subject.organisationId) });
        const all = known
          .map(({ payer }) => payer)
          .filter((payer) => can(subject, 'directory.read', { payerId: payer.id }).allow && searchText(payer.name).includes(wanted))
          .sort((a, b) => order(a.name, b.name) || order(a.id, b.id));
        const last = cursor == null ? null : readCursor(cursor, text);
        const from = last === null ? 0 : all.findIndex(({ id }) => id === last) + 1;
        if (last !== null && from === 0) throw new PortError('expired-cursor');
        const rows = all.slice(from, from + Math.max(1, limit ?? 50));
        const next = from + rows.length < all.length ? cursorText(text, rows.at(-1)!.id) : null;
        return { rows, next, total: { kind: 'exact', n: all.length } };
      }, signal),
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
