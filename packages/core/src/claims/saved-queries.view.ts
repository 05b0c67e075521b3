import type { SnapshotFrom } from 'xstate';
import type { PortErrorCode } from '../kernel/index.ts';
import type { claimQueryMoreMessages } from './claim-query-more.messages.ts';
import type { SavedQuery } from './claim-query.schema.ts';
import type { savedQueriesMachine } from './saved-queries.machine.ts';

type Key = keyof typeof claimQueryMoreMessages;

/** What is shown of the saved queries. */
export interface SavedQueriesView {
  readonly state: 'loading' | 'ready' | 'failed' | 'saving' | 'removing';
  readonly isBusy: boolean;
  readonly queries: readonly SavedQuery[];
  /** What was done; wants `name` (see `name`). */
  readonly notice: Extract<Key, 'claim-query.savedDone' | 'claim-query.removed'> | null;
  readonly name: string;
  readonly canUndo: boolean;
  /** Why something was not done, or the list could not be had. */
  readonly error: Extract<Key, `claim-query.savedError.${string}`> | null;
  readonly code: PortErrorCode | null;
}

/** What is shown of the saved queries. */
export function savedQueriesView({ value, context }: SnapshotFrom<typeof savedQueriesMachine>): SavedQueriesView {
  const { queries, acting, notice, refusal, code } = context;
  return {
    state: value,
    isBusy: value === 'loading' || value === 'saving' || value === 'removing',
    queries,
    notice: notice === null ? null : notice === 'saved' ? 'claim-query.savedDone' : 'claim-query.removed',
    name: acting?.name ?? '',
    canUndo: notice === 'removed' && value === 'ready',
    code: value === 'failed' ? code : null,
    error: value === 'failed' ? 'claim-query.savedError.failed' : refusal && `claim-query.savedError.${refusal}`,
  };
}
