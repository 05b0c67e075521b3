import type { CommandMeta, FieldGroup, Instant, Page, PageRequest, PlainDate, PortAnswer, ResultSet } from '../kernel/index.ts';
import type { Bordereau } from './bordereau.ts';
import type { CaseBreakdown } from './case-breakdown.ts';
import type { Case, IntakeCase } from './case.schema.ts';
import type { CaseRow } from './case-row.ts';
import type { CaseCriteria, CaseSort, CaseSortKey, SavedQuery } from './claim-query.schema.ts';
import type { ModificationRefusal } from './modification-request.rules.ts';
import type { ModificationAsked, ModificationRequest, ModificationState, ModificationVerdict } from './modification-request.schema.ts';

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
  readonly what:
    | 'taken-in'
    | 'changed'
    | 'exported'
    | 'modification-requested'
    | 'modification-applied'
    | 'modification-refused'
    | 'modification-withdrawn';
  readonly by: string | null;
  /** The batch number for `exported`; for a modification what was asked for (ModificationSubject) or why it was answered so (ModificationReason). */
  readonly reference: string | null;
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

/** Which modification requests: of one case, in these states. Left out: of all cases, in any state. */
export interface ModificationQuery extends PageRequest {
  readonly caseId?: string;
  readonly states?: readonly ModificationState[];
}

/** A request with the row of its case, as this subject may see both. */
export interface ModificationEntry {
  readonly request: ModificationRequest;
  readonly row: CaseRow;
}

/** Why a command about a modification is refused: a rule, the right, or a case or request that is not there for this subject. */
export type ModificationCommandRefusal = ModificationRefusal | 'not-in-this-state' | 'denied' | 'not-found' | 'invalid';

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
  intake?(batch: readonly IntakeCase[], meta: CommandMeta): Promise<PortAnswer<IntakeReport, 'too-many-records' | 'denied'>>;
  /** Freezes the rows and gives the number; same command id, same batch. Audited. */
  issueBordereau?(request: BordereauRequest, meta: CommandMeta): Promise<PortAnswer<Bordereau, BordereauRefusal>>;
  /** The rows of a batch as they were when it was issued, in that order, so that they add up to its totals; PortError `not-found` for a number that is not the subject's. */
  bordereauRows?(number: string, request: PageRequest): Promise<Page<CaseRow>>;
  /** The person's own saved queries, by name. */
  savedQueries?(options?: { signal?: AbortSignal }): Promise<readonly SavedQuery[]>;
  /** A new one, or (same id) a changed one. */
  saveQuery?(query: SavedQuery, meta: CommandMeta): Promise<PortAnswer<SavedQuery, 'denied' | 'too-many-queries' | 'invalid'>>;
  removeQuery?(id: string, meta: CommandMeta): Promise<PortAnswer<null, 'denied'>>;
  /** Requests for modifications (N11), oldest first: those of the own providers for who asks, of the own payers for who answers. */
  modificationRequests?(query: ModificationQuery): Promise<Page<ModificationEntry>>;
  /** Asks the claims center to modify a case; the case stays as it is. Decided at the backend's own time. */
  requestModification?(
    caseId: string,
    asked: ModificationAsked,
    meta: CommandMeta,
  ): Promise<PortAnswer<ModificationRequest, ModificationCommandRefusal>>;
  /** Takes a request back that nobody has answered. */
  withdrawModification?(id: string, meta: CommandMeta): Promise<PortAnswer<ModificationRequest, ModificationCommandRefusal>>;
  /** The claims center's answer; `expectedVersion` is the request's. */
  answerModification?(
    id: string,
    verdict: ModificationVerdict,
    meta: CommandMeta,
  ): Promise<PortAnswer<ModificationRequest, ModificationCommandRefusal>>;
}
