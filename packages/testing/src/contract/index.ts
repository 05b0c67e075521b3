import { accessCases } from './access.contract.ts';
import { bordereauCases } from './bordereau.contract.ts';
import { claimsCommandCases } from './claims-commands.contract.ts';
import { claimsScopeCases } from './claims-scope.contract.ts';
import { claimsSearchCases } from './claims-search.contract.ts';
import { commonCases } from './common.contract.ts';
import type { ContractCase } from './contract.ts';
import { directoryCases } from './directory.contract.ts';
import { recoveryCases } from './recovery.contract.ts';

/** Everything that an adapter is done by, in the order in which its author meets the ports. */
export const contractCases: readonly ContractCase[] = [
  ...claimsSearchCases,
  ...commonCases,
  ...accessCases,
  ...recoveryCases,
  ...directoryCases,
  ...claimsScopeCases,
  ...claimsCommandCases,
  ...bordereauCases,
];

export { claimsSearchCases } from './claims-search.contract.ts';
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
export { contractWorld, people, worldCases, type PersonName } from './contract-world.ts';
export {
  createMemoryKeeper,
  createMemoryWorld,
  createTestClock,
  createTestHasher,
  createTestIds,
  memoryFactory,
  type MemoryWorld,
  type TestClock,
} from './memory-backend.ts';
export { createReadOnlyBackend, readOnlyFactory } from './read-only-backend.ts';
export { anything } from './steps.ts';
