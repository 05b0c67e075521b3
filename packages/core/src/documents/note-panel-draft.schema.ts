import * as z from 'zod/mini';
import { documentPurposeSchema, documentTypeSchema, newNoteSchema } from './document.schema.ts';

/** A note that is being written: its text, and of each file what can be kept without its bytes. */
export const noteDraftSchema = z.strictObject({
  text: z.string(),
  files: z.readonly(
    z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        /** In bytes. */
        size: z.number(),
        type: documentTypeSchema,
        purpose: documentPurposeSchema,
        itemSequence: z.nullable(z.int()),
      }),
    ),
  ),
  /** The very note that was on its way when the page went. */
  note: z.nullable(newNoteSchema),
});

export type NoteDraft = z.infer<typeof noteDraftSchema>;
