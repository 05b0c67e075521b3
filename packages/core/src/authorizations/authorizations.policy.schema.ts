import * as z from 'zod/mini';

const whole = (min: number, max: number) => z.int().check(z.minimum(min), z.maximum(max));

/** One schema for each key of this area, with the bounds that no installation may leave. */
export const authorizationsPolicyKeys = {
  'authorizations.kinds': z.array(z.enum(['request', 'inpatient-notification', 'concurrent-review'])),
  'authorizations.standardDays': z.nullable(whole(1, 366)),
  'authorizations.expeditedHours': z.nullable(whole(1, 8_784)),
  'authorizations.tolls': z.boolean(),
  'authorizations.informationDays': whole(1, 366),
  'authorizations.voidReasons': z
    .array(z.enum(['not-performed', 'patient-cancelled', 'wrong-request', 'replaced', 'other']))
    .check(z.minLength(1)),
  'authorizations.denialReasons': z
    .array(
      z.enum([
        'not-covered',
        'limit-reached',
        'not-medically-necessary',
        'missing-information',
        'not-in-network',
        'not-in-force',
        'duplicate',
        'other',
      ]),
    )
    .check(z.minLength(1)),
  'authorizations.denialNeedsWords': z.boolean(),
  'authorizations.undoSeconds': whole(0, 60),
  'authorizations.recommendsDocuments': z.boolean(),
  'authorizations.unlistedNeedsEstimate': z.boolean(),
  'authorizations.maxItems': whole(1, 1_000),
  'authorizations.duplicateDays': whole(0, 366),
};
