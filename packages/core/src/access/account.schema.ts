import * as z from 'zod/mini';
import { instantSchema } from '../kernel/kernel.schema.ts';

/** The stored life of an account: one enum a region, strict, so that a missing or unknown region is refused before the chart sees it. */
export const accountSchema = z.strictObject({
  lifecycleVersion: z.literal(1),
  value: z.strictObject({
    life: z.enum(['pending-activation', 'active', 'suspended', 'deactivated', 'refused']),
    lock: z.enum(['open', 'locked']),
  }),
  context: z.strictObject({
    failures: z.int().check(z.minimum(0)),
    lockedAt: z.nullable(instantSchema),
    recoveryFailures: z.optional(z.int().check(z.minimum(0))),
  }),
});

/** Life (N8: activated or refused by the helpdesk), and lock (N4) with the failures in a row and the instant of the lock; tries at recovery (N5) that failed, none where it is left out. */
export type Account = z.infer<typeof accountSchema>;
