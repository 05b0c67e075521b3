import type { BusinessCalendar } from '../kernel/index.ts';
import type { ModificationStart } from './case.schema.ts';

/** The keys of this area: what a payer may want otherwise. */
export interface ClaimsPolicy {
  /** N24: by which dates a person may query, one at a time. */
  readonly dateModes: readonly ('service' | 'payment')[];
  /** Longest span of a query in days, both ends counted (P21: 24 months of history). */
  readonly maxSpanDays: number;
  readonly pageSize: number;
  /** Largest number of rows in one bordereau. */
  readonly maxBordereauRows: number;
  /** Largest number of records in one intake. */
  readonly maxIntakeRecords: number;
  readonly maxSavedQueries: number;
  /** ISO 4217: currencies that amounts are looked for in, in the order in which they are offered. */
  readonly currencies: readonly string[];
  /** IANA zone in which the payer counts days. */
  readonly zone: string;
  /** N11: for so many days after the start a modification may be asked for; null: never. */
  readonly modificationDays: number | null;
  readonly modificationUnit: 'calendar-days' | 'business-days';
  /** N12: the event that starts the window; where a case does not tell it, the next one of `authorization-issued`, `service-day`, `taken-in`. */
  readonly modificationStart: ModificationStart;
  /** Days on which the payer does not work, for windows in business days. */
  readonly businessCalendar: BusinessCalendar;
}

/** What holds when a pack says nothing else. */
export const claimsPolicyDefaults: ClaimsPolicy = {
  dateModes: ['service', 'payment'],
  maxSpanDays: 731,
  pageSize: 50,
  maxBordereauRows: 100_000,
  maxIntakeRecords: 10_000,
  maxSavedQueries: 50,
  currencies: ['AED', 'BHD', 'EGP', 'EUR', 'JOD', 'KWD', 'LBP', 'OMR', 'QAR', 'SAR', 'USD'],
  zone: 'UTC',
  modificationDays: null,
  modificationUnit: 'calendar-days',
  modificationStart: 'authorization-issued',
  businessCalendar: { weekend: [6, 7], holidays: [] },
};
