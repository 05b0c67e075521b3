import {
  authorizationDetailMachine,
  authorizationDetailView,
  type AuthorizationDetailEvent,
  type AuthorizationDetailView,
} from '@portico/core/authorizations/authorization-detail';
import { actorTask } from '../kit/run-actor.ts';
import type { Run, Stage, TaskHost } from '../kit/task-controller.ts';
import { todayOf } from '../portal/today.ts';

/** An element that shows one authorization. */
export interface AuthorizationDetailHost extends TaskHost {
  /** The authorization to show; empty: none. */
  readonly authorizationId: string;
}

/** Starts the reading of one authorization, and what is done with it. */
export const startAuthorizationDetail: (stage: Stage<AuthorizationDetailView>) => Run<AuthorizationDetailEvent> = actorTask({
  name: 'authorization-detail',
  machine: authorizationDetailMachine,
  view: authorizationDetailView,
  input: (portal, { host }) => {
    const { backend, outbox, ids, drafts, clock } = portal;
    return {
      ...{ authorizations: backend.authorizations!, claims: backend.claims ?? null, canPost: !!backend.documents?.post },
      rulesFor: async (payerId: string) => {
        const { authorizations: policy, claims } = await portal.policyFor({ payerId });
        return { policy, zone: claims.zone };
      },
      ...{ changes: backend.changes, submit: outbox.submit, ids, drafts, clock },
      today: () => todayOf(portal),
      locale: () => host.locale,
      id: (host as AuthorizationDetailHost).authorizationId || null,
    };
  },
});
