import type { DirectoryPort } from '@portico/core/directory';
import { can, PortError, searchText, type Page, type PageRequest, type Subject } from '@portico/core/kernel';
import type { Sessions } from '../access/sessions.ts';
import { pageLimit } from '../claims/bordereau.ts';
import type { Tx } from '../collections.ts';
import { cursorText, readCursor } from '../cursor.ts';
import type { Office } from '../office.ts';
import { eq } from '../store.ts';
import type { ListIndex } from './list-index.ts';

/** Whom one deals with: contacts for everybody (N1); payers, physicians and code lists for who is signed in. */
export function createDirectoryService({ store, lists }: Office, sessions: Sessions): Required<DirectoryPort> {
  /** One page of what a text finds in a list of the asker's organisation. */
  const searched = <Row>(
    list: string,
    read: (tx: Tx, organisationId: string) => Promise<ListIndex<Row>>,
    { text, cursor, limit, signal }: PageRequest & { readonly text: string },
    isMet: (subject: Subject, row: Row) => boolean = () => true,
  ): Promise<Page<Row>> =>
    sessions.reading(async (tx, { subject }) => {
      if (!can(subject, 'directory.read').allow) throw new PortError('denied');
      const { rows, idOf, find } = await read(tx, subject.organisationId);
      return pageOf(
        find(text)
          .map((n) => rows[n]!)
          .filter((row) => isMet(subject, row)),
        idOf,
        [list, text],
        { cursor: cursor ?? null, limit: pageLimit(limit, PAGE_SIZE) },
      );
    }, signal);

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
        return pageOf(all, ({ id }) => id, text, { cursor: cursor ?? null, limit: pageLimit(limit, PAGE_SIZE) });
      }, signal),

    providers: (request) =>
      searched(
        'providers',
        (tx, organisationId) => lists.providers(tx, organisationId),
        request,
        (subject, { id }) => can(subject, 'directory.read', { providerId: id }).allow,
      ),
    physicians: (request) => searched('physicians', (tx, organisationId) => lists.physicians(tx, organisationId), request),
    codes: (list, request) => {
      // Physicians are a list too, and no codes.
      if (list !== 'diagnoses' && list !== 'services') throw new PortError('invalid');
      return searched(list, (tx, organisationId) => lists.codes(tx, organisationId, list), request);
    },
  };
}

const PAGE_SIZE = 50;

/** One page after the row that the cursor names; PortError `expired-cursor` where that row is gone. */
function pageOf<Row>(
  all: readonly Row[],
  idOf: (row: Row) => string,
  asked: unknown,
  { cursor, limit }: { readonly cursor: string | null; readonly limit: number },
): Page<Row> {
  const last = cursor === null ? null : readCursor(cursor, asked);
  const from = last === null ? 0 : all.findIndex((row) => idOf(row) === last) + 1;
  if (last !== null && from === 0) throw new PortError('expired-cursor');
  const rows = all.slice(from, from + limit);
  const next = from + rows.length < all.length ? cursorText(asked, idOf(rows.at(-1)!)) : null;
  return { rows, next, total: { kind: 'exact', n: all.length } };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
