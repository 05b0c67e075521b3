import type { DemoMail } from '@portico/core/portal';
import type { BackOfficeStore } from './collections.ts';
import type { Mailer } from './office.ts';

/** A mailer that sends nothing: its mails lie in the store, to be shown as "mail that would have been sent". */
export function createDemoMailbox(store: BackOfficeStore): Mailer & { mails(): Promise<readonly DemoMail[]> } {
  return {
    send: (mail) => store.transaction('write', (tx) => tx.put('mails', { id: mail.id, version: 1, mail })),
    async mails() {
      const all = await store.transaction('read', (tx) => tx.query('mails', {}));
      return all.map(({ mail }) => mail).sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
    },
  };
}
