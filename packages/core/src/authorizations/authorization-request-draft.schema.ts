import * as z from 'zod/mini';
import { codedTextSchema, partySchema } from '../claims/case.schema.ts';
import { documentPurposeSchema, documentTypeSchema, newNoteSchema } from '../documents/document.schema.ts';
import { plainDateSchema } from '../kernel/kernel.schema.ts';
import { authorizationKindSchema, authorizationRequestSchema, urgencySchema } from './authorization.schema.ts';

/** A physician in no list, as typed (N18): the kind of licence is data, never a letter in code. */
const unlistedPhysicianFormSchema = z.strictObject({
  type: z.enum(['lop', 'dha', 'doh', 'moh', 'npi', 'other']),
  number: z.string(),
  name: z.string(),
});

/** Who the request is for, as typed or as taken over from an eligibility check. */
const memberFormSchema = z.strictObject({
  id: z.nullable(z.string()),
  name: z.string(),
  number: z.string(),
  birthDate: z.nullable(plainDateSchema),
});

/** A service line as typed; `service: null` is one that is in no list (N20). */
const itemFormSchema = z.strictObject({
  sequence: z.int(),
  service: z.nullable(codedTextSchema),
  name: z.string(),
  estimate: z.string(),
  quantity: z.string(),
  amount: z.string(),
  from: z.string(),
  to: z.string(),
});

/** The form as a person fills it in: dates and amounts as typed. */
export const requestFormSchema = z.strictObject({
  kind: authorizationKindSchema,
  urgency: urgencySchema,
  payerId: z.string(),
  providerId: z.string(),
  physician: z.nullable(partySchema),
  /** Null unless the physician is in no list. */
  unlistedPhysician: z.nullable(unlistedPhysicianFormSchema),
  member: memberFormSchema,
  serviceFrom: z.string(),
  serviceTo: z.string(),
  currency: z.string(),
  /** `exact`: the words where the code is only the nearest one (N19); null where the code says it. */
  diagnoses: z.readonly(z.array(z.strictObject({ coded: codedTextSchema, exact: z.nullable(z.string()) }))),
  items: z.readonly(z.array(itemFormSchema)),
  /** The number of the next line: one that was used is never given again. */
  nextSequence: z.int(),
  note: z.string(),
});

/** Of a file what can be kept without its bytes. */
const fileSchema = z.strictObject({
  ...{ id: z.string(), name: z.string(), type: documentTypeSchema, purpose: documentPurposeSchema },
  /** In bytes. */
  size: z.number(),
  itemSequence: z.nullable(z.int()),
});

const writtenSchema = z.strictObject({ form: requestFormSchema, files: z.readonly(z.array(fileSchema)) });

/** A request that is being written, on its way, or sent with documents still to follow. */
export const requestDraftSchema = z.extend(writtenSchema, {
  /** What was put aside last, so that it can come back. */
  aside: z.nullable(writtenSchema),
  /** The very request that was on its way when the page went. */
  request: z.nullable(authorizationRequestSchema),
  /** What came of it: then only documents are left to send. */
  sent: z.nullable(z.strictObject({ id: z.string(), reference: z.string(), payerId: z.string() })),
  /** The note with documents that was on its way. */
  note: z.nullable(newNoteSchema),
  /** Documents that are with the request. */
  posted: z.int(),
});

export type RequestForm = z.infer<typeof requestFormSchema>;
export type ItemForm = z.infer<typeof itemFormSchema>;
export type UnlistedPhysicianForm = z.infer<typeof unlistedPhysicianFormSchema>;
export type RequestDraft = z.infer<typeof requestDraftSchema>;
