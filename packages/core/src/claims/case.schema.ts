import * as z from 'zod/mini';
import { identifierSchema, instantSchema, moneySchema, plainDateSchema } from '../kernel/kernel.schema.ts';

/** A claim or an authorization: Claims Query lists both (N21, domain trap 19). */
export const caseKindSchema = z.enum(['claim', 'authorization']);

/** First axis: the life of the record (FHIR `status`). */
export const caseLifeSchema = z.enum(['active', 'cancelled', 'draft', 'entered-in-error', 'unknown']);

/** Second axis: how far processing got (FHIR `outcome`; `received` is a case with no answer yet). It never says what was decided. */
export const caseProcessingSchema = z.enum(['received', 'queued', 'partial', 'complete', 'error']);

/** Third axis: the business decision, derived from life, processing and items by `decisionOf` alone. */
export const caseDecisionSchema = z.enum([
  'received',
  'in-process',
  'info-requested',
  'pended',
  'approved',
  'partially-approved',
  'modified',
  'denied',
  'paid',
  'partially-paid',
  'rejected',
  'reversed',
  'cancelled',
  'contact-payer',
  'no-action-required',
  'other',
]);

/** Whether an authorization was used; `not-used` is a voided one (N29). Null on claims. */
export const caseUseSchema = z.enum(['unused', 'partly-used', 'used', 'not-used']);

/** What was decided on one item. `other` keeps its raw code beside it. */
export const itemOutcomeSchema = z.enum([
  'undecided',
  'pended',
  'certified',
  'partially-certified',
  'not-certified',
  'modified',
  'cancelled',
  'contact-payer',
  'no-action-required',
  'paid',
  'partially-paid',
  'denied',
  'other',
]);

/** A code with the system it came from and the text that came with it. Licensed code texts are never shipped. */
export const codedTextSchema = z.strictObject({
  code: z.string().check(z.maxLength(256)),
  system: z.nullable(z.string().check(z.maxLength(512))),
  text: z.nullable(z.string().check(z.maxLength(4_000))),
});

/** Somebody named on a case: an organisation, a payer or a physician. `id` is opaque and stable within one backend. */
export const partySchema = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(256)),
  name: z.string().check(z.maxLength(512)),
  identifiers: z.readonly(z.array(identifierSchema)),
});

/** The member as the case names them. */
export const memberSchema = z.strictObject({
  id: z.nullable(z.string().check(z.maxLength(256))),
  name: z.string().check(z.maxLength(512)),
  number: z.nullable(z.string().check(z.maxLength(256))),
  birthDate: z.nullable(plainDateSchema),
});

/** One amount for each purpose; null is "not told", which is not zero. All have the case's currency. */
export const caseAmountsSchema = z.strictObject({
  billed: z.nullable(moneySchema),
  approved: z.nullable(moneySchema),
  patientShare: z.nullable(moneySchema),
  paid: z.nullable(moneySchema),
});

/** A service line. `sequence` is the tracing key: never renumbered, never reused. */
export const caseItemSchema = z.strictObject({
  sequence: z.int(),
  service: z.nullable(codedTextSchema),
  quantity: z.nullable(z.string().check(z.maxLength(64))),
  serviceFrom: z.nullable(plainDateSchema),
  serviceTo: z.nullable(plainDateSchema),
  amounts: caseAmountsSchema,
  outcome: itemOutcomeSchema,
  /** The code as it came (HCR01, adjudication), kept whatever it was. */
  outcomeCode: z.nullable(codedTextSchema),
  reasons: z.readonly(z.array(codedTextSchema)),
});

/** Where a case came from; `original` is the whole source, kept for authorizations. */
export const caseSourceSchema = z.strictObject({
  format: z.enum(['fhir-r4', 'world', 'portal']),
  reference: z.nullable(z.string().check(z.maxLength(1_024))),
  original: z.nullable(z.unknown()),
  /** When the source changed it last; left out where the source does not tell. */
  updatedAt: z.exactOptional(instantSchema),
});

/** A case as a file or a feed tells it, before the back office has taken it in. Strict: an unknown key is refused. */
export const intakeCaseSchema = z.strictObject({
  kind: caseKindSchema,
  identifiers: z.readonly(z.array(identifierSchema)),
  /** Those of `identifiers` that were of what this case replaced: an earlier record under one of them is the same case. */
  former: z.exactOptional(z.readonly(z.array(identifierSchema))),
  payer: partySchema,
  provider: partySchema,
  physician: z.nullable(partySchema),
  member: memberSchema,
  serviceFrom: z.nullable(plainDateSchema),
  serviceTo: z.nullable(plainDateSchema),
  createdAt: z.nullable(instantSchema),
  /** How soon an authorization must be decided; left out where the source does not tell. */
  urgency: z.exactOptional(z.enum(['standard', 'expedited'])),
  paymentDate: z.nullable(plainDateSchema),
  life: caseLifeSchema,
  processing: caseProcessingSchema,
  use: z.nullable(caseUseSchema),
  /** ISO 4217; null when the source names no amount at all. */
  currency: z.nullable(z.string().check(z.length(3))),
  amounts: caseAmountsSchema,
  diagnoses: z.readonly(z.array(codedTextSchema)),
  items: z.readonly(z.array(caseItemSchema)),
  notes: z.readonly(z.array(z.string().check(z.maxLength(20_000)))),
  /** Codes of the source on the case itself that no field above holds, kept as they came. */
  rawCodes: z.readonly(z.array(codedTextSchema)),
  source: caseSourceSchema,
});

/** What starts the window for a modification (N12), best first: a case that does not tell one is counted from the next. */
export const modificationStartSchema = z.enum(['authorization-issued', 'service-day', 'taken-in']);

/** A deadline as it was computed when its start was known: the instant counts, whatever policy says later. */
export const caseDeadlineSchema = z.strictObject({
  start: modificationStartSchema,
  startedAt: instantSchema,
  /** Exclusive: at this very instant it is too late. */
  dueAt: instantSchema,
  /** IANA zone whose days were counted, in which the end is told. */
  zone: z.string(),
});

/** The deadlines of a case; null where the payer offers nothing that could be missed. */
export const caseDeadlinesSchema = z.strictObject({ modification: z.nullable(caseDeadlineSchema) });

/** A case as the back office keeps it. `decision` is an index column, written by `decisionOf` in the same transaction. */
export const caseSchema = z.extend(intakeCaseSchema, {
  id: z.string(),
  version: z.int(),
  lifecycleVersion: z.literal(1),
  organisationId: z.string(),
  decision: caseDecisionSchema,
  takenInAt: instantSchema,
  deadlines: caseDeadlinesSchema,
});

export type CaseKind = z.infer<typeof caseKindSchema>;
export type CaseLife = z.infer<typeof caseLifeSchema>;
export type CaseProcessing = z.infer<typeof caseProcessingSchema>;
export type CaseDecision = z.infer<typeof caseDecisionSchema>;
export type CaseUse = z.infer<typeof caseUseSchema>;
export type ItemOutcome = z.infer<typeof itemOutcomeSchema>;
export type CodedText = z.infer<typeof codedTextSchema>;
export type Party = z.infer<typeof partySchema>;
export type Member = z.infer<typeof memberSchema>;
export type CaseAmounts = z.infer<typeof caseAmountsSchema>;
export type CaseItem = z.infer<typeof caseItemSchema>;
export type CaseSource = z.infer<typeof caseSourceSchema>;
export type ModificationStart = z.infer<typeof modificationStartSchema>;
export type CaseDeadline = z.infer<typeof caseDeadlineSchema>;
export type CaseDeadlines = z.infer<typeof caseDeadlinesSchema>;
export type IntakeCase = z.infer<typeof intakeCaseSchema>;
/** A claim or an authorization with all that the backend keeps of it. */
export type Case = z.infer<typeof caseSchema>;
