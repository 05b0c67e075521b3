export type { Policy } from './policy.ts';
export { createPolicyBook, PolicyError, type PolicyBook, type PolicyCheck, type PolicyPack } from './policy-book.ts';
export { defaultPack } from './packs/default.ts';
export { cms0057Pack } from './packs/cms-0057.ts';
export { nextcarePack } from './packs/nextcare.ts';
