/** How many there are: counted, at least so many (the backend stopped counting), or not told. */
export type Total = { readonly kind: 'exact' | 'at-least'; readonly n: number } | { readonly kind: 'unknown' };

/** One page of a list. `next` is an opaque cursor; null means that this was the last page. An empty page may still have a `next`. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly total: Total;
}

/** What every paged query takes: at most `limit` rows after `cursor`; an aborted call rejects with PortError `aborted`. */
export interface PageRequest {
  readonly cursor?: string | null;
  readonly limit?: number;
  readonly signal?: AbortSignal;
}

/** An opened result that can be read anywhere, frozen in order for as long as it is open. Close it when done. */
export interface ResultSet<Row> {
  readonly total: Total;
  rows(from: number, to: number, options?: { signal?: AbortSignal }): Promise<readonly Row[]>;
  close(): void;
}
