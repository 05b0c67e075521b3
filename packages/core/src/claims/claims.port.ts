import type { CommandAnswer, CommandMeta, FieldGroup, Instant, Page, PageRequest, PlainDate, ResultSet, Total } from '../kernel/index.ts';
import type { Bordereau } from './bordereau.ts';
import type { Case, IntakeCase } from './case.schema.ts';
import type { CaseRow } from './case-row.ts';
import type { CaseCriteria, CaseSort, CaseSortKey, SavedQuery } from './claim-query.schema.ts';

/** A case opened for reading; `hidden` names the groups that were left out for this subject. */
export interface CaseDetail {
  readonly row: CaseRow;
  readonly record: Case;
  readonly hidden: readonly FieldGroup[];
  readonly history: readonly CaseEvent[];
}

/** One entry of a case's history, oldest first: what happened, when, and by whom (display name; null for a feed). */
export interface CaseEvent {
  readonly at: Instant;
  readonly what: 'taken-in' | 'changed' | 'exported';
  readonly by: string | null;
  /** The batch number for `exported`. */
  readonly reference: string | null;
}

/** Which payers and providers a result holds, with how many rows each, most first. */
export interface CaseBreakdown {
  readonly total: Total;
  readonly payers: readonly PartyCount[];
  readonly providers: readonly PartyCount[];
  /** Which payer stands together with which provider, and in how many rows. Left out where the backend cannot tell: then any of both are offered. */
  readonly pairs?: readonly PairCount[];
}

/** A payer and a provider, and the number of rows they have in common. */
export interface PairCount {
  readonly payerId: string;
  readonly providerId: string;
  readonly count: number;
}

/** A party and the number of rows it has in a result. */
export interface PartyCount {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

/** What came of each record of an intake: index into the batch, and the code where it was refused. */
export interface IntakeReport {
  readonly taken: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: readonly { readonly index: number; readonly code: 'invalid' | 'out-of-scope'; readonly path: string }[];
}

/** What a bordereau is issued for (N22): one provider, one payer, one period. */
export interface BordereauRequest {
  readonly providerId: string;
  readonly payerId: string;
  readonly period: { readonly from: PlainDate; readonly to: PlainDate };
  readonly criteria: CaseCriteria;
}

/** Why a batch is not issued: `invalid-period` is no span that the payer allows, `invalid-criteria` a query that the payer does not take. */
export type BordereauRefusal = 'denied' | 'nothing-to-issue' | 'too-many-rows' | 'invalid-period' | 'invalid-criteria';

/** A filter of Claims Query that a backend may or may not be able to answer. */
export type CaseFilter = 'kind' | 'decision' | 'notUsed' | 'memberName' | 'memberNumber' | 'payer' | 'physician' | 'identifier' | 'amount';

/** What a backend can do with claims, as data: elements leave out what is not here. */
export interface ClaimsCapabilities {
  readonly filters: readonly CaseFilter[];
  readonly dateModes: readonly CaseCriteria['dateMode'][];
  readonly sorts: readonly CaseSortKey[];
  /** Whether `open` gives results that scroll freely. */
  readonly resultSets: boolean;
}

/**
 * Claims and authorizations in one list (N21–N27).
 *
 * Absent port or command: the element leaves the control out. Empty: a page of no rows with an exact total of 0. Failed: a PortError.
 * Rows come in the order asked for, ties by id; without `sort` by the date of the criteria's date mode (N24), newest first, cases
 * without that date last. Criteria that `checkCriteria` finds fault with (by the policy of the payer they name, else of the portal) reject as
 * PortError `invalid`: nobody is answered who left the form out.
 * Everything is bound to what the subject may see; a case of somebody else is answered like one that does not exist.
 */
export interface ClaimsPort {
  search(criteria: CaseCriteria, request: PageRequest & { readonly sort?: CaseSort | null }): Promise<Page<CaseRow>>;
  /** Only with the capability `claims.resultSets`: the whole result, to be scrolled freely. */
  open?(criteria: CaseCriteria, request: { readonly sort?: CaseSort | null; readonly signal?: AbortSignal }): Promise<ResultSet<CaseRow>>;
  /** Null when there is none that this subject may see. */
  get(id: string, options?: { signal?: AbortSignal }): Promise<CaseDetail | null>;
  breakdown?(criteria: CaseCriteria, options?: { signal?: AbortSignal }): Promise<CaseBreakdown>;
  /** One batch of records from a file or a feed; good ones are taken even when others are refused. Same record again, one that was replaced since, or one that `isOlder` than what is here: `unchanged`. */
  intake?(batch: readonly IntakeCase[], meta: CommandMeta): Promise<CommandAnswer<IntakeReport, 'too-many-records' | 'denied'>>;
  /** Freezes the rows and gives the number; same command id, same batch. Audited. */
  issueBordereau?(request: BordereauRequest, meta: CommandMeta): Promise<CommandAnswer<Bordereau, BordereauRefusal>>;
  /** The rows of a batch as they were when it was issued, in that order, so that they add up to its totals; PortError `not-found` for a number that is not the subject's. */
  bordereauRows?(number: string, request: PageRequest): Promise<Page<CaseRow>>;
  /** The person's own saved queries, by name. */
  savedQueries?(options?: { signal?: AbortSignal }): Promise<readonly SavedQuery[]>;
  /** A new one, or (same id) a changed one. */
  saveQuery?(query: SavedQuery, meta: CommandMeta): Promise<CommandAnswer<SavedQuery, 'denied' | 'too-many-queries' | 'invalid'>>;
  removeQuery?(id: string, meta: CommandMeta): Promise<CommandAnswer<null, 'denied'>>;
}
