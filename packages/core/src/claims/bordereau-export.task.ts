import type { Clock, DraftsPort, FieldGroup, Ids, LanguageChanged, PlainDate, PortErrorCode, SubmitCommand } from '../kernel/index.ts';
import type { Bordereau } from './bordereau.ts';
import type { BordereauParties } from './bordereau-parties.rules.ts';
import type { PeriodError, TypedPeriod } from './bordereau-period.rules.ts';
import type { BordereauColumn } from './bordereau.rules.ts';
import type { CaseRow } from './case-row.ts';
import type { CaseCriteria } from './claim-query.schema.ts';
import type { CaseBreakdown } from './case-breakdown.ts';
import type { BordereauRefusal, BordereauRequest, ClaimsPort } from './claims.port.ts';

/** What a bordereau can be written as. */
export type BordereauFormat = 'xlsx' | 'csv' | 'print';

/** What exporting needs. Where the backend lacks one of these commands, leave the whole task out. */
export interface BordereauExportInput {
  readonly claims: Required<Pick<ClaimsPort, 'breakdown' | 'issueBordereau' | 'bordereauRows'>>;
  readonly submit: SubmitCommand;
  readonly ids: Pick<Ids, 'uuid'>;
  /** Holds a batch that is being issued, so that a reload asks for the same batch and not for a second one. */
  readonly drafts?: DraftsPort | null | undefined;
  readonly taskId: string;
  readonly clock: Clock;
  readonly today: () => PlainDate;
  readonly locale: () => string;
  /** Groups without columns for this person. */
  readonly hidden: readonly FieldGroup[];
  /** The query to export; null until one is given. */
  readonly criteria: CaseCriteria | null;
}

/** What the writer of a file gets: the machine's actor `writeFile`, provided by the element. It ends when the file is with the person. */
export interface WriteInput {
  readonly format: BordereauFormat;
  readonly bordereau: Bordereau;
  readonly columns: readonly BordereauColumn[];
  /** Reads the frozen rows, page by page as they are written; give it the writer's own signal, so that a cancel ends the reading too. */
  readonly rows: (signal: AbortSignal) => AsyncIterable<readonly CaseRow[]>;
}

/** What a person does to get a bordereau (N22). */
export type BordereauExportEvent =
  | { readonly type: 'export.opened'; readonly criteria: CaseCriteria }
  | { readonly type: 'party.chosen'; readonly payerId?: string; readonly providerId?: string }
  | { readonly type: 'period.changed'; readonly changes: Partial<TypedPeriod> }
  | { readonly type: 'field.left'; readonly field: keyof TypedPeriod }
  | LanguageChanged
  | { readonly type: 'issue.requested' }
  | { readonly type: 'file.requested'; readonly format: BordereauFormat }
  | { readonly type: 'file.cancelled' }
  | { readonly type: 'export.retried' }
  | { readonly type: 'export.closed' };

/** Rows that were handed to the writer so far. */
export interface RowsCounted {
  readonly type: 'rows.counted';
  readonly rows: number;
}

/** What the machine of the export remembers. */
export interface BordereauExportContext extends BordereauParties {
  readonly ports: BordereauExportInput;
  readonly criteria: CaseCriteria | null;
  readonly breakdown: CaseBreakdown | null;
  readonly period: TypedPeriod;
  readonly left: readonly (keyof TypedPeriod)[];
  readonly errors: readonly PeriodError[];
  /** Execute was tried without a party: say which. */
  readonly isExplained: boolean;
  readonly request: BordereauRequest | null;
  /** Made when the person asked for this very request; kept over retry and reload. */
  readonly commandId: string;
  readonly bordereau: Bordereau | null;
  readonly format: BordereauFormat;
  readonly rows: number;
  readonly refusal: BordereauRefusal | null;
  /** What the refusal counts: rows or days that are allowed. */
  readonly limit: number;
  readonly code: PortErrorCode | null;
  /** What failed and is tried again by a retry. */
  readonly step: 'counting' | 'issuing' | 'writing';
}
