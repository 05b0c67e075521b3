import { claimQueryDraftSchema, type ClaimQueryDraft } from './claim-query-draft.schema.ts';

/** A draft as it was found: none, good, or not readable any more and then offered as text. */
export interface FoundDraft {
  readonly draft: ClaimQueryDraft | null;
  readonly unread: string | null;
}

/** Reads what was kept, maybe by an older build. Loaded only when there is something to read. */
export function readDraft(payload: unknown): FoundDraft {
  const parsed = claimQueryDraftSchema.safeParse(payload);
  return parsed.success ? { draft: parsed.data, unread: null } : { draft: null, unread: textOf(payload) };
}

/** Every text in something, one a line: what a person typed is not lost because a build cannot place it. */
function textOf(payload: unknown): string | null {
  if (typeof payload === 'string') return payload || null;
  if (typeof payload !== 'object' || payload === null) return null;
  return Object.values(payload).map(textOf).filter(Boolean).join('\n') || null;
}
