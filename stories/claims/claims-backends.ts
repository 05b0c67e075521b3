import { decisionOf, type Case, type CaseRow } from '@portico/core/claims';
import { plainDate } from '@portico/core/kernel';
import type { Backend } from '@portico/core/portal';
import { createReadOnlyBackend } from '@portico/testing/contract';
import { worldCases } from '@portico/testing/world';

const ownCases = [...worldCases({ seed: 3, count: 60, today: plainDate('2026-11-21') })].map((record, index): Case => ({
  ...record,
  ...{ id: `own-${index}`, version: 1, lifecycleVersion: 1, organisationId: 'own', decision: decisionOf(record), takenInAt: 0 },
  deadlines: { modification: null },
}));

/** A small system of somebody's own: claims by service date, read only. */
export const readOnlyHost = (): Backend => createReadOnlyBackend(ownCases);

/** The same backend, which gives pages and no result that scrolls freely. */
export const byPages = ({ capabilities, ...backend }: Backend): Backend => ({
  ...backend,
  capabilities: { ...capabilities, claims: { ...capabilities.claims!, resultSets: false } },
});

/** The same backend with a result as long as that, made of its own rows over and over: what a large payer's answer is like. */
export const repeated =
  (count: number) =>
  ({ claims, ...backend }: Backend): Backend => ({
    ...backend,
    claims: {
      ...claims!,
      open: async (...asked) => {
        const set = await claims!.open!(...asked);
        const { n } = set.total as { readonly n: number };
        const rows = await set.rows(0, n);
        const row = (index: number): CaseRow => {
          const one = rows[index % n]!;
          return { ...one, id: `${one.id}-${index}`, reference: `${one.reference.slice(0, 2)}${String(index).padStart(6, '0')}` };
        };
        return {
          total: { kind: 'exact', n: count },
          rows: async (from, to) => Array.from({ length: Math.max(0, Math.min(to, count) - from) }, (_, at) => row(from + at)),
          close: () => set.close(),
        };
      },
    },
  });
