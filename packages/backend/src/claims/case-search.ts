import type { CaseCriteria, CaseBreakdown, CaseRow, CaseSort } from '@portico/core/claims';
import type { Total } from '@portico/core/kernel';
import type { CaseRecord, Tx } from '../collections.ts';

/** A query over the cases of one organisation, kept within the ids a subject is bound to (null: no bound). */
export interface CaseQuery {
  readonly organisationId: string;
  readonly providerIds: readonly string[] | null;
  readonly payerIds: readonly string[] | null;
  readonly criteria: CaseCriteria;
  readonly sort: CaseSort;
}

/** Where a page begins: after the row with this id, as long as its sort key still has this hash. */
export interface Anchor {
  readonly id: string;
  readonly keyHash: string;
}

/** One page of unhidden rows. */
export interface FoundPage {
  readonly rows: readonly CaseRow[];
  /** Null on the last page. */
  readonly next: Anchor | null;
  readonly total: Total;
}

/**
 * The search of claims, apart from the generic query because lists are big: each store lays it out as suits it. All of it reads the state
 * of the transaction, before any write of its own. Order, matching and sort keys are those of `case-search.rules` in core.
 */
export interface CaseSearch {
  /** PortError `expired-cursor` when the anchor's row moved in the order since. */
  page(
    tx: Tx,
    query: CaseQuery,
    request: { readonly after: Anchor | null; readonly limit: number; readonly cap: number },
  ): Promise<FoundPage>;
  /** All ids in order. */
  ids(tx: Tx, query: CaseQuery): Promise<readonly string[]>;
  /** The rows of these ids in the same order, without those that are gone. */
  rows(tx: Tx, ids: readonly string[]): Promise<readonly CaseRow[]>;
  /** Reads what changed since it was last asked, so that the next search need not. */
  catchUp(tx: Tx): Promise<void>;
  /** Counts by payer, by provider and by both together, most first, then by name (pairs by ids). */
  counts(tx: Tx, query: CaseQuery): Promise<{ readonly total: number } & Required<Omit<CaseBreakdown, 'total'>>>;
}

/** The counter that every change of a case raises. */
export const CASE_SEQUENCE = 'case-sequence';

/** Puts changed cases with the next sequence numbers; `change` lacks only its number. */
export async function putCases(tx: Tx, changed: readonly Omit<CaseRecord, 'sequence'>[]): Promise<void> {
  if (changed.length === 0) return;
  const counter = await tx.get('counters', CASE_SEQUENCE);
  const from = counter?.value ?? 0;
  await tx.put('counters', { id: CASE_SEQUENCE, version: (counter?.version ?? 0) + 1, value: from + changed.length });
  await Promise.all(changed.map((record, index) => tx.put('cases', { ...record, sequence: from + index + 1 })));
}
