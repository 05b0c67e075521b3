import {
  bordereauExportMachine,
  bordereauExportView,
  type BordereauExportEvent,
  type BordereauExportView,
  type WriteInput,
} from '@portico/core/claims/bordereau-export';
import type { CaseCriteria } from '@portico/core/claims';
import { fromPromise } from 'xstate';
import { actorTask } from '../kit/run-actor.ts';
import type { Run, Stage, TaskHost } from '../kit/task-controller.ts';
import { todayOf } from '../portal/today.ts';
import { writeBordereau, type BordereauWriting } from './bordereau-file.ts';

/** An element that a bordereau is exported from. */
export interface BordereauHost extends TaskHost {
  /** The query whose result is exported; null: none yet. */
  readonly criteria: CaseCriteria | null;
  /** In which language the file is written, asked when it is. */
  readonly writing: BordereauWriting;
}

/** Starts the export of a bordereau. */
export const startBordereauExport: (stage: Stage<BordereauExportView>) => Run<BordereauExportEvent> = actorTask({
  name: 'bordereau-export',
  machine: bordereauExportMachine,
  view: bordereauExportView,
  provide: (machine, stage) =>
    machine.provide({
      actors: {
        writeFile: fromPromise<void, WriteInput>(({ input, signal }) =>
          writeBordereau(input, (stage.host as BordereauHost).writing, signal),
        ),
      },
    }),
  input: (portal, { host }) => {
    const { breakdown, issueBordereau, bordereauRows } = portal.backend.claims!;
    const permission = portal.can('claims.issue-bordereau');
    return {
      claims: { breakdown: breakdown!, issueBordereau: issueBordereau!, bordereauRows: bordereauRows! },
      submit: portal.outbox.submit,
      ids: portal.ids,
      drafts: portal.drafts,
      taskId: `bordereau-export:${host.id || 'main'}`,
      clock: portal.clock,
      today: () => todayOf(portal),
      locale: () => host.locale,
      hidden: permission.allow ? permission.hidden : [],
      criteria: (host as BordereauHost).criteria,
    };
  },
});
