import type { ClaimsPort, SavedQuery } from '@portico/core/claims';
import { accepted, refused } from '@portico/core/kernel';
import type { Sessions } from '../access/sessions.ts';
import { runCommand } from '../command-pipeline.ts';
import type { Office } from '../office.ts';
import { eq } from '../store.ts';
import { demand } from './visibility.ts';

/** Queries that a person keeps under names; nobody else sees them. */
export function createSavedQueries(
  office: Office,
  sessions: Sessions,
): Pick<Required<ClaimsPort>, 'savedQueries' | 'saveQuery' | 'removeQuery'> {
  return {
    savedQueries: (options) =>
      sessions.reading(async (tx, { subject }) => {
        demand(subject, 'claims.save-query');
        const own = await tx.query('savedQueries', { where: eq('accountId', subject.accountId) });
        return own.map(({ query }) => query).sort((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1));
      }, options?.signal),

    async saveQuery(query, meta) {
      const { savedQuerySchema } = await import('@portico/core/schemas');
      const parsed = savedQuerySchema.safeParse(query);
      return runCommand<SavedQuery, 'denied' | 'too-many-queries' | 'invalid'>(office, sessions, meta, {
        type: 'claims.save-query',
        payload: query,
        right: { action: 'claims.save-query' },
        present: async (tx, { subject }) => {
          const record = await tx.get('savedQueries', `${subject.accountId}/${query.id}`);
          return record && { version: record.version, value: record.query };
        },
        work: async (tx, { subject }) => {
          if (!parsed.success) return { answer: refused('invalid') };
          const { accountId } = subject;
          const id = `${accountId}/${parsed.data.id}`;
          const before = await tx.get('savedQueries', id);
          const max = office.policyFor('portal').claims.maxSavedQueries;
          const isFull = before === null && (await tx.count('savedQueries', eq('accountId', accountId), max)) >= max;
          if (isFull) return { answer: refused('too-many-queries', { max }) };
          await tx.put('savedQueries', { id, version: (before?.version ?? 0) + 1, accountId, query: parsed.data }, before?.version ?? 0);
          return { answer: accepted(parsed.data), target: parsed.data.id };
        },
      });
    },

    removeQuery: (id, meta) =>
      runCommand(office, sessions, meta, {
        type: 'claims.remove-query',
        payload: { id },
        right: { action: 'claims.save-query' },
        work: async (tx, { subject }) => {
          await tx.delete('savedQueries', `${subject.accountId}/${id}`);
          return { answer: accepted(null), target: id };
        },
      }),
  };
}
