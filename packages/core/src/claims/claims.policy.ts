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
  /** IANA zone in which the payer counts days. */
  readonly zone: string;
}

/** What holds when a pack says nothing else. */
export const claimsPolicyDefaults: ClaimsPolicy = {
  dateModes: ['service', 'payment'],
  maxSpanDays: 731,
  pageSize: 50,
  maxBordereauRows: 100_000,
  maxIntakeRecords: 10_000,
  maxSavedQueries: 50,
  zone: 'UTC',
};
