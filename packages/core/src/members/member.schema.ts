import * as z from 'zod/mini';
import { plainDateSchema } from '../kernel/kernel.schema.ts';

/** How a member is looked up (N9, N10, M2): by one number, or by name and birth date. */
export const memberQuerySchema = z.union([
  z.strictObject({ by: z.enum(['card', 'member-number', 'national-id']), value: z.string().check(z.minLength(1), z.maxLength(64)) }),
  z.strictObject({ by: z.literal('name'), name: z.string().check(z.minLength(1), z.maxLength(256)), birthDate: plainDateSchema }),
]);

export type MemberQuery = z.infer<typeof memberQuerySchema>;
