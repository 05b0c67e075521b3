import * as z from 'zod/mini';
import { documentPurposeSchema, documentTypeSchema, fileKindSchema } from './document.schema.ts';

const whole = (min: number, max: number) => z.int().check(z.minimum(min), z.maximum(max));
const some = <Schema extends z.ZodMiniType>(one: Schema) => z.array(one).check(z.minLength(1));

const GIBIBYTE = 1024 ** 3;

/** One schema for each key of this area, with the bounds that no installation may leave. */
export const documentsPolicyKeys = {
  'documents.maxFileBytes': whole(1, GIBIBYTE),
  'documents.maxFiles': whole(1, 1_000),
  'documents.maxTotalBytes': whole(1, 100 * GIBIBYTE),
  'documents.kinds': some(fileKindSchema),
  'documents.types': some(documentTypeSchema),
  'documents.purposes': some(documentPurposeSchema),
  'documents.maxNoteLength': whole(1, 100_000),
  'documents.undoSeconds': whole(0, 600),
  'documents.orphanHours': whole(1, 24 * 30),
};
