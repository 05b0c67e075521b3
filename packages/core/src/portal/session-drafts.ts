import { PortError, toPortError, type Draft, type DraftsPort } from '../kernel/index.ts';
import type { SessionView } from './session.view.ts';

/** The drafts of a portal. */
export interface SessionDrafts extends DraftsPort {
  /** Follows the session: what waits is forgotten with a sign-out, and when somebody else comes. */
  follow(session: SessionView): void;
}

/**
 * The backend's drafts, for the person who was signed in when a task began to ask: a late save must not land with the next one. A session
 * that time has ended takes nothing any more: what was typed last waits in the memory of this page, for the same person alone (T28).
 */
export function sessionDrafts(drafts: DraftsPort, session: () => SessionView): SessionDrafts {
  let owner: string | null = null;
  const waiting = new Map<string, Draft>();

  const bound = async <Value>(ask: () => Promise<Value>): Promise<Value> => {
    const { state, subject } = session();
    if (state !== 'active' && state !== 'hosted') throw new PortError('not-signed-in');
    const value = await ask();
    if (session().subject?.accountId !== subject?.accountId) throw new PortError('not-signed-in');
    return value;
  };
  const wait = (draft: Draft, accountId: string | undefined): void => {
    const { reason } = session();
    if (accountId === undefined || (reason !== 'idle' && reason !== 'expired')) return;
    if (owner !== accountId) waiting.clear();
    owner = accountId;
    waiting.set(draft.taskId, draft);
  };

  return {
    get: (taskId) => bound(async () => waiting.get(taskId) ?? drafts.get(taskId)),
    async put(draft) {
      const accountId = session().subject?.accountId;
      try {
        await bound(() => drafts.put(draft));
        waiting.delete(draft.taskId);
      } catch (error) {
        if (toPortError(error).code === 'not-signed-in') wait(draft, accountId);
        throw error;
      }
    },
    async remove(taskId) {
      await bound(() => drafts.remove(taskId));
      waiting.delete(taskId);
    },
    follow({ subject, reason }) {
      if (reason === 'signed-out' || reason === 'elsewhere' || (subject && subject.accountId !== owner)) waiting.clear();
      // A failure leaves it waiting: whoever asks for it gets it all the same.
      else if (subject) for (const draft of [...waiting.values()]) void this.put(draft).catch(() => undefined);
    },
  };
}
