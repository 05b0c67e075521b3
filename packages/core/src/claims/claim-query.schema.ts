import * as z from 'zod/mini';
import { plainDateSchema } from '../kernel/kernel.schema.ts';
import { caseDecisionSchema, caseKindSchema } from './case.schema.ts';

/** What Claims Query asks for (N21, N23, N24). Dates are inclusive on both ends; an empty list or text means "any". */
export const caseCriteriaSchema = z.strictObject({
  dateMode: z.enum(['service', 'payment']),
  from: z.nullable(plainDateSchema),
  to: z.nullable(plainDateSchema),
  kinds: z.readonly(z.array(caseKindSchema)),
  decisions: z.readonly(z.array(caseDecisionSchema)),
  /** True: only voided authorizations ("not used", N29). */
  notUsedOnly: z.boolean(),
  memberName: z.string().check(z.maxLength(256)),
  memberNumber: z.string().check(z.maxLength(256)),
  payerId: z.nullable(z.string().check(z.maxLength(256))),
  providerId: z.nullable(z.string().check(z.maxLength(256))),
  physician: z.string().check(z.maxLength(256)),
  /** Any number of the case, old or new, matched from its beginning. */
  identifier: z.string().check(z.maxLength(256)),
  /** Billed amount in minor units of `currency`, both ends inclusive. */
  amount: z.nullable(z.strictObject({ currency: z.string().check(z.length(3)), from: z.nullable(z.int()), to: z.nullable(z.int()) })),
});

/** A column to sort by, and which way. Ties are broken by id, so that paging never repeats or skips a row. */
export const caseSortSchema = z.strictObject({
  key: z.enum(['serviceDate', 'paymentDate', 'memberName', 'payerName', 'billed', 'paid']),
  direction: z.enum(['ascending', 'descending']),
});

/** A query kept under a name by one person. */
export const savedQuerySchema = z.strictObject({
  id: z.string(),
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  criteria: caseCriteriaSchema,
  sort: z.nullable(caseSortSchema),
});

export type CaseCriteria = z.infer<typeof caseCriteriaSchema>;
export type CaseSort = z.infer<typeof caseSortSchema>;
/** What a column that can be sorted by is called. */
export type CaseSortKey = CaseSort['key'];
export type SavedQuery = z.infer<typeof savedQuerySchema>;
