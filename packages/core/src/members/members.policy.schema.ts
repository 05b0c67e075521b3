import * as z from 'zod/mini';

const whole = (min: number, max: number) => z.int().check(z.minimum(min), z.maximum(max));

/** One schema for each key of this area, with the bounds that no installation may leave. */
export const membersPolicyKeys = {
  'members.maxBulk': whole(1, 1_000),
  'members.asksPerMinute': whole(1, 100_000),
  'members.maxDaysBack': whole(0, 10_000),
  'members.maxDaysAhead': whole(0, 10_000),
};
