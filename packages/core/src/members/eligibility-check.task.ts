import type { Payer } from '../directory/index.ts';
import type { Clock, Instant, LanguageChanged, PlainDate, PortErrorCode } from '../kernel/index.ts';
import type { BulkLine, EligibilityAbout, EligibilityAnswer } from './eligibility.ts';
import type { LookupError, LookupForm } from './member-lookup.rules.ts';
import type { MemberQuery } from './member.schema.ts';
import type { MembersPolicy } from './members.policy.ts';
import type { MembersCapabilities, MembersPort } from './members.port.ts';

/** What checking eligibility needs. Functions are asked again each time: language and day may change while the form is open. */
export interface EligibilityCheckInput {
  readonly members: Pick<MembersPort, 'eligibility' | 'eligibilityOf'>;
  readonly capabilities?: MembersCapabilities | undefined;
  /** The payers that may be asked, by name. */
  readonly payers: (signal: AbortSignal) => Promise<readonly Payer[]>;
  readonly policy: (payerId: string, signal: AbortSignal) => Promise<MembersPolicy>;
  /** Chosen by the host; null: the person chooses. */
  readonly payerId: string | null;
  readonly clock: Clock;
  readonly today: () => PlainDate;
  /** BCP 47: how the person writes dates. */
  readonly locale: () => string;
}

/** The form: one member, or many lines at once (P21). */
export interface EligibilityForm extends LookupForm {
  readonly isBulk: boolean;
  readonly lines: string;
}

/** What a person does. */
export type EligibilityCheckEvent =
  | { readonly type: 'form.changed'; readonly changes: Partial<EligibilityForm> }
  | LanguageChanged
  | { readonly type: 'check.submitted' }
  | { readonly type: 'check.cancelled' }
  /** What could not be had, once more; a payer that named a time is not asked before it. */
  | { readonly type: 'check.retried' }
  /** One of several members is meant. */
  | { readonly type: 'candidate.chosen'; readonly number: string };

/** Why lines cannot be asked, with how many there are and may be. */
export interface LinesError {
  readonly code: 'missing' | 'too-many' | 'unreadable';
  readonly n: number;
}

/** What asking came to. */
export type EligibilityOutcome =
  | { readonly kind: 'refused'; readonly errors: readonly LookupError[]; readonly lines: LinesError | null }
  | { readonly kind: 'answer'; readonly query: MemberQuery; readonly answer: EligibilityAnswer }
  | { readonly kind: 'lines'; readonly about: EligibilityAbout; readonly lines: readonly BulkLine[] };

/** What the machine remembers. */
export interface EligibilityCheckContext {
  readonly ports: EligibilityCheckInput;
  readonly payers: readonly Payer[] | null;
  readonly form: EligibilityForm;
  readonly outcome: EligibilityOutcome | null;
  /** The form as it was last asked with: a retry asks the same. */
  readonly asked: EligibilityForm | null;
  readonly code: PortErrorCode | null;
  /** Not before; null: whenever one likes. */
  readonly retryAt: Instant | null;
}
