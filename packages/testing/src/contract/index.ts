import { accessCases } from './access.contract.ts';
import { authorizationAnswersCases } from './authorization-answers.contract.ts';
import { authorizationFormsCases } from './authorization-forms.contract.ts';
import { authorizationValuesCases } from './authorization-values.contract.ts';
import { authorizationsCases } from './authorizations.contract.ts';
import { bordereauCases } from './bordereau.contract.ts';
import { claimsCommandCases } from './claims-commands.contract.ts';
import { claimsScopeCases } from './claims-scope.contract.ts';
import { claimsSearchCases } from './claims-search.contract.ts';
import { commonCases } from './common.contract.ts';
import type { ContractCase } from './contract.ts';
import { directoryCases } from './directory.contract.ts';
import { documentsCases } from './documents.contract.ts';
import { membersCases } from './members.contract.ts';
import { messagesCases } from './messages.contract.ts';
import { accountDeskCases } from './account-desk.contract.ts';
import { modificationCases } from './modifications.contract.ts';
import { recoveryCodeCases, secretQuestionCases } from './proof-recovery.contract.ts';
import { recoveryCases } from './recovery.contract.ts';
import { registrationCases } from './registration.contract.ts';

/** Everything that an adapter is done by, in the order in which its author meets the ports. */
export const contractCases: readonly ContractCase[] = [
  ...claimsSearchCases,
  ...commonCases,
  ...accessCases,
  ...recoveryCases,
  ...recoveryCodeCases,
  ...secretQuestionCases,
  ...accountDeskCases,
  ...registrationCases,
  ...directoryCases,
  ...claimsScopeCases,
  ...claimsCommandCases,
  ...bordereauCases,
  ...membersCases,
  ...documentsCases,
  ...modificationCases,
  ...authorizationsCases,
  ...authorizationAnswersCases,
  ...authorizationValuesCases,
  ...messagesCases,
  ...authorizationFormsCases,
];

export { claimsSearchCases } from './claims-search.contract.ts';
export { secretQuestionCases } from './proof-recovery.contract.ts';
export {
  reportContract,
  runCase,
  runContract,
  type CaseOutcome,
  type ContractCase,
  type ContractContext,
  type ContractFactory,
  type Need,
} from './contract.ts';
export { askedDay, contractWorld, people, worldCases, worldCoverages, type PersonName } from './contract-world.ts';
export {
  createMemoryKeeper,
  createMemoryWorld,
  createTestClock,
  createTestHasher,
  createTestIds,
  memoryFactory,
  questioningFactory,
  withoutCodes,
  withoutQuestions,
  type MemoryWorld,
  type TestClock,
} from './memory-backend.ts';
export { fileOf, samplePdf } from './sample-files.ts';
export { createReadOnlyBackend, readOnlyFactory } from './read-only-backend.ts';
export { anything } from './steps.ts';
