import { callPort, type Clock, type ResultSet, type Total } from '../kernel/index.ts';
import { BLOCK, CaseRows } from './case-rows.ts';
import type { CaseRow } from './case-row.ts';
import type { CaseCriteria, CaseSort } from './claim-query.schema.ts';
import type { ClaimsCapabilities, ClaimsPort } from './claims.port.ts';

/** A page after the first: the cursor it starts at, and how many rows come before it. */
export interface PageStart {
  readonly cursor: string;
  readonly before: number;
}

/** A query that was executed: frozen, whatever becomes of the form. `pages` leads to the page that is shown; empty is the first. */
export interface QueryRun {
  readonly criteria: CaseCriteria;
  readonly sort: CaseSort | null;
  readonly pages: readonly PageStart[];
}

/** What came of a run. */
export interface QueryResult {
  readonly run: QueryRun;
  readonly total: Total;
  readonly rows: CaseRows;
  /** Cursor of the next page; null on the last page and in a result that scrolls freely. */
  readonly next: string | null;
  readonly set: ResultSet<CaseRow> | null;
}

/** What a search needs. */
export interface SearchInput {
  readonly ports: {
    readonly claims: Pick<ClaimsPort, 'search' | 'open'>;
    readonly capabilities?: Pick<ClaimsCapabilities, 'resultSets'> | undefined;
    readonly clock: Clock;
  };
  readonly run: QueryRun;
  /** The row that should be there first. */
  readonly offset: number;
  readonly pageSize: number;
}

/** Carries out a run: opens a result where the backend can, else reads a page. An opened result whose search was broken off is closed again. */
export function searchCases({ ports, run, offset, pageSize }: SearchInput, signal: AbortSignal): Promise<QueryResult> {
  const { claims, capabilities, clock } = ports;
  const { criteria, sort, pages } = run;
  const openSet = async (call: AbortSignal): Promise<QueryResult> => {
    const set = await claims.open!(criteria, { sort, signal: call });
    try {
      call.throwIfAborted();
      const rows = new CaseRows(set.total, set, clock);
      const block = Math.floor(Math.min(offset, Math.max(0, rows.count - 1)) / BLOCK);
      rows.put(block, await set.rows(block * BLOCK, (block + 1) * BLOCK, { signal: call }));
      call.throwIfAborted();
      return { run, total: set.total, rows, next: null, set };
    } catch (thrown) {
      set.close();
      throw thrown;
    }
  };
  const readPage = async (call: AbortSignal): Promise<QueryResult> => {
    const page = await claims.search(criteria, { sort, cursor: pages.at(-1)?.cursor ?? null, limit: pageSize, signal: call });
    const rows = new CaseRows(page.total, null, clock);
    rows.put(0, page.rows);
    return { run, total: page.total, rows, next: page.next, set: null };
  };
  return callPort(capabilities?.resultSets && claims.open ? openSet : readPage, { clock, signal });
}
