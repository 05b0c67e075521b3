import type { Instant, Money, PlainDate } from '../kernel/index.ts';
import type { MemberQuery } from './member.schema.ts';

/** A member as a coverage names them. */
export interface CoveredMember {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly birthDate: PlainDate;
}

/** The member's share: a part of the price in basis points (10,000 = all), a fixed amount, or both. */
export interface CostShare {
  readonly basisPoints: number | null;
  readonly fixed: Money | null;
}

/** What a coverage gives for one kind of service; amounts are left out for whoever may not see them. */
export interface Benefit {
  readonly code: string;
  readonly text: string;
  readonly isCovered: boolean;
  /** Whether it needs an authorization before it is given; `conditional` asks the payer. */
  readonly authorization: 'not-needed' | 'needed' | 'conditional';
  /** Null: the member pays nothing. */
  readonly share?: CostShare | null;
  /** What is left of a limit; null: there is none. */
  readonly left?: Money | null;
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

/** A coverage as a payer keeps it: with all that a member is found by. */
export interface MemberCoverage {
  readonly payerId: string;
  readonly member: CoveredMember;
  readonly cardNumber: string;
  readonly nationalId: string | null;
  /** The number printed on the card. */
  readonly cardPhone: string | null;
  readonly coverage: Coverage;
}

/** Where to call (N9): the number printed on the member's card, else the payer's helpline. */
export interface Helpline {
  readonly phone: string;
  readonly source: 'card' | 'payer';
}

/** What a question is about, beside the member. */
export interface EligibilityAbout {
  readonly payerId: string;
  readonly serviceDate: PlainDate;
}

/** What every answer says: a snapshot of what held at `asOf` for `serviceDate`; active today says nothing of next week. */
export interface AnswerFrame extends EligibilityAbout {
  readonly asOf: Instant;
  readonly helpline: Helpline | null;
}

/**
 * What came of a question. `active`, `card-expired` (the coverage holds, the card does not: N10), `not-yet-in-force` and `ended` know the
 * member; each of the others is distinct from all.
 */
export type EligibilityAnswer = AnswerFrame &
  (
    | {
        readonly status: 'active' | 'card-expired' | 'not-yet-in-force' | 'ended';
        readonly member: CoveredMember;
        readonly coverage: Coverage;
      }
    /** Several fit; the member number tells them apart. */
    | { readonly status: 'ambiguous'; readonly candidates: readonly CoveredMember[] }
    | { readonly status: 'not-found' }
    /** The payer could not be asked; `retryAt` is null where nobody knows when it can. */
    | { readonly status: 'payer-unavailable'; readonly retryAt: Instant | null }
  );

/** What a question can come to. */
export type EligibilityStatus = EligibilityAnswer['status'];

/** One line of a bulk check: the answer, or why the line could not be asked. */
export type BulkLine =
  | { readonly query: MemberQuery; readonly answer: EligibilityAnswer; readonly code: null }
  | { readonly query: MemberQuery; readonly answer: null; readonly code: 'invalid' };
