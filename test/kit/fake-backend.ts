import { accessPolicyDefaults, type AccessPort, type Session } from '@portico/core/access';
import { documentsPolicyDefaults } from '@portico/core/documents';
import { authorizationsPolicyDefaults } from '@portico/core/authorizations';
import { claimsPolicyDefaults } from '@portico/core/claims';
import { membersPolicyDefaults } from '@portico/core/members';
import { messagesPolicyDefaults } from '@portico/core/messages';
import type { Change, Clock } from '@portico/core/kernel';
import type { Policy } from '@portico/core/policy';
import type { Backend } from '@portico/core/portal';

/** The policy that a fake backend tells when it is told of no other. */
export const fakePolicy: Policy = {
  access: accessPolicyDefaults,
  documents: documentsPolicyDefaults,
  claims: claimsPolicyDefaults,
  members: membersPolicyDefaults,
  authorizations: authorizationsPolicyDefaults,
  messages: messagesPolicyDefaults,
};

/** A session of twelve hours of somebody who does not exist. */
export function fakeSession(clock: Clock, sessionId = 'session:1', accountId = 'account:1'): Session {
  const subject = {
    accountId,
    organisationId: 'org:1',
    displayName: 'Nobody',
    roles: ['clerk'],
    providerIds: ['provider:1'],
    payerIds: [],
  } as const;
  return { sessionId, subject, startedAt: clock.now(), endsAt: clock.now() + 12 * 3_600_000 };
}

/** A backend in memory, with what it heard. */
export interface FakeBackend extends Backend {
  readonly heard: string[];
  /** Tells listeners of a change, as if it came from elsewhere. */
  tell(change: Change): void;
}

/** Makes a backend that signs everybody in, has no session at the start, and does what `more` says otherwise. */
export function fakeBackend(clock: Clock, more: Partial<Backend> & { readonly signing?: Partial<AccessPort> } = {}): FakeBackend {
  const heard: string[] = [];
  const listeners = new Map<(change: Change) => void, string>();
  const { signing, ...rest } = more;
  return {
    capabilities: { contractVersion: 1, idempotency: 'stored-answer', changes: 'push', enforcement: 'server' },
    policies: { for: async () => ({ version: 1, policy: fakePolicy }) },
    changes: {
      subscribe: (topic, listener) => {
        listeners.set(listener, topic);
        return () => void listeners.delete(listener);
      },
      announce: ({ topic, id }) => void heard.push(`announce ${topic} ${id}`),
    },
    access: {
      signIn: async () => ({ status: 'signed-in', session: fakeSession(clock) }),
      session: async () => null,
      signOut: async () => void heard.push('signOut'),
      ...signing,
    },
    clock,
    heard,
    tell: (change) => listeners.forEach((topic, listener) => topic === change.topic && listener(change)),
    ...rest,
  };
}
