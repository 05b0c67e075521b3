/** The keys of this area: what a payer may want otherwise. */
export interface AuthorizationsPolicy {
  /** Whether requests are taken here at all. */
  readonly kinds: readonly ('request' | 'inpatient-notification' | 'concurrent-review')[];
  /** Calendar days for a standard decision; null: no clock (7 by CMS-0057-F). */
  readonly standardDays: number | null;
  /** Hours for an expedited decision; null: no clock (72 by CMS-0057-F). */
  readonly expeditedHours: number | null;
  /** Whether the clock stands still while information is awaited. */
  readonly tolls: boolean;
  /** Days that the provider has for an answer to a request for information. */
  readonly informationDays: number;
  /** Reasons offered for a void, as codes; `other` asks for words. */
  readonly voidReasons: readonly ('not-performed' | 'patient-cancelled' | 'wrong-request' | 'replaced' | 'other')[];
  /** Reasons offered for a denial, as plain codes of our own; `other` asks for words. Coded reasons of a feed are kept as they come. */
  readonly denialReasons: readonly (
    | 'not-covered'
    | 'limit-reached'
    | 'not-medically-necessary'
    | 'missing-information'
    | 'not-in-network'
    | 'not-in-force'
    | 'duplicate'
    | 'other'
  )[];
  /** Whether every denial says in words why, beside its code: the specific reason of CMS-0057-F. */
  readonly denialNeedsWords: boolean;
  /** How long a request that is approved by one key waits before the decision leaves, in seconds; 0 sends at once. */
  readonly undoSeconds: number;
  /** Whether a request without any document is nudged before it leaves (N15). */
  readonly recommendsDocuments: boolean;
  /** Whether a service in no list needs an estimated cost (N20). */
  readonly unlistedNeedsEstimate: boolean;
  /** Largest number of items on one request. */
  readonly maxItems: number;
  /** Within so many days the same services for the same member are a possible duplicate. */
  readonly duplicateDays: number;
}

/** What holds when a pack says nothing else. */
export const authorizationsPolicyDefaults: AuthorizationsPolicy = {
  kinds: ['request', 'inpatient-notification', 'concurrent-review'],
  standardDays: null,
  expeditedHours: null,
  tolls: false,
  informationDays: 14,
  voidReasons: ['not-performed', 'patient-cancelled', 'wrong-request', 'replaced', 'other'],
  denialReasons: [
    'not-covered',
    'limit-reached',
    'not-medically-necessary',
    'missing-information',
    'not-in-network',
    'not-in-force',
    'duplicate',
    'other',
  ],
  denialNeedsWords: false,
  undoSeconds: 8,
  recommendsDocuments: true,
  unlistedNeedsEstimate: true,
  maxItems: 50,
  duplicateDays: 30,
};
