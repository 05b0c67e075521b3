import type { Total } from '../kernel/index.ts';

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
