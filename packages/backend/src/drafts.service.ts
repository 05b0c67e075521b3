import { PortError, type DraftsPort } from '@portico/core/kernel';
import type { Sessions } from './access/sessions.ts';
import type { Tx } from './collections.ts';
import type { Office } from './office.ts';

/** Half-done work, kept for the person and for nobody else. */
export function createDraftsService({ store }: Office, sessions: Sessions): DraftsPort {
  const writing = async (work: (tx: Tx, accountId: string) => Promise<void>): Promise<void> => {
    const key = await sessions.key();
    await store.transaction('write', async (tx) => {
      const asker = await sessions.identify(tx, key);
      if (asker === null) throw new PortError('not-signed-in');
      await sessions.touch(tx, asker);
      await work(tx, asker.subject.accountId);
    });
  };

  return {
    get: (taskId) => sessions.reading(async (tx, { subject }) => (await tx.get('drafts', `${subject.accountId}/${taskId}`))?.draft ?? null),
    put: (draft) =>
      writing(async (tx, accountId) => {
        const id = `${accountId}/${draft.taskId}`;
        const before = await tx.get('drafts', id);
        await tx.put('drafts', { id, version: (before?.version ?? 0) + 1, accountId, draft });
      }),
    remove: (taskId) => writing((tx, accountId) => tx.delete('drafts', `${accountId}/${taskId}`)),
  };
}
