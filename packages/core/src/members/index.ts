export type {
  AnswerFrame,
  Benefit,
  BulkLine,
  CostShare,
  Coverage,
  CoveredMember,
  EligibilityAbout,
  EligibilityAnswer,
  EligibilityStatus,
  Helpline,
  MemberCoverage,
} from './eligibility.ts';
export type { MemberQuery } from './member.schema.ts';
export type { MembersCapabilities, MembersPort } from './members.port.ts';
export { membersPolicyDefaults, type MembersPolicy } from './members.policy.ts';
export {
  answerEligibility,
  failureOf,
  standingOf,
  withoutAmounts,
  type EligibilityFacts,
  type EligibilityFailure,
} from './eligibility.rules.ts';
export {
  checkQuery,
  checkServiceDate,
  isMeant,
  numberKey,
  readAbout,
  readLines,
  readLookup,
  type LookupError,
  type LookupForm,
  type LookupReading,
  type ReadLine,
} from './member-lookup.rules.ts';
