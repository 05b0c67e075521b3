import { createPortal } from '@portico/elements';
import '@portico/elements/define/sign-in';

/** A host's own backend as it stands before anybody has signed in: no session yet, and it answers at once. */
const backend = {
  capabilities: {
    ...{ contractVersion: 1, idempotency: 'effect-once', changes: 'refresh', enforcement: 'server' },
    access: { recovery: ['email-link'] },
  },
  policies: { for: async () => ({ version: 1, policy: { access: { maxAttempts: 4, recovery: ['email-link'] } } }) },
  changes: { subscribe: () => () => undefined },
  access: {
    session: async () => null,
    signIn: async (credentials) => {
      bench.submitted(credentials);
      return { status: 'wrong-credentials', attemptsLeft: 3 };
    },
    signOut: async () => undefined,
  },
};

const form = document.createElement('sign-in');
form.portal = createPortal({ backend });
document.body.append(form);
