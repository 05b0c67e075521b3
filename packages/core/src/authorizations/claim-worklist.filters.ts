import { callPort } from '../kernel/index.ts';
import { withFilter } from './claim-worklist.rules.ts';
import type { SavedFilter } from './claim-worklist.schema.ts';
import type { ClaimWorklistMemory } from './claim-worklist.task.ts';

/** One list of saved filters a person, whatever page the worklist stands on. */
const TASK = 'claim-worklist-filters';

/** The filters this person keeps. What an older build wrote and this one cannot read is none. */
export async function readFilters(
  { ports: { drafts, clock } }: ClaimWorklistMemory,
  signal?: AbortSignal,
): Promise<readonly SavedFilter[]> {
  const draft = await callPort(() => drafts!.get(TASK), { clock, signal });
  if (draft === null) return [];
  const { savedFiltersSchema } = await import('./claim-worklist.schema.ts');
  return savedFiltersSchema.safeParse(draft.payload).data?.filters ?? [];
}

/** Keeps or removes the filter that is acted on, among those that are there by now: another page may have kept some. */
export async function writeFilters(memory: ClaimWorklistMemory): Promise<readonly SavedFilter[]> {
  const { ports, acting, act } = memory;
  const there = await readFilters(memory);
  const filters = act === 'removed' ? there.filter(({ id }) => id !== acting!.id) : withFilter(there, acting!);
  const draft = { taskId: TASK, commandId: null, payload: { filters }, savedAt: ports.clock.now() };
  await callPort(() => ports.drafts!.put(draft), { clock: ports.clock });
  return filters;
}
