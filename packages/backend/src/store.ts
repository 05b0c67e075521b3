/** What every kept record has: an id that is unique within its collection, and a version that its writer raises with every change. */
export interface Kept {
  readonly id: string;
  readonly version: number;
}

/** A value that can be indexed and ordered. Text is ordered by code unit. */
export type Scalar = string | number;

/** One test of a where-list; all of the list must hold. A field that is absent or null meets none of them. */
export type Condition =
  | { readonly op: 'eq'; readonly field: string; readonly value: Scalar }
  | { readonly op: 'in'; readonly field: string; readonly values: readonly Scalar[] }
  /** Both ends inclusive; an absent end is open. */
  | { readonly op: 'range'; readonly field: string; readonly from?: Scalar; readonly to?: Scalar }
  | { readonly op: 'prefix'; readonly field: string; readonly text: string }
  /** Text holds it anywhere (both sides normalised by the writer), a list has it as a member. */
  | { readonly op: 'contains'; readonly field: string; readonly text: string };

/** The order of a query; records without the field come last, ties are broken by id, ascending. Without an order: by id. */
export interface Order {
  readonly field: string;
  readonly direction: 'ascending' | 'descending';
}

/** A query over one collection. */
export interface Query {
  readonly where?: readonly Condition[];
  readonly orderBy?: Order;
  /** Only records that come after this one in the order (keyset paging); the record itself need not exist any more. */
  readonly after?: { readonly id: string; readonly key?: Scalar | null };
  readonly limit?: number;
}

/** What can be done inside a transaction. Await nothing else in there: a store may commit as soon as nothing of its own is pending. */
export interface Transaction<Records> {
  /** The record, or null. What comes back is the store's: never change it. */
  get<Name extends keyof Records & string>(collection: Name, id: string): Promise<Records[Name] | null>;
  /** Writes whole. With `ifVersion` the stored version must be this one (0: there must be none), else VersionConflict. */
  put<Name extends keyof Records & string>(collection: Name, record: Records[Name], ifVersion?: number): Promise<void>;
  /** Fine when there is none. */
  delete<Name extends keyof Records & string>(collection: Name, id: string): Promise<void>;
  query<Name extends keyof Records & string>(collection: Name, query: Query): Promise<readonly Records[Name][]>;
  /** Counts up to `cap` and stops there. */
  count<Name extends keyof Records & string>(collection: Name, where: readonly Condition[], cap?: number): Promise<number>;
}

/**
 * The fields of each collection by which `eq`, `in`, `range` and `prefix` are answered from an index, and `*field` for a list that is found by
 * its members (`contains`). Of a where-list the first condition with an index narrows the search; the others are looked at in what it finds.
 * `a+b+c`, over fields that every record has, answers `eq` and `in` on all but its last field, in the order of the last: a page of a long
 * list is read alone, and what the index tells whole is counted in it.
 */
export type Indexes<Records> = { readonly [Name in keyof Records]: readonly string[] };

/**
 * Where records are kept. A transaction sees one state of the store and its own writes; write transactions come one after another; when
 * the work rejects nothing of it stays. Opening a transaction inside another one waits for ever.
 */
export interface Store<Records> {
  transaction<Result>(mode: 'read' | 'write', work: (tx: Transaction<Records>) => Promise<Result>): Promise<Result>;
  /** Releases what the store holds open; it is not used after. */
  close(): void;
}

/** A write met another version than the one it was decided on. */
export class VersionConflict extends Error {
  override readonly name = 'VersionConflict';
  constructor(collection: string) {
    super(`[portico/store] '${collection}': the record has another version by now`);
  }
}

/** Shorthand for the most common where-list. */
export const eq = (field: string, value: Scalar): readonly Condition[] => [{ op: 'eq', field, value }];
