import type { PlainDate, Identifier } from '../kernel/index.ts';
import type { CaseAmounts, CaseDeadlines, CaseDecision, CaseKind, CaseLife, CaseProcessing, CaseUse } from './case.schema.ts';

/** The list noun shared by claims and authorizations: what one row of a list, an export or a worklist needs, and no more. */
export interface CaseRow {
  readonly id: string;
  readonly version: number;
  readonly kind: CaseKind;
  /** The number to show first; all numbers are in `identifiers`. */
  readonly reference: string;
  readonly identifiers: readonly Identifier[];
  readonly memberName: string;
  readonly memberNumber: string | null;
  readonly payerId: string;
  readonly payerName: string;
  readonly providerId: string;
  readonly providerName: string;
  readonly physicianName: string | null;
  readonly serviceFrom: PlainDate | null;
  readonly serviceTo: PlainDate | null;
  readonly paymentDate: PlainDate | null;
  readonly life: CaseLife;
  readonly processing: CaseProcessing;
  readonly decision: CaseDecision;
  readonly use: CaseUse | null;
  readonly deadlines: CaseDeadlines;
  /** Null when the subject may not see amounts (permission group `amounts`; paid also under `payment`). */
  readonly amounts: CaseAmounts | null;
}
