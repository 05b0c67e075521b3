import type { Instant, Money, Page, PlainDate } from '../kernel/index.ts';
import type { MemberQuery } from './member.schema.ts';

/** A member as a coverage names them. */
export interface CoveredMember {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly birthDate: PlainDate;
}

/** What a coverage gives for one kind of service. */
export interface Benefit {
  readonly code: string;
  readonly text: string;
  readonly isCovered: boolean;
  /** Whether it needs an authorization before it is given; `conditional` asks the payer. */
  readonly authorization: 'not-needed' | 'needed' | 'conditional';
  /** The member's share: a part of the price in basis points (10,000 = all), a fixed amount, or both; null for none. */
  readonly share: { readonly basisPoints: number | null; readonly fixed: Money | null } | null;
  readonly left: Money | null;
}

/** A coverage on the day that was asked about. */
export interface Coverage {
  readonly planName: string;
  readonly network: string | null;
  readonly from: PlainDate;
  /** Last day; null for none. */
  readonly to: PlainDate | null;
  /** Last day of the card. */
  readonly cardUntil: PlainDate | null;
  readonly benefits: readonly Benefit[];
}

/** Where to call (N9): the number printed on the member's card, else the payer's helpline. */
export interface Helpline {
  readonly phone: string;
  readonly source: 'card' | 'payer';
}

/**
 * An answer is a snapshot: what held at `asOf` for `serviceDate` (trap 20). `active`, `card-expired` (the coverage holds, the card does not),
 * `not-yet-in-force` and `ended` know the member; each of the others is distinct from all.
 */
export type EligibilityAnswer = {
  readonly asOf: Instant;
  readonly serviceDate: PlainDate;
  readonly payerId: string;
  readonly helpline: Helpline | null;
} & (
  | {
      readonly status: 'active' | 'card-expired' | 'not-yet-in-force' | 'ended';
      readonly member: CoveredMember;
      readonly coverage: Coverage;
    }
  /** Several fit; a birth date or a number tells them apart. */
  | { readonly status: 'ambiguous'; readonly candidates: readonly CoveredMember[] }
  | { readonly status: 'not-found' }
  /** The payer could not be asked. */
  | { readonly status: 'payer-unavailable'; readonly retryAt: Instant | null }
);

/** One line of a bulk check: the answer, or why the line could not be asked. */
export interface BulkLine {
  readonly query: MemberQuery;
  readonly answer: EligibilityAnswer | null;
  readonly code: 'invalid' | null;
}

/** Look-up and eligibility (N9, N10, M2, M5, P6, P21). PortError `rate-limited` where somebody asks too often; every question is audited. */
export interface MembersPort {
  eligibility(
    query: MemberQuery,
    about: { readonly payerId: string; readonly serviceDate: PlainDate },
    options?: { readonly signal?: AbortSignal },
  ): Promise<EligibilityAnswer>;
  /** As many at once as the policy says (P21); in the order of the lines. */
  eligibilityOf?(
    queries: readonly MemberQuery[],
    about: { readonly payerId: string; readonly serviceDate: PlainDate },
    options?: { readonly signal?: AbortSignal },
  ): Promise<Page<BulkLine>>;
}
