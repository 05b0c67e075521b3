import * as z from 'zod/mini';
import { codedTextSchema, memberSchema, partySchema } from '../claims/case.schema.ts';
import { identifierSchema, instantSchema, moneySchema, plainDateSchema } from '../kernel/kernel.schema.ts';

/** What is asked for (P5): a service, a stay that has begun, or more days of one. */
export const authorizationKindSchema = z.enum(['request', 'inpatient-notification', 'concurrent-review']);

/** How soon it must be decided. */
export const urgencySchema = z.enum(['standard', 'expedited']);

/** Region **case**: how far the record came. Draft, submitting and unknown are states of the task, not of the record. */
export const caseStageSchema = z.enum(['received', 'pended', 'decided', 'closed', 'superseded']);

/** Region **information**: what the payer still waits for. */
export const informationStageSchema = z.enum(['none', 'requested', 'partial', 'satisfied']);

/** Region **clock**: whether the time for the decision runs. */
export const clockStageSchema = z.enum(['running', 'tolled', 'stopped']);

/** Region **use**: what was done with it; `not-used` is a voided one, for good (N29). */
export const useStageSchema = z.enum(['unused', 'partly-used', 'used', 'not-used']);

/** The value of the chart: one state for each region. */
export const authorizationStateSchema = z.strictObject({
  case: caseStageSchema,
  information: informationStageSchema,
  clock: clockStageSchema,
  use: useStageSchema,
});

/** What was decided on an item (HCR01, `domain.md` 2.3): A1, A2, A3, A4, A6, C, CT, NA; `other` keeps its raw code beside it. */
export const authorizationOutcomeSchema = z.enum([
  'undecided',
  'pended',
  'certified',
  'partially-certified',
  'not-certified',
  'modified',
  'cancelled',
  'contact-payer',
  'no-action-required',
  'other',
]);

/** What was authorized for an item, which may be another service or less of it (A6, A2). */
export const authorizedSchema = z.strictObject({
  service: z.nullable(codedTextSchema),
  quantity: z.nullable(z.string().check(z.maxLength(64))),
  amount: z.nullable(moneySchema),
  from: z.nullable(plainDateSchema),
  to: z.nullable(plainDateSchema),
  /** The number under which this item is authorized; several on one record are possible. */
  number: z.nullable(z.string().check(z.maxLength(256))),
});

/** A service that is in no list (N20): name and estimated cost, both required. */
export const unlistedServiceSchema = z.strictObject({
  name: z.string().check(z.maxLength(512)),
  estimatedCost: moneySchema,
});

/** A service asked for. `sequence` is never renumbered, reused or dropped over any chain of updates. */
export const authorizationItemSchema = z.strictObject({
  sequence: z.int().check(z.minimum(1)),
  service: z.nullable(codedTextSchema),
  unlisted: z.nullable(unlistedServiceSchema),
  quantity: z.nullable(z.string().check(z.maxLength(64))),
  amount: z.nullable(moneySchema),
  from: z.nullable(plainDateSchema),
  to: z.nullable(plainDateSchema),
  /** `payer`: one that the payer added by itself. */
  origin: z.enum(['provider', 'payer']),
  outcome: authorizationOutcomeSchema,
  /** The code as it came (HCR01), kept whatever it was. */
  outcomeCode: z.nullable(codedTextSchema),
  reasons: z.readonly(z.array(codedTextSchema)),
  authorized: z.nullable(authorizedSchema),
});

/** A diagnosis: the code, and the exact words where the code is only the nearest one (N19), which flags it for the payer. */
export const diagnosisSchema = z.strictObject({
  coded: codedTextSchema,
  exact: z.nullable(z.string().check(z.maxLength(2_000))),
});

/** The payer's word on something that it asks for: it waits for it, it has it, or it does not need it any more. */
const askStateSchema = z.enum(['open', 'answered', 'withdrawn']);

/** What the payer asked the provider for. */
export const informationRequestSchema = z.strictObject({
  id: z.string(),
  askedAt: instantSchema,
  /** Display name. */
  askedBy: z.string(),
  text: z.string().check(z.maxLength(4_000)),
  /** The items it is about; empty for the whole request. */
  items: z.readonly(z.array(z.int())),
  /** Exclusive; null where none was named. */
  dueAt: z.nullable(instantSchema),
  state: z.enum(['open', 'partial', 'answered', 'withdrawn']),
  answers: z.readonly(z.array(z.strictObject({ noteId: z.string(), at: instantSchema, by: z.string() }))),
  /** The payer's newest word on it, of one that came from a feed or a file; left out for one of the desk. */
  told: z.exactOptional(z.strictObject({ at: instantSchema, state: askStateSchema, notificationId: z.string() })),
});

/** The clock of a decision, as it was started; tolled while information is awaited where the policy says so. */
export const decisionClockSchema = z.strictObject({
  startedAt: instantSchema,
  /** Exclusive. */
  dueAt: instantSchema,
  zone: z.string(),
  unit: z.enum(['hours', 'calendar-days']),
  /** Whether it stands still while information is awaited, by the policy of the day it was started. */
  tolls: z.boolean(),
  tolledSince: z.nullable(instantSchema),
  tolledMs: z.int(),
});

/** Why and by whom it was voided (N29, N30). */
export const voidingSchema = z.strictObject({ reason: z.string(), text: z.string(), at: instantSchema, by: z.string() });

/** What a clerk fills in and sends (N15–N20, P2, P5). */
export const authorizationRequestSchema = z.strictObject({
  kind: authorizationKindSchema,
  urgency: urgencySchema,
  payer: partySchema,
  provider: partySchema,
  physician: z.nullable(partySchema),
  /** A physician in no list (N18): licence and name as typed; the helpdesk looks into it. */
  unlistedPhysician: z.nullable(z.strictObject({ identifier: identifierSchema, name: z.string().check(z.maxLength(512)) })),
  member: memberSchema,
  serviceFrom: z.nullable(plainDateSchema),
  serviceTo: z.nullable(plainDateSchema),
  currency: z.string().check(z.length(3)),
  diagnoses: z.readonly(z.array(diagnosisSchema)),
  items: z.readonly(z.array(authorizationItemSchema)),
  /** The record that this one takes the place of, which ends with it; null for none. A denied one is replaced, never updated. */
  supersedes: z.nullable(z.string().check(z.maxLength(256))),
  /** Words to the payer that go with it; documents follow as a note on the case (N15, N16). */
  note: z.string().check(z.maxLength(20_000)),
});

/**
 * An authorization as the back office keeps it: the same id as its case in Claims Query, which is derived from it in the same transaction.
 * Overdue, breached and expired are predicates, never states.
 */
export const authorizationSchema = z.extend(authorizationRequestSchema, {
  id: z.string(),
  version: z.int(),
  lifecycleVersion: z.literal(1),
  organisationId: z.string(),
  state: authorizationStateSchema,
  /** All its numbers, old and new (P3): the first is the one to show. */
  numbers: z.readonly(z.array(identifierSchema)),
  submittedAt: instantSchema,
  submittedBy: z.nullable(z.string()),
  /** When the provider changed or extended it last; answers issued before are about what it was. */
  revisedAt: z.nullable(instantSchema),
  /** Since when the payer holds it up; null once it is decided. */
  pendedAt: z.nullable(instantSchema),
  decidedAt: z.nullable(instantSchema),
  /** Authorized period of the whole; days in the payer's zone. */
  validFrom: z.nullable(plainDateSchema),
  validTo: z.nullable(plainDateSchema),
  clock: z.nullable(decisionClockSchema),
  informationRequests: z.readonly(z.array(informationRequestSchema)),
  /** Payer's notifications that were taken: their ids, when the newest was issued, and which it was where it told every item. */
  notified: z.strictObject({
    ids: z.readonly(z.array(z.string())),
    newest: z.nullable(instantSchema),
    full: z.exactOptional(z.strictObject({ id: z.string(), finality: z.int() })),
  }),
  voiding: z.nullable(voidingSchema),
  cancelledAt: z.nullable(instantSchema),
  /** When the payer sent it back as faulty: rejected, which is not denied. */
  rejectedAt: z.nullable(instantSchema),
  /** When something was billed on it first. */
  usedAt: z.nullable(instantSchema),
  supersededBy: z.nullable(z.string()),
  /** Words of the payer on the whole, of its newest answer: why it was sent back, what goes with the decision. Left out where there are none. */
  payerNotes: z.exactOptional(z.readonly(z.array(z.string().check(z.maxLength(20_000))))),
});

/** What the payer decided on one item; `authorized` where it is not what was asked. An `origin: 'payer'` item has a sequence of its own. */
export const itemDecisionSchema = z.strictObject({
  sequence: z.int(),
  outcome: authorizationOutcomeSchema,
  outcomeCode: z.nullable(codedTextSchema),
  reasons: z.readonly(z.array(codedTextSchema)),
  authorized: z.nullable(authorizedSchema),
});

/** What a payer asks for on the way, as a feed or a file tells it: under one id however often it is told. */
export const payerAskSchema = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(256)),
  askedAt: instantSchema,
  text: z.string().check(z.minLength(1), z.maxLength(4_000)),
  /** Numbers of the items it is about; empty for the whole request. */
  items: z.readonly(z.array(z.int())),
  /** Exclusive where it is an instant; of a day in the payer's zone its end; null where none was named. */
  due: z.nullable(z.union([instantSchema, plainDateSchema])),
  state: askStateSchema,
});

/**
 * An answer of a payer as a feed or a file tells it: the numbers it is about, best first, and what it says. Id-only ones have no items. Added
 * items are numbered anew by the record that takes them.
 */
export const payerAnswerSchema = z.strictObject({
  notificationId: z.string(),
  issuedAt: instantSchema,
  numbers: z.readonly(z.array(identifierSchema)),
  /** The member's number, where it is told: an answer about another member is not about this record, whatever its numbers. */
  member: z.exactOptional(z.nullable(z.string().check(z.maxLength(256)))),
  stage: z.enum(['received', 'pended', 'decided', 'cancelled', 'error']),
  items: z.readonly(z.array(itemDecisionSchema)),
  /** What is said of the request as a whole: it counts for every item that nothing else is said of. */
  whole: z.exactOptional(z.omit(itemDecisionSchema, { sequence: true })),
  added: z.readonly(z.array(authorizationItemSchema)),
  validFrom: z.nullable(plainDateSchema),
  validTo: z.nullable(plainDateSchema),
  /** Words that go with it, such as why it was sent back. */
  notes: z.exactOptional(z.readonly(z.array(z.string().check(z.maxLength(20_000))))),
  /** One thing that the payer asks for, or its newest word on it. It comes by itself, and decides nothing. */
  ask: z.exactOptional(payerAskSchema),
});

export type AuthorizationKind = z.infer<typeof authorizationKindSchema>;
export type Urgency = z.infer<typeof urgencySchema>;
export type AuthorizationState = z.infer<typeof authorizationStateSchema>;
export type AuthorizationOutcome = z.infer<typeof authorizationOutcomeSchema>;
export type Authorized = z.infer<typeof authorizedSchema>;
export type AuthorizationItem = z.infer<typeof authorizationItemSchema>;
export type Diagnosis = z.infer<typeof diagnosisSchema>;
export type InformationRequest = z.infer<typeof informationRequestSchema>;
export type DecisionClock = z.infer<typeof decisionClockSchema>;
export type Voiding = z.infer<typeof voidingSchema>;
export type AuthorizationRequest = z.infer<typeof authorizationRequestSchema>;
export type Authorization = z.infer<typeof authorizationSchema>;
export type ItemDecision = z.infer<typeof itemDecisionSchema>;
export type PayerAsk = z.infer<typeof payerAskSchema>;
export type PayerAnswer = z.infer<typeof payerAnswerSchema>;
