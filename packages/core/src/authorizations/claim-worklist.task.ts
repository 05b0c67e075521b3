import type { ChangesPort, Clock, DraftsPort, Ids, Instant, PortErrorCode, Total } from '../kernel/index.ts';
import type { AuthorizationRow, AuthorizationsPort } from './authorizations.port.ts';
import type { SavedFilter, WorklistForm } from './claim-worklist.schema.ts';

/** Where a person is in the list, so that coming back finds the same row and scroll position. */
export interface WorklistPlace {
  readonly form: WorklistForm;
  /** What was asked last: the filter, or all (N26). */
  readonly run: WorklistForm | 'all';
  /** How many rows were there. */
  readonly count: number;
  readonly activeId: string | null;
  readonly offset: number;
}

/** What the worklist needs. */
export interface ClaimWorklistInput {
  readonly authorizations: Pick<AuthorizationsPort, 'worklist'>;
  readonly changes: ChangesPort;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'uuid'>;
  /** Keeps the saved filters; null: there are none. */
  readonly drafts: DraftsPort | null;
  /** The zone in which a payer counts its days. */
  readonly zoneOf: (payerId: string) => Promise<string>;
  /** Whose side there is to wait for: the first is where the list begins. */
  readonly scopes: readonly WorklistForm['scope'][];
  /** What `claimWorklistPlace` gave when the same task was stopped in this page. */
  readonly place?: WorklistPlace | null;
}

/** What a person does at the worklist. */
export type ClaimWorklistEvent =
  | { readonly type: 'form.changed'; readonly changes: Partial<WorklistForm> }
  /** Show Data: applies the filter in force (N26). */
  | { readonly type: 'data.shown' }
  /** Show All: leaves every filter aside (N26). */
  | { readonly type: 'all.shown' }
  | { readonly type: 'list.refreshed' }
  /** Rows after those that are here came into sight. */
  | { readonly type: 'more.requested' }
  | { readonly type: 'place.changed'; readonly activeId: string | null; readonly offset: number }
  | { readonly type: 'row.opened'; readonly id: string }
  | { readonly type: 'filter.saved'; readonly name: string }
  | { readonly type: 'filter.applied'; readonly id: string }
  | { readonly type: 'filter.removed'; readonly id: string }
  | { readonly type: 'removal.undone' };

/** What the machine tells itself. */
export type ClaimWorklistNews = { readonly type: 'authorizations.changed'; readonly id: string };

/** Why a filter was not kept or removed. */
export type FilterRefusal = 'name-missing' | 'name-too-long' | 'too-many' | 'failed';

/** The memory of the worklist. */
export interface ClaimWorklistMemory {
  readonly ports: ClaimWorklistInput;
  readonly form: WorklistForm;
  readonly run: WorklistForm | 'all';
  /** What the rows answer; null before the first came. */
  readonly shown: WorklistForm | 'all' | null;
  readonly rows: readonly AuthorizationRow[];
  readonly next: string | null;
  readonly total: Total;
  /** How many rows are asked for: a page, or as many as there were. */
  readonly limit: number;
  /** Whether the list goes on where it ended, or begins anew. */
  readonly goesOn: boolean;
  /** Zones by payer, as far as they are known. */
  readonly zones: Readonly<Record<string, string>>;
  /** Now, to the minute. */
  readonly at: Instant;
  /** Counts what the table has to paint anew. */
  readonly revision: number;
  readonly place: Pick<WorklistPlace, 'activeId' | 'offset'>;
  readonly hasNews: boolean;
  readonly code: PortErrorCode | null;
  readonly filters: readonly SavedFilter[];
  /** The filter that is being kept or removed, or was last. */
  readonly acting: SavedFilter | null;
  readonly act: 'saved' | 'removed' | null;
  readonly done: 'saved' | 'removed' | null;
  readonly refusal: FilterRefusal | null;
}
