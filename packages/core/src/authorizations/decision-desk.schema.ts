import * as z from 'zod/mini';
import { codedTextSchema } from '../claims/case.schema.ts';

const line = z.string().check(z.maxLength(512));
const words = z.string().check(z.maxLength(4_000));

/** What the desk can say of one item, in the order in which it is offered. */
export const deskOutcomeSchema = z.enum([
  'certified',
  'partially-certified',
  'modified',
  'not-certified',
  'pended',
  'contact-payer',
  'no-action-required',
]);

/** One item as it is being decided, everything as it was typed; `outcome` null: nothing is said of it yet. */
export const deskItemSchema = z.strictObject({
  sequence: z.int(),
  outcome: z.nullable(deskOutcomeSchema),
  /** What is authorized instead (A6), picked from the list; null while nothing is. */
  instead: z.nullable(codedTextSchema),
  /** Whether it is looked for in the list; else it goes by code and name as they are typed. */
  isListed: z.boolean(),
  /** The code as it was typed, or what is being looked for. */
  service: line,
  serviceName: line,
  quantity: line,
  amount: line,
  /** Days of its own; empty: as they were asked for. */
  from: line,
  to: line,
  /** A number of its own; empty: that of the whole. */
  number: line,
  /** One of the payer's own reasons; empty for none. */
  reason: line,
  text: words,
});

/** A decision, a pend or a question that is being written; kept as a draft. */
export const deskFormSchema = z.strictObject({
  id: z.string(),
  act: z.enum(['decide', 'pend', 'ask']),
  items: z.readonly(z.array(deskItemSchema)),
  number: line,
  validFrom: line,
  validTo: line,
  pendText: words,
  askText: words,
  /** The items that a question is about; empty for the whole request. */
  askItems: z.readonly(z.array(z.int())),
  askDue: line,
});

/** Which record was being worked on when the page went away. */
export const deskPlaceSchema = z.strictObject({ id: z.string() });

export type DeskOutcome = z.infer<typeof deskOutcomeSchema>;
export type DeskItem = z.infer<typeof deskItemSchema>;
export type DeskForm = z.infer<typeof deskFormSchema>;
