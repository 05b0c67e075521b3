import type { Clock, DraftsPort, FieldGroup, LanguageChanged, PlainDate, PortErrorCode } from '../kernel/index.ts';
import type { ClaimQueryDraft } from './claim-query-draft.schema.ts';
import type { ClaimQueryForm, FieldError } from './claim-query-form.ts';
import type { CaseSort } from './claim-query.schema.ts';
import type { ClaimsPolicy } from './claims.policy.ts';
import type { CaseFilter, ClaimsCapabilities, ClaimsPort } from './claims.port.ts';
import type { QueryResult, QueryRun } from './query-result.ts';

/** What Claims Query needs. Functions are asked again each time: language and day may change while the form is open. */
export interface ClaimQueryInput {
  readonly claims: Pick<ClaimsPort, 'search' | 'open'>;
  /** Left out: the backend can search by service date and nothing else. */
  readonly capabilities?: ClaimsCapabilities | undefined;
  /** Groups that the person may not see: their filters, dates and sorts are not offered. */
  readonly hidden?: readonly FieldGroup[];
  readonly policy: (signal: AbortSignal) => Promise<ClaimsPolicy>;
  /** Left out: nothing is kept, and the view says so before typing starts. */
  readonly drafts?: DraftsPort | null | undefined;
  /** Names this task and its place on the page, e.g. `claim-query:main`: the key of its draft. */
  readonly taskId: string;
  /** What `claimQueryPlace` gave when the same task was stopped in this page; it is newer than any draft. */
  readonly place?: ClaimQueryDraft | null | undefined;
  readonly clock: Clock;
  readonly today: () => PlainDate;
  /** BCP 47: how the person writes dates. */
  readonly locale: () => string;
}

/** Where a person is in a result, so that coming back from a case finds the same row and scroll position. */
export type QueryPlace = ClaimQueryDraft['place'];

/** What a person does with Claims Query. */
export type ClaimQueryEvent =
  /** Something was typed or chosen; a saved query brings a whole form and its sort. */
  | { readonly type: 'criteria.changed'; readonly changes: Partial<ClaimQueryForm>; readonly sort?: CaseSort | null }
  /** A field was left: what is wrong with it may be said now. */
  | { readonly type: 'field.left'; readonly field: keyof ClaimQueryForm }
  | LanguageChanged
  | { readonly type: 'criteria.cleared' }
  /** N25: nothing runs without it. */
  | { readonly type: 'query.executed' }
  | { readonly type: 'query.cancelled' }
  | { readonly type: 'query.retried' }
  | { readonly type: 'sort.changed'; readonly sort: CaseSort }
  | { readonly type: 'page.requested'; readonly direction: 'next' | 'previous' }
  /** Rows `[from, to)` came into view. Send it when some of them are not loaded, not for every pixel. */
  | { readonly type: 'range.requested'; readonly from: number; readonly to: number }
  | { readonly type: 'place.changed'; readonly place: QueryPlace }
  | { readonly type: 'row.opened'; readonly place: QueryPlace }
  | { readonly type: 'draft.dismissed' };

/** What is offered of all there is: by the backend, the payer's policy and the person's rights together. */
export interface QueryOffer {
  readonly filters: readonly CaseFilter[];
  readonly dateModes: ClaimsPolicy['dateModes'];
  readonly sorts: ClaimsCapabilities['sorts'];
  /** Of amounts, in the policy's order; none before it is known. */
  readonly currencies: ClaimsPolicy['currencies'];
}

/** What the machine of Claims Query remembers. */
export interface ClaimQueryContext {
  readonly ports: ClaimQueryInput;
  readonly policy: ClaimsPolicy | null;
  readonly offer: QueryOffer;
  readonly form: ClaimQueryForm;
  /** Fields that were left: only their errors are told before Execute. */
  readonly left: readonly (keyof ClaimQueryForm)[];
  readonly errors: readonly FieldError[];
  /** What the typed dates mean, once their field was left. */
  readonly dates: { readonly from: PlainDate | null; readonly to: PlainDate | null };
  readonly sort: CaseSort | null;
  /** What is asked or was asked. */
  readonly run: QueryRun | null;
  /** What is shown. While it is not the answer to `run`, a search is under way. */
  readonly result: QueryResult | null;
  readonly place: QueryPlace;
  /** Execute was pressed before the form could be read: it runs as soon as it can. */
  readonly isAwaited: boolean;
  /** Counts arrivals of rows, so that a view changes when rows do. */
  readonly revision: number;
  readonly code: PortErrorCode | null;
  readonly rowsCode: PortErrorCode | null;
  /** The form says something else than what was run. */
  readonly isStale: boolean;
  /** Text of a draft that could not be placed in the form. */
  readonly unread: string | null;
  /** Something is not in the draft yet. */
  readonly isDirty: boolean;
  readonly keepsText: boolean;
}
