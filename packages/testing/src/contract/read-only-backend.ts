import { checkCriteria, compareRows, decisionOf, defaultSortOf, matches, rowOf, type Case } from '@portico/core/claims';
import { dateIn, PortError } from '@portico/core/kernel';
import { createPolicyBook, defaultPack } from '@portico/core/policy';
import type { Backend } from '@portico/core/portal';
import type { ContractFactory } from './contract.ts';
import { people } from './contract-world.ts';
import { createTestClock, createTestIds } from './memory-backend.ts';

/** The smallest backend there is: claims alone, read only, over cases that its user may see all of. */
export function createReadOnlyBackend(cases: readonly Case[], clock = createTestClock()): Backend {
  const policy = createPolicyBook([defaultPack], () => null).policy('default');
  const cursors = new Map<string, { readonly query: string; readonly from: number }>();
  return {
    capabilities: {
      ...{ contractVersion: 1, idempotency: 'ask-before-retry', changes: 'refresh', enforcement: 'server' },
      claims: { filters: ['kind', 'payer', 'memberName'], dateModes: ['service'], sorts: ['serviceDate'], resultSets: false },
    },
    policies: { for: async () => ({ version: 1, policy }) },
    changes: { subscribe: () => () => undefined },
    claims: {
      async search(criteria, { sort, cursor, limit = policy.claims.pageSize, signal }) {
        const isAsked = checkCriteria(criteria, policy.claims, dateIn(policy.claims.zone, clock.now())).length === 0;
        const query = JSON.stringify([criteria, sort]);
        const place = cursor == null ? { query, from: 0 } : cursors.get(cursor);
        if (signal?.aborted || !isAsked || place?.query !== query) throw new PortError(signal?.aborted ? 'aborted' : 'invalid');
        const found = cases.map((record) => rowOf(record)).filter((row) => matches(criteria, row));
        const next = `${cursors.size}`;
        cursors.set(next, { query, from: place.from + limit });
        const rows = found.sort(compareRows(sort ?? defaultSortOf(criteria.dateMode))).slice(place.from, place.from + limit);
        return { rows, next: place.from + limit < found.length ? next : null, total: { kind: 'exact', n: found.length } };
      },
      async get(id, { signal } = {}) {
        if (signal?.aborted) throw new PortError('aborted');
        const record = cases.find((one) => one.id === id);
        return record ? { row: rowOf(record), record, hidden: [], history: [] } : null;
      },
    },
  };
}

/** The read-only backend for the contract: it holds what the world's clerk may see. */
export const readOnlyFactory: ContractFactory = {
  name: 'read-only',
  async create([seed]) {
    const [clock, ids] = [createTestClock(), createTestIds()];
    const { organisationId } = seed!;
    const own = { version: 1, lifecycleVersion: 1, organisationId, takenInAt: clock.now(), deadlines: { modification: null } } as const;
    const cases = [...seed!.cases]
      .filter(({ provider }) => people.clerk.subject.providerIds.some((id) => id === provider.id))
      .map((record): Case => ({ ...record, ...own, id: ids.uuid(), decision: decisionOf(record) }));
    const backend = createReadOnlyBackend(cases, clock);
    return { connect: async () => backend, clock, commandId: () => ids.uuid(), dispose: async () => undefined };
  },
};
