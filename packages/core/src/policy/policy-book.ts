import { accessPolicyDefaults } from '../access/index.ts';
import { authorizationsPolicyDefaults } from '../authorizations/index.ts';
import { claimsPolicyDefaults } from '../claims/index.ts';
import { membersPolicyDefaults } from '../members/index.ts';
import { documentsPolicyDefaults } from '../documents/index.ts';
import { messagesPolicyDefaults } from '../messages/index.ts';
import type { Policy } from './policy.ts';

/** A pack as data: a base to start from and flat keys such as `access.maxAttempts` that say otherwise. */
export interface PolicyPack {
  readonly id: string;
  /** Id of the pack beneath; null for none. */
  readonly base: string | null;
  readonly keys: Readonly<Record<string, unknown>>;
}

/** A pack that cannot be used; `key` is the path that is wrong. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  readonly key: string;
  constructor(pack: string, key: string, what: string) {
    super(`[portico/policy] pack '${pack}', key '${key}': ${what}`);
    this.key = key;
  }
}

/** Policies by pack id. */
export interface PolicyBook {
  /** The policy of a pack with all its bases under it; throws PolicyError for an unknown pack, key or value. */
  policy(packId: string): Policy;
}

const defaults: Policy = {
  access: accessPolicyDefaults,
  members: membersPolicyDefaults,
  documents: documentsPolicyDefaults,
  claims: claimsPolicyDefaults,
  authorizations: authorizationsPolicyDefaults,
  messages: messagesPolicyDefaults,
};

/** Checks one key's value; answers null or what is wrong with it. Made from the areas' policy schemas, which load with the packs. */
export type PolicyCheck = (key: string, value: unknown) => string | null;

/** Lays packs over one another, flat: base first, then keys. */
export function createPolicyBook(packs: readonly PolicyPack[], check: PolicyCheck): PolicyBook {
  const byId = new Map(packs.map((pack) => [pack.id, pack]));
  const resolve = (id: string, above: readonly string[]): Policy => {
    const pack = byId.get(id);
    if (!pack) throw new PolicyError(id, 'base', 'there is no such pack');
    if (above.includes(id)) throw new PolicyError(id, 'base', 'the packs stand on one another in a ring');
    const policy = structuredCopy(pack.base === null ? defaults : resolve(pack.base, [...above, id]));
    for (const [key, value] of Object.entries(pack.keys)) {
      const wrong = check(key, value);
      if (wrong !== null) throw new PolicyError(id, key, wrong);
      const [area, name] = key.split('.') as [keyof Policy, string];
      policy[area][name] = value;
    }
    return policy as unknown as Policy;
  };
  return { policy: (packId) => resolve(packId, []) };
}

type Writable = { [Area in keyof Policy]: Record<string, unknown> };

const structuredCopy = (policy: Policy): Writable => ({
  access: { ...policy.access },
  members: { ...policy.members },
  documents: { ...policy.documents },
  claims: { ...policy.claims },
  authorizations: { ...policy.authorizations },
  messages: { ...policy.messages },
});
