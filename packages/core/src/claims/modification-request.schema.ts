import * as z from 'zod/mini';
import { instantSchema } from '../kernel/kernel.schema.ts';

/** What is to be modified. */
export const modificationSubjectSchema = z.enum(['member', 'service-dates', 'services', 'diagnoses', 'physician', 'amounts', 'other']);

/** Where a request stands: waiting for the claims center, answered either way, or taken back by who asked. */
export const modificationStateSchema = z.enum(['requested', 'applied', 'refused', 'withdrawn']);

/** Why a request was applied (the first two) or refused; `in-part` and `other` say the rest in words. */
export const modificationReasonSchema = z.enum([
  'as-requested',
  'in-part',
  'documents-missing',
  'not-covered',
  'settled',
  'not-plausible',
  'other',
]);

/** What a person asks for (N11, N13): words, documents of the case, or both. How long and whether at all is a matter of the rules. */
export const modificationAskedSchema = z.strictObject({
  subject: modificationSubjectSchema,
  text: z.string().check(z.maxLength(20_000)),
  documentIds: z.readonly(z.array(z.string().check(z.minLength(1), z.maxLength(256))).check(z.maxLength(100))),
});

/** What the claims center answers, as it is given. */
export const modificationVerdictSchema = z.strictObject({
  outcome: z.enum(['applied', 'refused']),
  reason: modificationReasonSchema,
  text: z.string().check(z.maxLength(20_000)),
});

/** Somebody by name, as others may see them. */
const actorSchema = z.strictObject({ accountId: z.string(), displayName: z.string() });

/** A request to the claims center to modify a case (N11): not an edit, and the case is as it was until the claims center changes it. */
export const modificationRequestSchema = z.strictObject({
  id: z.string(),
  version: z.int(),
  lifecycleVersion: z.literal(1),
  organisationId: z.string(),
  caseId: z.string(),
  providerId: z.string(),
  payerId: z.string(),
  requestedBy: actorSchema,
  requestedAt: instantSchema,
  asked: modificationAskedSchema,
  state: modificationStateSchema,
  /** Null until it is applied or refused. */
  answer: z.nullable(z.extend(modificationVerdictSchema, { at: instantSchema, by: actorSchema })),
});

/** A draft of a request; the text as it was typed. */
export const modificationDraftSchema = z.strictObject({
  subject: z.nullable(modificationSubjectSchema),
  text: z.string(),
  documentIds: z.readonly(z.array(z.string())),
});

/** A draft of an answer, and to which request. */
export const modificationAnswerDraftSchema = z.strictObject({
  id: z.string(),
  outcome: z.enum(['applied', 'refused']),
  reason: z.nullable(modificationReasonSchema),
  text: z.string(),
});

export type ModificationSubject = z.infer<typeof modificationSubjectSchema>;
export type ModificationState = z.infer<typeof modificationStateSchema>;
export type ModificationReason = z.infer<typeof modificationReasonSchema>;
export type ModificationAsked = z.infer<typeof modificationAskedSchema>;
export type ModificationVerdict = z.infer<typeof modificationVerdictSchema>;
export type ModificationRequest = z.infer<typeof modificationRequestSchema>;
export type ModificationDraft = z.infer<typeof modificationDraftSchema>;
export type ModificationAnswerDraft = z.infer<typeof modificationAnswerDraftSchema>;
