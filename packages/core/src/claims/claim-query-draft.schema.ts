import * as z from 'zod/mini';
import { caseDecisionSchema, caseKindSchema } from './case.schema.ts';
import { caseCriteriaSchema, caseSortSchema } from './claim-query.schema.ts';

const typed = z.string().check(z.maxLength(256));

/** The form as it was left, half-typed or not. */
const formSchema = z.strictObject({
  section: z.enum(['basic', 'advanced']),
  dateMode: z.enum(['service', 'payment']),
  from: typed,
  to: typed,
  kinds: z.readonly(z.array(caseKindSchema)),
  decisions: z.readonly(z.array(caseDecisionSchema)),
  notUsedOnly: z.boolean(),
  memberName: typed,
  memberNumber: typed,
  payerId: z.nullable(typed),
  providerId: z.nullable(typed),
  physician: typed,
  identifier: typed,
  currency: typed,
  amountFrom: typed,
  amountTo: typed,
});

/** Where a person was in a result: the row that had the focus, and the first row in view. */
const placeSchema = z.strictObject({ activeId: z.nullable(z.string()), offset: z.int().check(z.nonnegative()) });

/** What was executed, with the way to the page that was shown. */
const runSchema = z.strictObject({
  criteria: caseCriteriaSchema,
  sort: z.nullable(caseSortSchema),
  pages: z.readonly(z.array(z.strictObject({ cursor: z.string(), before: z.int().check(z.nonnegative()) }))),
});

/** What is kept of Claims Query so that a reload shows the same. Strict: what an older build kept otherwise is offered as text. */
export const claimQueryDraftSchema = z.strictObject({
  form: formSchema,
  run: z.nullable(runSchema),
  place: placeSchema,
  isStale: z.exactOptional(z.boolean()),
});

export type ClaimQueryDraft = z.infer<typeof claimQueryDraftSchema>;
