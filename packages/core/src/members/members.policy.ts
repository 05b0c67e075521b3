/** The keys of this area: what a payer may want otherwise. */
export interface MembersPolicy {
  /** Members that may be asked about at once (P21). */
  readonly maxBulk: number;
  /** Members that one person may ask about within a minute; each line of a bulk check counts. */
  readonly asksPerMinute: number;
  /** How far back a service date may lie, in days (P21: 24 months). */
  readonly maxDaysBack: number;
  /** How far ahead a service date may lie, in days. */
  readonly maxDaysAhead: number;
}

/** What holds when a pack says nothing else. */
export const membersPolicyDefaults: MembersPolicy = { maxBulk: 25, asksPerMinute: 120, maxDaysBack: 731, maxDaysAhead: 366 };
