import { PortError, type PoliciesPort, type PolicyScope } from '../kernel/index.ts';
import type { Policy } from '../policy/index.ts';

/** Policies as they were last told, by scope. */
export interface PolicyCache {
  /** The policy in force; asked of the backend once, and again with `fresh`. The same object as long as its version is the same. */
  policyFor(scope: PolicyScope, options?: { readonly fresh?: boolean }): Promise<Policy>;
  clear(): void;
}

interface Told {
  readonly version: number;
  readonly policy: Policy;
}

/** Keeps what a backend says about its policies; `call` wraps each question so that it ends. */
export function createPolicyCache(
  policies: PoliciesPort<Policy>,
  call: <Value>(run: (signal: AbortSignal) => Promise<Value>) => Promise<Value>,
): PolicyCache {
  const told = new Map<string, Told>();
  const asked = new Map<string, Promise<Told>>();
  return {
    async policyFor(scope, { fresh = false } = {}) {
      const key = scope === 'portal' ? scope : `payer:${scope.payerId}`;
      const known = told.get(key);
      if (known && !fresh) return known.policy;
      const question = asked.get(key) ?? call((signal) => policies.for(scope, { signal }));
      asked.set(key, question);
      try {
        const answer = await question;
        if (typeof answer?.policy !== 'object' || typeof answer.version !== 'number') throw new PortError('internal');
        // Versions only grow: an answer that was overtaken on its way is not heard.
        const newest = told.get(key);
        const kept = newest && newest.version >= answer.version ? newest : answer;
        if (asked.get(key) === question) told.set(key, kept);
        return kept.policy;
      } finally {
        if (asked.get(key) === question) asked.delete(key);
      }
    },
    clear() {
      told.clear();
      asked.clear();
    },
  };
}
