import * as z from 'zod/mini';
import { isCurrency } from '../kernel/index.ts';
import { plainDateSchema } from '../kernel/kernel.schema.ts';
import { modificationStartSchema } from './case.schema.ts';

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
  'claims.currencies': z.array(z.string().check(z.refine(isCurrency, 'an ISO 4217 currency'))).check(z.minLength(1), z.maxLength(200)),
  'claims.zone': zone,
  'claims.modificationDays': z.nullable(whole(0, 366)),
  'claims.modificationUnit': z.enum(['calendar-days', 'business-days']),
  'claims.modificationStart': modificationStartSchema,
  'claims.businessCalendar': z.strictObject({
    // A week without a business day would never end.
    weekend: z.array(whole(1, 7)).check(z.maxLength(6)),
    holidays: z.array(plainDateSchema).check(z.maxLength(1_000)),
  }),
};
