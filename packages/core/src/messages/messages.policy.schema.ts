import * as z from 'zod/mini';

/** One schema for each key of this area, with the bounds that no installation may leave. */
export const messagesPolicyKeys = { 'messages.noticeDays': z.int().check(z.minimum(1), z.maximum(3_660)) };
