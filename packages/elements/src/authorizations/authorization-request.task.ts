import type { CaseCriteria, Party } from '@portico/core/claims';
import {
  authorizationRequestMachine,
  authorizationRequestPlace,
  authorizationRequestView,
  type AuthorizationRequestEvent,
  type AuthorizationRequestInput,
  type AuthorizationRequestView,
  type GivenMember,
  type RequestPlace,
} from '@portico/core/authorizations/authorization-request';
import { actorTask } from '../kit/run-actor.ts';
import type { Run, Stage, TaskHost } from '../kit/task-controller.ts';
import type { Portal } from '../portal/portal.ts';
import { todayOf } from '../portal/today.ts';

/** An element that asks for an authorization. */
export interface RequestHost extends TaskHost {
  readonly payerId: string | undefined;
  readonly member: GivenMember | null;
  readonly supersedes: string | undefined;
  /** Bytes of a file that have arrived. */
  readonly progress: (id: string, received: number) => void;
}

/** So many payers are offered. */
const most = 500;

/** Starts a request. */
export const startAuthorizationRequest: (stage: Stage<AuthorizationRequestView>) => Run<AuthorizationRequestEvent> = actorTask({
  name: 'authorization-request',
  machine: authorizationRequestMachine,
  view: authorizationRequestView,
  place: authorizationRequestPlace,
  input: (portal, { host }, place): AuthorizationRequestInput => {
    const { backend, policyFor, outbox, ids, drafts, clock } = portal;
    const { payerId, member, supersedes, progress, id } = host as RequestHost;
    const { authorizations, documents, directory, members, capabilities } = backend;
    return {
      authorizations: authorizations as AuthorizationRequestInput['authorizations'],
      documents:
        documents?.upload && documents.post && portal.can('documents.post').allow
          ? (documents as NonNullable<AuthorizationRequestInput['documents']>)
          : null,
      members:
        members && portal.can('members.read').allow
          ? {
              eligibility: (query, about, options) => members.eligibility(query, about, options),
              by: capabilities.members?.by ?? ['card', 'member-number'],
            }
          : null,
      payers: async (signal) => (await directory?.payers?.({ limit: most, signal }))?.rows ?? [],
      providers: (signal) => providersOf(portal, signal),
      rules: async (payer) => {
        const { authorizations: own, documents: limits, claims, members: asked } = await policyFor({ payerId: payer });
        return { authorizations: own, documents: limits, members: asked, currencies: claims.currencies };
      },
      submit: outbox.submit,
      underWay: (commandId, tell) =>
        outbox.subscribe(() => {
          const state = outbox.pending().find((one) => one.commandId === commandId)?.state;
          if (state) tell(state === 'waiting' ? 'waiting' : 'sending');
        }),
      mayRepeat: backend.capabilities.idempotency !== 'ask-before-retry',
      ...{ ids, drafts, clock, progress },
      // Over plain http a browser has no such thing; the backend hashes anyway.
      digest: globalThis.crypto?.subtle ? (bytes) => crypto.subtle.digest('SHA-256', bytes) : null,
      taskId: `authorization-request:${supersedes || id || 'main'}`,
      today: () => todayOf(portal),
      locale: () => host.locale,
      payerId: payerId || null,
      member,
      supersedes: supersedes || null,
      place: place as RequestPlace | undefined,
    };
  },
});

const anything: CaseCriteria = {
  ...{ dateMode: 'service', from: null, to: null, kinds: [], decisions: [], notUsedOnly: false, memberName: '', memberNumber: '' },
  ...{ payerId: null, providerId: null, physician: '', identifier: '', amount: null },
};

/** For whom this person may ask: the own providers, called as their newest case calls them. Where nobody says which, those of the newest cases. */
async function providersOf({ backend, subject }: Portal, signal: AbortSignal): Promise<readonly Party[]> {
  const ids = subject()?.providerIds;
  const newest = async (providerId: string | null, limit: number): Promise<readonly Party[]> => {
    const found = await backend.claims?.search({ ...anything, providerId }, { limit, signal });
    return (found?.rows ?? []).map((row) => ({ id: row.providerId, name: row.providerName, identifiers: [] }));
  };
  if (!ids) return [...new Map((await newest(null, 100)).map((one) => [one.id, one])).values()];
  return Promise.all(ids.map(async (id) => (await newest(id, 1))[0] ?? { id, name: id, identifiers: [] }));
}
