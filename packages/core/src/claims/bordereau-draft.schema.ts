import * as z from 'zod/mini';
import { plainDateSchema } from '../kernel/kernel.schema.ts';
import { caseCriteriaSchema } from './claim-query.schema.ts';

/** A batch that was being issued: after a reload it is asked for again with its own command id, and is the same batch. */
export const bordereauRequestSchema = z.strictObject({
  providerId: z.string().check(z.minLength(1), z.maxLength(256)),
  payerId: z.string().check(z.minLength(1), z.maxLength(256)),
  period: z.strictObject({ from: plainDateSchema, to: plainDateSchema }),
  criteria: caseCriteriaSchema,
});
