import type { Instant, Money, PlainDate } from '../kernel/index.ts';
import type { CaseCriteria } from './claim-query.schema.ts';

/** Sums of one currency; currencies are never mixed. A sum is null when no row tells that amount, or when it is hidden from the subject. */
export interface BordereauTotal {
  readonly currency: string;
  /** How many rows have this currency. */
  readonly count: number;
  readonly billed: Money | null;
  readonly approved: Money | null;
  readonly patientShare: Money | null;
  readonly paid: Money | null;
}

/** An issued batch: its number, parties, period and totals. Its rows are frozen. */
export interface Bordereau {
  readonly number: string;
  readonly provider: { readonly id: string; readonly name: string };
  readonly payer: { readonly id: string; readonly name: string };
  readonly period: { readonly from: PlainDate; readonly to: PlainDate };
  readonly dateMode: CaseCriteria['dateMode'];
  readonly issuedAt: Instant;
  readonly issuedBy: string;
  readonly rowCount: number;
  readonly totals: readonly BordereauTotal[];
}
