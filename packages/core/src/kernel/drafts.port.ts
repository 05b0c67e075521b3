import type { Instant } from './calendar-date.ts';

/** Half-done work of one person on one task: kept by the backend, never by the page. */
export interface Draft<Payload = unknown> {
  /** Stable name of the task and its place, e.g. `claim-query:main`. */
  readonly taskId: string;
  readonly commandId: string | null;
  readonly payload: Payload;
  readonly savedAt: Instant;
}

/** Keeps drafts for the person who is signed in. `get` answers null when there is none; `put` replaces; `remove` of a missing one is fine. */
export interface DraftsPort {
  get(taskId: string): Promise<Draft | null>;
  put(draft: Draft): Promise<void>;
  remove(taskId: string): Promise<void>;
}

/** How long typing goes on before it is kept, in milliseconds: shorter than a hand needs from the last key to a reload. */
export const DRAFT_PAUSE = 250;
