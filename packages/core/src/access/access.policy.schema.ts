import * as z from 'zod/mini';

const whole = (min: number, max: number) => z.int().check(z.minimum(min), z.maximum(max));

/** One schema for each key of this area, with the bounds that no installation may leave. */
export const accessPolicyKeys = {
  'access.maxAttempts': whole(1, 100),
  'access.lockMinutes': z.nullable(whole(1, 10_080)),
  'access.recovery': z.array(z.enum(['email-link', 'recovery-code', 'secret-question'])),
  'access.recoveryLinkMinutes': whole(1, 10),
  'access.recoveryMailsPerHour': whole(1, 100),
  'access.minPasswordLength': whole(8, 64),
  'access.maxPasswordLength': whole(64, 1_024),
  'access.registration': z.boolean(),
  'access.registrationFields': z.array(z.enum(['providerName', 'phone'])),
  'access.registrationRoles': z.array(z.enum(['clerk', 'claims-center'])).check(z.minLength(1)),
  'access.registrationsPerHour': whole(1, 10_000),
  'access.sessionIdleMinutes': whole(1, 720),
  'access.sessionMaxMinutes': whole(5, 1_440),
  'access.sessionWarningSeconds': whole(20, 600),
};
