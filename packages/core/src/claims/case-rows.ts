import { callPort, toPortError, type Clock, type PortErrorCode, type ResultSet, type Total } from '../kernel/index.ts';
import type { CaseRow } from './case-row.ts';

/** How many rows are asked for at once of a result that scrolls freely. */
export const BLOCK = 100;

/** What is heard while rows are loaded: some came, or could not be had. */
export type RowsEvent = { readonly type: 'rows.arrived' } | { readonly type: 'rows.failed'; readonly code: PortErrorCode };

/**
 * The rows of one result, loaded in blocks as they are looked at, and kept outside of the chart's context: a scroll through a hundred
 * thousand rows copies nothing. `row` answers undefined for what is not loaded.
 */
export class CaseRows {
  readonly #blocks = new Map<number, readonly CaseRow[]>();
  readonly #loading = new Map<number, AbortController>();
  readonly #set: Pick<ResultSet<CaseRow>, 'rows'> | null;
  readonly #clock: Clock;
  #listener: ((event: RowsEvent) => void) | null = null;
  /** One past the last row that was seen. */
  #end = 0;
  #isWhole: boolean;
  readonly #told: number;

  /** Of an opened result, or of one page, which is whole. */
  constructor(total: Total, set: Pick<ResultSet<CaseRow>, 'rows'> | null, clock: Clock) {
    this.#set = set;
    this.#clock = clock;
    this.#isWhole = set === null || total.kind === 'exact';
    this.#told = set === null || total.kind === 'unknown' ? 0 : total.n;
  }

  /** How many rows can be scrolled over: all, or while the end is not known, those seen and one more that asks for the next. */
  get count(): number {
    return Math.max(this.#told, this.#end + (this.#isWhole ? 0 : 1));
  }

  row(index: number): CaseRow | undefined {
    return this.#set === null ? this.#blocks.get(0)?.[index] : this.#blocks.get(Math.floor(index / BLOCK))?.[index % BLOCK];
  }

  put(block: number, rows: readonly CaseRow[]): void {
    this.#blocks.set(block, rows);
    this.#end = Math.max(this.#end, block * BLOCK + rows.length);
    if (rows.length < BLOCK) this.#isWhole = true;
  }

  /** Sees to it that rows `[from, to)` come; what was on its way outside of them is broken off. */
  want(from: number, to: number): void {
    if (this.#set === null || this.#listener === null) return;
    const first = Math.floor(from / BLOCK);
    const last = Math.floor((Math.min(to, this.count) - 1) / BLOCK);
    for (const block of [...this.#loading.keys()]) if (block < first || block > last) this.#breakOff(block);
    for (let block = first; block <= last; block += 1) {
      if (!this.#blocks.has(block) && !this.#loading.has(block)) void this.#load(block, this.#set, this.#listener);
    }
  }

  /** Starts to tell of rows; returns the way to stop, which breaks off what is on its way. */
  listen(listener: (event: RowsEvent) => void): () => void {
    this.#listener = listener;
    return () => {
      this.#listener = null;
      for (const block of [...this.#loading.keys()]) this.#breakOff(block);
    };
  }

  #breakOff(block: number): void {
    this.#loading.get(block)?.abort();
    this.#loading.delete(block);
  }

  async #load(block: number, set: Pick<ResultSet<CaseRow>, 'rows'>, tell: (event: RowsEvent) => void): Promise<void> {
    const call = new AbortController();
    this.#loading.set(block, call);
    try {
      const run = (signal: AbortSignal): Promise<readonly CaseRow[]> => set.rows(block * BLOCK, (block + 1) * BLOCK, { signal });
      this.put(block, await callPort(run, { clock: this.#clock, signal: call.signal }));
      tell({ type: 'rows.arrived' });
    } catch (thrown) {
      const { code } = toPortError(thrown);
      if (code !== 'aborted') tell({ type: 'rows.failed', code });
    } finally {
      // Broken off and asked for again: then the block is another call's.
      if (this.#loading.get(block) === call) this.#loading.delete(block);
    }
  }
}
