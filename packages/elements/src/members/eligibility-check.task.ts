import {
  eligibilityCheckMachine,
  eligibilityCheckView,
  type EligibilityCheckEvent,
  type EligibilityCheckView,
} from '@portico/core/members/eligibility-check';
import { actorTask } from '../kit/run-actor.ts';
import type { Run, Stage } from '../kit/task-controller.ts';
import { todayOf } from '../portal/today.ts';

/** So many payers are offered. */
const most = 500;

/** Starts an eligibility check, about one payer where the host chose it. */
export const startEligibilityCheck = (payerId: string | null): ((stage: Stage<EligibilityCheckView>) => Run<EligibilityCheckEvent>) =>
  actorTask({
    name: 'eligibility-check',
    machine: eligibilityCheckMachine,
    view: eligibilityCheckView,
    input: (portal, { host }) => {
      const { members, directory, capabilities } = portal.backend;
      return {
        ...{ members: members!, payerId, capabilities: capabilities.members, clock: portal.clock },
        payers: async (signal) => (await directory?.payers?.({ limit: most, signal }))?.rows ?? [],
        policy: async (id) => (await portal.policyFor({ payerId: id })).members,
        today: () => todayOf(portal),
        locale: () => host.locale,
      };
    },
  });
