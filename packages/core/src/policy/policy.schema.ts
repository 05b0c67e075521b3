import * as z from 'zod/mini';
import type { PolicyCheck } from './policy-book.ts';

const count = (min: number, max: number) => z.int().check(z.minimum(min), z.maximum(max));
const zone = z.string().check(
  z.refine((text) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: text }) !== null;
    } catch {
      return false;
    }
  }, 'an IANA time zone'),
);

/** One schema a key: what an installation's own JSON is checked against when it is loaded. */
export const policyKeys: Readonly<Record<string, z.ZodMiniType>> = {
  'access.maxAttempts': count(1, 100),
  'access.lockMinutes': z.nullable(count(1, 10_080)),
  'access.recovery': z.array(z.enum(['email-link', 'recovery-code', 'secret-question'])),
  'access.recoveryLinkMinutes': count(1, 10),
  'access.minPasswordLength': count(8, 64),
  'access.maxPasswordLength': count(64, 1_024),
  'access.sessionIdleMinutes': count(1, 720),
  'access.sessionMaxMinutes': count(5, 1_440),
  'claims.dateModes': z.array(z.enum(['service', 'payment'])).check(z.minLength(1)),
  'claims.maxSpanDays': count(1, 36_600),
  'claims.pageSize': count(10, 500),
  'claims.maxBordereauRows': count(1, 1_000_000),
  'claims.maxIntakeRecords': count(1, 1_000_000),
  'claims.maxSavedQueries': count(1, 1_000),
  'claims.zone': zone,
};

/** The check that `createPolicyBook` wants: unknown keys and wrong values are refused by name. */
export const checkPolicyKey: PolicyCheck = (key, value) => {
  const schema = Object.hasOwn(policyKeys, key) ? policyKeys[key] : undefined;
  if (!schema) return 'there is no such key';
  const result = schema.safeParse(value);
  return result.success ? null : (result.error.issues[0]?.message ?? 'wrong value');
};
