import type { ClaimQueryInput } from '@portico/core/claims';
import type { TaskHost } from '../kit/task-controller.ts';
import type { Portal } from '../portal/portal.ts';
import { todayOf } from '../portal/today.ts';

/** Names the task of an element: the key of its draft. */
export const claimQueryTaskId = (host: Pick<TaskHost, 'id'>): string => `claim-query:${host.id || 'main'}`;

/** What the task gets of an element and its portal: also what the first view is made from, before the task is there. */
export function claimQueryInput(portal: Portal, host: TaskHost, place?: unknown): ClaimQueryInput {
  const { backend, clock, drafts } = portal;
  const permission = portal.can('claims.search');
  return {
    claims: backend.claims!,
    capabilities: backend.capabilities.claims,
    hidden: permission.allow ? permission.hidden : [],
    policy: async () => (await portal.policyFor('portal')).claims,
    drafts,
    taskId: claimQueryTaskId(host),
    place: place as ClaimQueryInput['place'],
    clock,
    today: () => todayOf(portal),
    locale: () => host.locale,
  };
}
