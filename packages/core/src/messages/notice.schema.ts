import * as z from 'zod/mini';
import { instantSchema } from '../kernel/kernel.schema.ts';

/** What a notice is about; its record is a case: an authorization has the id of its case, a modification is one of a case. */
export const noticeTopicSchema = z.enum(['authorizations', 'modifications']);

/** What the other side did, under its topic; a code that a page does not know is shown as "something changed". */
export const noticeEventSchema = z.enum([
  'submitted',
  'updated',
  'extended',
  'cancelled',
  'voided',
  'superseded',
  'information-sent',
  'pended',
  'information-requested',
  'decided',
  'rejected',
  'late-answer',
  'requested',
  'withdrawn',
  'applied',
  'refused',
]);

/** A notice (E20, E22): what happened to which record. It holds nothing about a person. */
export const noticeSchema = z.strictObject({
  id: z.string(),
  topic: noticeTopicSchema,
  recordId: z.string(),
  event: noticeEventSchema,
  /** The number to show, never a name. */
  reference: z.string().check(z.maxLength(256)),
  at: instantSchema,
  /** When this person read it; null while it is unread. */
  readAt: z.nullable(instantSchema),
});

export type NoticeTopic = z.infer<typeof noticeTopicSchema>;
export type NoticeEvent = z.infer<typeof noticeEventSchema>;
export type Notice = z.infer<typeof noticeSchema>;
