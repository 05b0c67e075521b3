import type { AccessPolicy } from '../access/index.ts';
import type { ClaimsPolicy } from '../claims/index.ts';

/** Every number and switch in force, by area. */
export interface Policy {
  readonly access: AccessPolicy;
  readonly claims: ClaimsPolicy;
}
