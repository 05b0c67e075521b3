import { rowOf, visibleCase, type CaseDetail, type CaseEvent, type ClaimsPort } from '@portico/core/claims';
import { can, PortError, type Total } from '@portico/core/kernel';
import type { Sessions } from '../access/sessions.ts';
import type { CaseRecord, Tx } from '../collections.ts';
import { cursorText, readCursor } from '../cursor.ts';
import type { Office } from '../office.ts';
import { orPortError } from '../port-errors.ts';
import { createBordereaux, pageLimit } from './bordereau.ts';
import type { Anchor } from './case-search.ts';
import { createIntake } from './intake.ts';
import { createModifications } from './modifications.ts';
import { createSavedQueries } from './saved-queries.ts';
import { demandSound, shapedQuery } from './sound-criteria.ts';
import { boundQuery, demand, rowFor } from './visibility.ts';

/** Claims and authorizations in one list, bound to what the session's subject may see. */
export function createClaimsService(office: Office, sessions: Sessions): Required<ClaimsPort> {
  const { cases, countCap, policyFor } = office;
  const pageSize = policyFor('portal').claims.pageSize;
  const capped = (n: number): Total => (n > countCap ? { kind: 'at-least', n: countCap } : { kind: 'exact', n });

  return {
    async search(wanted, { sort: order = null, cursor, limit, signal }) {
      const asked = await shapedQuery(wanted, order);
      return sessions.reading(async (tx, { subject }) => {
        demandSound(office, asked.criteria);
        const query = boundQuery(subject, 'claims.search', asked);
        const after = cursor == null ? null : anchorOf(readCursor(cursor, asked));
        const page = await cases.page(tx, query, { after, limit: pageLimit(limit, pageSize), cap: countCap });
        return {
          rows: page.rows.flatMap((row) => rowFor(subject, 'claims.search', row) ?? []),
          next: page.next && cursorText(asked, `${page.next.keyHash}.${page.next.id}`),
          total: page.total,
        };
      }, signal);
    },

    async open(wanted, { sort: order = null, signal }) {
      const asked = await shapedQuery(wanted, order);
      const { ids, owner } = await sessions.reading(async (tx, { subject }) => {
        demandSound(office, asked.criteria);
        return { ids: await cases.ids(tx, boundQuery(subject, 'claims.search', asked)), owner: subject.accountId };
      }, signal);
      let isOpen = true;
      return {
        total: { kind: 'exact', n: ids.length },
        rows: (from, to, options) =>
          orPortError(async () => {
            if (!isOpen) throw new PortError('invalid');
            return sessions.reading(async (tx, { subject }) => {
              demand(subject, 'claims.search');
              const found = await cases.rows(tx, ids.slice(Math.max(0, from), Math.max(0, to)));
              const rows = found.map((row) => rowFor(subject, 'claims.search', row));
              // Found for somebody else, or before a right was taken away: it has to be asked for again.
              if (subject.accountId !== owner || !rows.every((row) => row !== null)) throw new PortError('expired-cursor');
              return rows;
            }, options?.signal);
          }),
        close: () => {
          isOpen = false;
        },
      };
    },

    get: (id, options) =>
      sessions.reading(async (tx, { subject }): Promise<CaseDetail | null> => {
        demand(subject, 'claims.read');
        const found = await tx.get('cases', id);
        if (found === null || found.organisationId !== subject.organisationId) return null;
        const { payer, provider } = found.record;
        const permission = can(subject, 'claims.read', { providerId: provider.id, payerId: payer.id });
        if (!permission.allow) return null;
        const { hidden } = permission;
        const record = visibleCase(found.record, hidden);
        return { row: rowOf(found.record, hidden), record, hidden, history: await historyOf(tx, found) };
      }, options?.signal),

    async breakdown(wanted, options) {
      const asked = await shapedQuery(wanted, null);
      return sessions.reading(async (tx, { subject }) => {
        demandSound(office, asked.criteria);
        const { total, ...parties } = await cases.counts(tx, boundQuery(subject, 'claims.search', asked));
        return { total: capped(total), ...parties };
      }, options?.signal);
    },

    intake: createIntake(office, sessions),
    ...createBordereaux(office, sessions),
    ...createModifications(office, sessions),
    ...createSavedQueries(office, sessions),
  };
}

/** What happened to the case itself, and the batches it went out with. */
async function historyOf(tx: Tx, { id, organisationId, record, events }: CaseRecord): Promise<readonly CaseEvent[]> {
  const batches = await tx.query('bordereaux', {
    where: [
      { op: 'eq', field: 'providerId', value: record.provider.id },
      { op: 'eq', field: 'organisationId', value: organisationId },
      { op: 'contains', field: 'rowIds', text: id },
    ],
  });
  const exports = batches.map(({ bordereau }): CaseEvent => ({
    at: bordereau.issuedAt,
    what: 'exported',
    by: bordereau.issuedBy,
    reference: bordereau.number,
  }));
  return [...events, ...exports].sort((a, b) => a.at - b.at);
}

function anchorOf(place: string): Anchor {
  const at = place.indexOf('.');
  return { keyHash: place.slice(0, at), id: place.slice(at + 1) };
}
