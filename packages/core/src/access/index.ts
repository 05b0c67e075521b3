export type { AccessPort, RecoveryRefusal, Session, SignInAnswer } from './access.port.ts';
export { accessPolicyDefaults, type AccessPolicy, type RecoveryMethod } from './access.policy.ts';
