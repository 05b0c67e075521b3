import * as z from 'zod/mini';

const whole = (min: number, max: number) => z.int().check(z.minimum(min), z.maximum(max));

const zone = z.string().check(
  z.refine((text) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: text }) !== null;
    } catch {
      return false;
    }
  }, 'an IANA time zone'),
);

/** One schema for each key of this area, with the bounds that no installation may leave. */
export const claimsPolicyKeys = {
  'claims.dateModes': z.array(z.enum(['service', 'payment'])).check(z.minLength(1)),
  'claims.maxSpanDays': whole(1, 36_600),
  'claims.pageSize': whole(10, 500),
  'claims.maxBordereauRows': whole(1, 1_000_000),
  'claims.maxIntakeRecords': whole(1, 1_000_000),
  'claims.maxSavedQueries': whole(1, 1_000),
  'claims.zone': zone,
};
