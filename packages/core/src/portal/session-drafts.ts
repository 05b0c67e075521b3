import { PortError, type DraftsPort } from '../kernel/index.ts';
import type { SessionView } from './session.view.ts';

/** The backend's drafts, for the person who was signed in when a task began to ask: a late save must not land with the next one. */
export function sessionDrafts(drafts: DraftsPort, session: () => SessionView): DraftsPort {
  const bound = async <Value>(ask: () => Promise<Value>): Promise<Value> => {
    const { state, subject } = session();
    if (state !== 'active' && state !== 'hosted') throw new PortError('not-signed-in');
    const value = await ask();
    if (session().subject?.accountId !== subject?.accountId) throw new PortError('not-signed-in');
    return value;
  };
  return {
    get: (taskId) => bound(() => drafts.get(taskId)),
    put: (draft) => bound(() => drafts.put(draft)),
    remove: (taskId) => bound(() => drafts.remove(taskId)),
  };
}
