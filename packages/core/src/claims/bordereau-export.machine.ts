import { assign, fromPromise } from 'xstate';
import { callPort, setup, toPortError, type CommandAnswer } from '../kernel/index.ts';
import {
  asked,
  begin,
  chosen,
  counted,
  frozenRows,
  issue,
  issued,
  looked,
  opened,
  requestOf,
  respoken,
  typed,
  unfinished,
} from './bordereau-export.steps.ts';
import type {
  BordereauExportContext,
  BordereauExportEvent,
  BordereauExportInput,
  RowsCounted,
  WriteInput,
} from './bordereau-export.task.ts';
import type { Bordereau } from './bordereau.ts';
import { bordereauColumns } from './bordereau.rules.ts';
import type { CaseBreakdown } from './case-breakdown.ts';
import type { BordereauRefusal, BordereauRequest } from './claims.port.ts';

type Unfinished = { readonly request: BordereauRequest; readonly commandId: string };

/** A bordereau (N22): parties and period chosen, the batch issued once, then written as often as wanted. */
export const bordereauExportMachine = setup({
  types: {} as { context: BordereauExportContext; events: BordereauExportEvent | RowsCounted; input: BordereauExportInput },
  actors: {
    resume: fromPromise<Unfinished | null, BordereauExportInput>(({ input, signal }) =>
      callPort(() => unfinished(input), { clock: input.clock, signal }),
    ),
    count: fromPromise<CaseBreakdown, BordereauExportContext>(({ input: { ports, criteria }, signal }) =>
      callPort((limited) => ports.claims.breakdown(criteria!, { signal: limited }), { clock: ports.clock, signal }),
    ),
    issue: fromPromise<CommandAnswer<Bordereau, BordereauRefusal>, BordereauExportContext>(({ input }) => issue(input)),
    writeFile: fromPromise<void, WriteInput>(() =>
      Promise.reject(new Error('[portico/bordereau-export] nobody writes the file: provide the actor "writeFile"')),
    ),
  },
  guards: {
    hasCriteria: ({ context }) => context.criteria !== null,
    isComplete: ({ context }) => requestOf(context) !== null,
    wasCounting: ({ context }) => context.step === 'counting',
    wasIssuing: ({ context }) => context.step === 'issuing',
  },
  actions: {
    open: assign(({ event }) => (event.type === 'export.opened' ? opened(event.criteria) : {})),
    ask: assign(({ context }) => asked(context)),
  },
}).createMachine({
  id: 'bordereau-export',
  context: ({ input }) => begin(input),
  initial: 'resuming',
  on: { 'language.changed': { actions: assign(({ context, event }) => respoken(context, event.before)) } },
  states: {
    resuming: {
      invoke: {
        src: 'resume',
        input: ({ context }) => context.ports,
        onDone: [
          { guard: ({ event }) => event.output !== null, target: 'issuing', actions: assign(({ event }) => event.output ?? {}) },
          { target: 'deciding' },
        ],
        onError: 'deciding',
      },
      on: { 'export.opened': { actions: 'open' } },
    },
    deciding: {
      always: [
        { guard: 'hasCriteria', target: 'counting', actions: assign(({ context }) => opened(context.criteria!)) },
        { target: 'idle' },
      ],
    },
    idle: { on: { 'export.opened': { target: 'counting', actions: 'open' } } },
    counting: {
      entry: assign({ step: 'counting' }),
      invoke: {
        src: 'count',
        input: ({ context }) => context,
        onDone: [
          { guard: ({ event }) => event.output.payers.length === 0, target: 'empty' },
          { target: 'choosing', actions: assign(({ event }) => counted(event.output)) },
        ],
        onError: { target: 'failed', actions: assign(({ event }) => ({ code: toPortError(event.error).code })) },
      },
      on: { 'export.opened': { target: 'counting', reenter: true, actions: 'open' }, 'export.closed': 'idle' },
    },
    empty: { on: { 'export.opened': { target: 'counting', actions: 'open' }, 'export.closed': 'idle' } },
    choosing: {
      on: {
        'party.chosen': { actions: assign(({ context, event }) => chosen(context, event)) },
        'period.changed': { actions: assign(({ context, event }) => ({ ...typed(context, event.changes), refusal: null })) },
        'field.left': { actions: assign(({ context, event }) => looked(context, event.field)) },
        'issue.requested': [{ guard: 'isComplete', target: 'issuing', actions: 'ask' }, { actions: 'ask' }],
        'export.opened': { target: 'counting', actions: 'open' },
        'export.closed': 'idle',
      },
    },
    // Nothing here can be cancelled: the command is on its way, and what it asks for may be done already.
    issuing: {
      entry: assign({ step: 'issuing' }),
      invoke: {
        src: 'issue',
        input: ({ context }) => context,
        onDone: [
          {
            guard: ({ event }) => event.output.status === 'accepted',
            target: 'issued',
            actions: assign(({ context, event: { output } }) => (output.status === 'accepted' ? issued(context, output.value) : {})),
          },
          {
            guard: ({ event }) => event.output.status === 'refused',
            target: 'refused',
            actions: assign(({ event: { output } }) =>
              output.status === 'refused' ? { refusal: output.code, limit: Number(output.detail?.max ?? output.detail?.days ?? 0) } : {},
            ),
          },
          // Nobody knows whether it was done: asking again with the same id answers that.
          { target: 'failed', actions: assign({ code: 'unavailable' }) },
        ],
        onError: { target: 'failed', actions: assign(({ event }) => ({ code: toPortError(event.error).code })) },
      },
    },
    refused: {
      // Back to the choice; a batch resumed after a reload has none, and the query has to be opened again.
      always: { guard: ({ context }) => context.breakdown !== null, target: 'choosing' },
      on: { 'export.opened': { target: 'counting', actions: 'open' }, 'export.closed': 'idle' },
    },
    issued: {
      initial: 'unwritten',
      on: {
        'file.requested': { target: '.writing', actions: assign(({ event }) => ({ format: event.format, rows: 0, code: null })) },
        'export.opened': { target: 'counting', actions: 'open' },
        'export.closed': 'idle',
      },
      states: {
        unwritten: {},
        writing: {
          entry: assign({ step: 'writing' }),
          invoke: {
            src: 'writeFile',
            input: ({ context, self }) => ({
              format: context.format,
              bordereau: context.bordereau!,
              columns: bordereauColumns(context.ports.hidden),
              rows: (signal) => frozenRows(context, signal, (event) => self.send(event)),
            }),
            onDone: 'done',
            onError: { target: '#bordereau-export.failed', actions: assign(({ event }) => ({ code: toPortError(event.error).code })) },
          },
          on: {
            'rows.counted': { actions: assign(({ event }) => ({ rows: event.rows })) },
            'file.cancelled': 'unwritten',
            // One file at a time.
            'file.requested': {},
          },
        },
        done: {},
      },
    },
    failed: {
      on: {
        'export.retried': [
          { guard: 'wasCounting', target: 'counting' },
          { guard: 'wasIssuing', target: 'issuing' },
          { target: 'issued.writing', actions: assign({ rows: 0 }) },
        ],
        'export.opened': { target: 'counting', actions: 'open' },
        'export.closed': 'idle',
      },
    },
  },
});
