import * as z from 'zod/mini';
import { caseDecisionSchema, codedTextSchema, memberSchema, partySchema } from '../claims/case.schema.ts';
import { identifierSchema, instantSchema, moneySchema, plainDateSchema } from '../kernel/kernel.schema.ts';
import { authorizationKindSchema, authorizationOutcomeSchema, diagnosisSchema, urgencySchema } from './authorization.schema.ts';

/** A service as it stands on a form, asked for or authorized. */
export const formServiceSchema = z.strictObject({
  service: z.nullable(codedTextSchema),
  /** Name of one that is in no list (N20). */
  unlisted: z.nullable(z.string()),
  quantity: z.nullable(z.string()),
  /** By estimate where the service is in no list. */
  amount: z.nullable(moneySchema),
  from: z.nullable(plainDateSchema),
  to: z.nullable(plainDateSchema),
});

/** A line of a form: what was authorized beside what was asked for. */
export const formItemSchema = z.strictObject({
  sequence: z.int(),
  /** Null for one that the payer added by itself. */
  requested: z.nullable(formServiceSchema),
  /** Null where nothing of it is authorized. */
  authorized: z.nullable(formServiceSchema),
  /** The number under which this line is authorized. */
  number: z.nullable(z.string()),
  outcome: authorizationOutcomeSchema,
  /** As it came; what an outcome `other` is told by. */
  outcomeCode: z.nullable(codedTextSchema),
  reasons: z.readonly(z.array(codedTextSchema)),
});

/**
 * The values of an authorization form (N28), frozen when it was made. Days are those of the payer's zone, amounts minor units with their currency.
 */
export const authorizationFormSchema = z.strictObject({
  authorizationId: z.string(),
  /** All its numbers; the first is the one to show. */
  numbers: z.readonly(z.array(identifierSchema)),
  kind: authorizationKindSchema,
  urgency: urgencySchema,
  decision: caseDecisionSchema,
  /** `helpline`: its telephone, null when not known. */
  payer: z.strictObject({ id: z.string(), name: z.string(), helpline: z.nullable(z.string()) }),
  provider: partySchema,
  physician: z.nullable(partySchema),
  member: memberSchema,
  serviceFrom: z.nullable(plainDateSchema),
  serviceTo: z.nullable(plainDateSchema),
  validFrom: z.nullable(plainDateSchema),
  validTo: z.nullable(plainDateSchema),
  diagnoses: z.readonly(z.array(diagnosisSchema)),
  items: z.readonly(z.array(formItemSchema)),
  decidedOn: z.nullable(plainDateSchema),
  issuedAt: instantSchema,
});

export type FormService = z.infer<typeof formServiceSchema>;
export type FormItem = z.infer<typeof formItemSchema>;
export type AuthorizationForm = z.infer<typeof authorizationFormSchema>;
