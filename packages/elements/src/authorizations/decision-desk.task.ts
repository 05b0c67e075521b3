import {
  decisionDeskMachine,
  decisionDeskView,
  type DecisionDeskEvent,
  type DecisionDeskView,
} from '@portico/core/authorizations/decision-desk';
import { actorTask } from '../kit/run-actor.ts';
import type { Run, Stage } from '../kit/task-controller.ts';

/** Starts the payer's desk. */
export const startDecisionDesk: (stage: Stage<DecisionDeskView>) => Run<DecisionDeskEvent> = actorTask({
  name: 'decision-desk',
  machine: decisionDeskMachine,
  view: decisionDeskView,
  input: (portal, { host }) => {
    const { worklist, get, decide, pend, requestInformation, markUsed } = portal.backend.authorizations!;
    return {
      authorizations: {
        ...{ worklist, get, decide: decide! },
        ...(pend && { pend }),
        ...(requestInformation && { requestInformation }),
        ...(markUsed && { markUsed }),
      },
      policy: async (payerId) => {
        const { authorizations, claims } = await portal.policyFor({ payerId });
        return { policy: authorizations, zone: claims.zone };
      },
      ...{ changes: portal.backend.changes, submit: portal.outbox.submit, drafts: portal.drafts, clock: portal.clock },
      taskId: `decision-desk:${host.id || 'main'}`,
      locale: () => host.locale,
    };
  },
});
