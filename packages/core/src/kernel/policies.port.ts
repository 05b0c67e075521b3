/** What a policy is asked for: the portal itself (sign-in, recovery, session), or one payer. */
export type PolicyScope = 'portal' | { readonly payerId: string };

/** The policy in force, from the backend: the page has no second opinion on a number. Versions only grow. */
export interface PoliciesPort<Policy> {
  for(scope: PolicyScope, options?: { signal?: AbortSignal }): Promise<{ readonly version: number; readonly policy: Policy }>;
}
