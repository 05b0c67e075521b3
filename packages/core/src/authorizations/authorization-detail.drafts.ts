import { callPort, DRAFT_PAUSE } from '../kernel/index.ts';
import type { DetailForm } from './authorization-detail-draft.schema.ts';
import type { AuthorizationDetailMemory } from './authorization-detail.task.ts';

type Memory = AuthorizationDetailMemory;

const taskIdOf = ({ id }: Memory): string => `authorization-detail:${id}`;

/** Something that was begun before a reload, with the id of a command that may have left; null: nothing, or nothing that can be read. */
export async function restore(memory: Memory): Promise<{ readonly form: DetailForm; readonly commandId: string | null } | null> {
  const { drafts, clock } = memory.ports;
  const draft = await callPort(async () => (await drafts?.get(taskIdOf(memory))) ?? null, { clock });
  if (draft === null) return null;
  const { detailFormSchema } = await import('./authorization-detail-draft.schema.ts');
  const { data } = detailFormSchema.safeParse(draft.payload);
  return data ? { form: data, commandId: draft.commandId } : null;
}

/** It comes back where nothing was begun meanwhile. */
export const restored = ({ form }: Memory, draft: Awaited<ReturnType<typeof restore>>): Partial<Memory> =>
  draft === null || form !== null ? {} : { ...draft, notice: 'kept' };

/** Keeps what was typed, a moment after the last key. Rejects with PortError when it could not be kept. */
export async function keepSoon(memory: Memory, signal: AbortSignal): Promise<void> {
  await memory.ports.clock.after(DRAFT_PAUSE, signal);
  await keepNow(memory);
}

/** Keeps it at once: a command that leaves has its id in the draft before. */
export async function keepNow(memory: Memory): Promise<void> {
  const { ports, form, commandId } = memory;
  if (form === null) return forget(memory);
  await callPort(async () => ports.drafts?.put({ taskId: taskIdOf(memory), commandId, payload: form, savedAt: ports.clock.now() }), ports);
}

/** Forgets it; what cannot be forgotten now is found again, which keeps nobody from working. */
export async function forget(memory: Memory): Promise<void> {
  const { drafts, clock } = memory.ports;
  await callPort(async () => drafts?.remove(taskIdOf(memory)), { clock }).catch(() => undefined);
}
