import { callPort, DRAFT_PAUSE, type Clock, type DraftsPort } from '../kernel/index.ts';
import type { ModificationAnswerDraft, ModificationDraft } from './modification-request.schema.ts';

/** Where half-written requests and answers are kept. */
export interface DraftPlace {
  /** Null where the backend keeps no drafts. */
  readonly drafts: DraftsPort | null;
  readonly taskId: string;
  readonly clock: Clock;
}

/** A draft as it was found. */
export interface KeptDraft<Payload> {
  readonly payload: Payload;
  /** That of a command which may have left before the page went away. */
  readonly commandId: string | null;
}

/** Keeps what was typed, a moment after the last key. Rejects with PortError when it could not be kept. */
export async function keepSoon<Payload>(place: DraftPlace, draft: KeptDraft<Payload>, signal: AbortSignal): Promise<void> {
  await place.clock.after(DRAFT_PAUSE, signal);
  await keepNow(place, draft);
}

/** Keeps a draft at once. */
export async function keepNow<Payload>({ drafts, taskId, clock }: DraftPlace, { payload, commandId }: KeptDraft<Payload>): Promise<void> {
  await callPort(async () => drafts?.put({ taskId, commandId, payload, savedAt: clock.now() }), { clock });
}

/** Forgets a draft; one that cannot be forgotten now is found again, which keeps nobody from working. */
export async function forgetDraft({ drafts, taskId, clock }: DraftPlace): Promise<void> {
  await callPort(async () => drafts?.remove(taskId), { clock }).catch(() => undefined);
}

/** The draft of a request, or null; what cannot be read is none. */
export const findDraft = (place: DraftPlace): Promise<KeptDraft<ModificationDraft> | null> =>
  find(place, async (payload) => (await import('./modification-request.schema.ts')).modificationDraftSchema.safeParse(payload).data);

/** The draft of an answer, or null. */
export const findAnswerDraft = (place: DraftPlace): Promise<KeptDraft<ModificationAnswerDraft> | null> =>
  find(place, async (payload) => (await import('./modification-request.schema.ts')).modificationAnswerDraftSchema.safeParse(payload).data);

async function find<Payload>(
  { drafts, taskId, clock }: DraftPlace,
  read: (payload: unknown) => Promise<Payload | undefined>,
): Promise<KeptDraft<Payload> | null> {
  const draft = await callPort(async () => (await drafts?.get(taskId)) ?? null, { clock });
  const payload = draft && (await read(draft.payload));
  return draft && payload !== null && payload !== undefined ? { payload, commandId: draft.commandId } : null;
}
