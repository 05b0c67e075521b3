export { accounts, type WorldAccount } from './accounts.ts';
export { worldCases } from './cases.ts';
export { members, rememberingLast, worldCoverages, type WorldMember } from './members.ts';
export { contacts, payers, physicians, providers } from './parties.ts';
export { unlistedRequest, worldItem, worldRequest, worldSessions } from './requests.ts';
export { createRandom, type Random } from './random.ts';
