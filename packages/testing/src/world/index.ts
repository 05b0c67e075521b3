export { accounts, type WorldAccount } from './accounts.ts';
export { worldCases } from './cases.ts';
export { members, rememberingLast, worldCoverages, type WorldMember } from './members.ts';
export { contacts, payers, physicians, providers } from './parties.ts';
export { createPayer, payerAccount, type PayerOptions, type ScriptedPayer } from './payer.ts';
export { payerPlan, type PayerPlan } from './payer-plan.ts';
export { unlistedRequest, worldItem, worldRequest, worldSessions } from './requests.ts';
export { createRandom, type Random } from './random.ts';
export { worldDirectory } from './directory.ts';
