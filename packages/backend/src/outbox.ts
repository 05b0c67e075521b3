import type { Tx } from './collections.ts';
import type { Office, OutgoingMail } from './office.ts';

/** Puts a mail into the outbox, with the effect it belongs to: it leaves only when that was committed. */
export async function post(tx: Tx, mail: OutgoingMail): Promise<void> {
  await tx.put('outbox', { id: mail.id, version: 1, mail }, 0);
}

/** Hands waiting mails to the mailer, one after another. A mail that could not be sent waits for the next call. */
export async function sendWaiting({ store, mailer, changes }: Pick<Office, 'store' | 'mailer' | 'changes'>): Promise<void> {
  if (mailer === null) return;
  for (const { id, mail } of await store.transaction('read', (tx) => tx.query('outbox', {}))) {
    try {
      await mailer.send(mail);
    } catch {
      continue;
    }
    await store.transaction('write', (tx) => tx.delete('outbox', id));
    // Only a demo's mailbox is looked into, and by anybody.
    changes.publish([{ topic: 'mail', id, version: 1, organisationId: null }]);
  }
}
