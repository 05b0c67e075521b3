import * as z from 'zod/mini';
import { urgencySchema } from './authorization.schema.ts';

/** What a clerk filters the worklist by. `mine` waits for the own side, `open` for anybody, `settled` for nobody; who wants all asks for all (N26). */
export const worklistFormSchema = z.strictObject({
  scope: z.enum(['mine', 'open', 'settled']),
  payerId: z.nullable(z.string().check(z.maxLength(256))),
  urgency: z.nullable(urgencySchema),
  /** As typed. */
  number: z.string().check(z.maxLength(256)),
});

/** A filter kept under a name by one person. */
export const savedFilterSchema = z.strictObject({
  id: z.string(),
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  form: worklistFormSchema,
});

/** All filters that one person keeps. */
export const savedFiltersSchema = z.strictObject({ filters: z.readonly(z.array(savedFilterSchema)) });

export type WorklistForm = z.infer<typeof worklistFormSchema>;
export type SavedFilter = z.infer<typeof savedFilterSchema>;
