import type { Page } from '../kernel/index.ts';
import type { BulkLine, EligibilityAbout, EligibilityAnswer } from './eligibility.ts';
import type { MemberQuery } from './member.schema.ts';

/** What this backend finds members by; left out of the capabilities: by all. */
export interface MembersCapabilities {
  readonly by: readonly MemberQuery['by'][];
}

/**
 * Look-up and eligibility (N9, N10, M2, M5, P6, P21). A member who is not there is an answer, not a failure. PortError `rate-limited`, with
 * `retryAfter`, where somebody asks too often; `denied` for a payer that whoever asks has nothing to do with; `invalid` for a question that
 * breaks a rule. Every question is audited.
 */
export interface MembersPort {
  eligibility(query: MemberQuery, about: EligibilityAbout, options?: { readonly signal?: AbortSignal }): Promise<EligibilityAnswer>;
  /** As many at once as the policy says (P21), else PortError `invalid`; in the order of the lines, all on one page. */
  eligibilityOf?(
    queries: readonly MemberQuery[],
    about: EligibilityAbout,
    options?: { readonly signal?: AbortSignal },
  ): Promise<Page<BulkLine>>;
}
