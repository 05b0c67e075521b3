import type * as z from 'zod/mini';
import { accessPolicyKeys } from '../access/access.policy.schema.ts';
import { authorizationsPolicyKeys } from '../authorizations/authorizations.policy.schema.ts';
import { claimsPolicyKeys } from '../claims/claims.policy.schema.ts';
import { membersPolicyKeys } from '../members/members.policy.schema.ts';
import { documentsPolicyKeys } from '../documents/documents.policy.schema.ts';
import { messagesPolicyKeys } from '../messages/messages.policy.schema.ts';
import type { PolicyCheck } from './policy-book.ts';

/** One schema a key, from every area: what an installation's own JSON is checked against when it is loaded. */
export const policyKeys: Readonly<Record<string, z.ZodMiniType>> = {
  ...accessPolicyKeys,
  ...membersPolicyKeys,
  ...documentsPolicyKeys,
  ...claimsPolicyKeys,
  ...authorizationsPolicyKeys,
  ...messagesPolicyKeys,
};

/** The check that `createPolicyBook` wants: unknown keys and wrong values are refused, and the answer says what is wrong. */
export const checkPolicyKey: PolicyCheck = (key, value) => {
  const schema = Object.hasOwn(policyKeys, key) ? policyKeys[key] : undefined;
  if (!schema) return 'there is no such key';
  const result = schema.safeParse(value);
  return result.success ? null : (result.error.issues[0]?.message ?? 'wrong value');
};
