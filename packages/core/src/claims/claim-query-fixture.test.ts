// No tests of its own: ports that answer when told to, and a clock that stands still until it is moved.
import { createActor, waitFor, type ActorRefFrom, type SnapshotFrom } from 'xstate';
import { plainDate, PortError, type Clock, type Draft, type Page, type ResultSet, type Total } from '../kernel/index.ts';
import { aRow } from './case-fixture.test.ts';
import { claimQueryMachine } from './claim-query.machine.ts';
import type { ClaimQueryInput } from './claim-query.task.ts';
import { claimsPolicyDefaults, type CaseCriteria, type CaseRow, type CaseSort, type ClaimsCapabilities } from './index.ts';

/** One call that waits for its answer. */
export interface Call<Value> {
  readonly criteria: CaseCriteria;
  readonly sort: CaseSort | null | undefined;
  readonly cursor: string | null | undefined;
  readonly signal: AbortSignal | undefined;
  resolve(value: Value): void;
  reject(error: unknown): void;
}

/** Time that passes only when it is told to. */
export class TestClock implements Clock {
  #now = 1_000;
  #waits: { at: number; resolve: () => void }[] = [];
  now(): number {
    return this.#now;
  }
  after(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waits.push({ at: this.#now + milliseconds, resolve });
      signal?.addEventListener('abort', () => reject(new PortError('aborted')), { once: true });
    });
  }
  async advance(milliseconds: number): Promise<void> {
    this.#now += milliseconds;
    const due = this.#waits.filter(({ at }) => at <= this.#now);
    this.#waits = this.#waits.filter(({ at }) => at > this.#now);
    for (const wait of due) wait.resolve();
    await settled();
  }
}

/** Lets everything that can happen without time or answers happen. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

export const rows = (count: number, first = 0): CaseRow[] =>
  Array.from({ length: count }, (_, index) => aRow({ id: `c-${first + index}` }));

export const page = (
  found: readonly CaseRow[],
  next: string | null = null,
  total: Total = { kind: 'exact', n: found.length },
): Page<CaseRow> => ({
  ...{ rows: found, next, total },
});

/** A result set over so many rows, which notes what is done with it. */
export class TestSet implements ResultSet<CaseRow> {
  readonly total: Total;
  readonly asked: string[] = [];
  readonly #count: number;
  closed = 0;
  /** Set to make reading wait or fail. */
  hold: ((from: number, signal?: AbortSignal) => Promise<void>) | null = null;
  constructor(count: number, total: Total = { kind: 'exact', n: count }) {
    this.#count = count;
    this.total = total;
  }
  async rows(from: number, to: number, options?: { signal?: AbortSignal }): Promise<readonly CaseRow[]> {
    this.asked.push(`${from}-${to}`);
    await this.hold?.(from, options?.signal);
    return rows(Math.max(0, Math.min(to, this.#count) - from), from);
  }
  close(): void {
    this.closed += 1;
  }
}

export const capabilities: ClaimsCapabilities = {
  filters: ['kind', 'memberName', 'amount'],
  dateModes: ['service', 'payment'],
  sorts: ['serviceDate', 'billed'],
  resultSets: false,
};

/** A task over ports that the test answers for. */
export function aTask(changes: Partial<ClaimQueryInput> = {}, draft: unknown = null) {
  const clock = new TestClock();
  const searches: Call<Page<CaseRow>>[] = [];
  const opens: Call<ResultSet<CaseRow>>[] = [];
  const drafts = new Map<string, Draft>();
  if (draft !== null) drafts.set('claim-query:test', { taskId: 'claim-query:test', commandId: null, payload: draft, savedAt: 0 });
  const wait = <Value>(calls: Call<Value>[], criteria: CaseCriteria, request: Partial<Call<Value>>): Promise<Value> =>
    new Promise((resolve, reject) => {
      calls.push({ ...{ criteria, sort: request.sort, cursor: request.cursor, signal: request.signal, resolve, reject } });
    });
  const input: ClaimQueryInput = {
    claims: {
      search: (criteria, request) => wait(searches, criteria, request as never),
      open: (criteria, request) => wait(opens, criteria, request as never),
    },
    capabilities,
    policy: () => Promise.resolve({ ...claimsPolicyDefaults, maxSpanDays: 31 }),
    drafts: {
      get: (taskId) => Promise.resolve(drafts.get(taskId) ?? null),
      put: (kept) => Promise.resolve(void drafts.set(kept.taskId, kept)),
      remove: (taskId) => Promise.resolve(void drafts.delete(taskId)),
    },
    taskId: 'claim-query:test',
    clock,
    today: () => plainDate('2026-11-21'),
    locale: () => 'en-GB',
    ...changes,
  };
  const actor = createActor(claimQueryMachine, { input });
  const errors: unknown[] = [];
  actor.subscribe({ error: (error) => errors.push(error) });
  return { actor, clock, searches, opens, drafts, input, errors, kept: () => drafts.get('claim-query:test')?.payload };
}

export type QueryActor = ActorRefFrom<typeof claimQueryMachine>;

/** The state of the query, or of its preparation. */
export const stateOf = ({ value }: Pick<SnapshotFrom<typeof claimQueryMachine>, 'value'>): string =>
  typeof value === 'string' ? value : value.ready.query;

/** Waits until the query is in that state. */
export const reaches = (actor: QueryActor, state: string): Promise<unknown> =>
  waitFor(actor, (snapshot) => stateOf(snapshot) === state, { timeout: 2_000 });
