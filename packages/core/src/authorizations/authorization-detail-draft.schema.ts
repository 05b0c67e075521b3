import * as z from 'zod/mini';
import { codedTextSchema } from '../claims/case.schema.ts';

/** A change of one item as it was typed; only what was touched stands here. */
export const itemChangeSchema = z.strictObject({
  sequence: z.int(),
  isCancelled: z.boolean(),
  quantity: z.string(),
  amount: z.string(),
  from: z.string(),
  to: z.string(),
});

/** A service that is added, from the list, with what was typed beside it. It gets its number when it is sent. */
export const addedItemSchema = z.strictObject({ service: codedTextSchema, quantity: z.string(), amount: z.string() });

/** What a person is about to do with an authorization, with every text as it was typed. */
export const detailFormSchema = z.strictObject({
  act: z.enum(['answer-information', 'extend', 'update', 'cancel', 'void']),
  reason: z.string(),
  text: z.string(),
  until: z.string(),
  changes: z.readonly(z.array(itemChangeSchema)),
  added: z.readonly(z.array(addedItemSchema)),
  /** The request that is answered. */
  requestId: z.nullable(z.string()),
  isLast: z.boolean(),
});

export type ItemChange = z.infer<typeof itemChangeSchema>;
export type AddedItem = z.infer<typeof addedItemSchema>;
export type DetailForm = z.infer<typeof detailFormSchema>;
