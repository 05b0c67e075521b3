import { assign, fromCallback, fromPromise, type AnyActorRef, type EventObject, type SnapshotFrom } from 'xstate';
import { DRAFT_PAUSE, callPort, setup, toPortError, type PortErrorCode } from '../kernel/index.ts';
import type { CaseRows, RowsEvent } from './case-rows.ts';
import type { FoundDraft } from './claim-query-draft.ts';
import type { ClaimQueryDraft } from './claim-query-draft.schema.ts';
import { begin } from './claim-query.begin.ts';
import {
  asked,
  changed,
  check,
  cleared,
  draftOf,
  keep,
  looked,
  prepared,
  renewed,
  respoken,
  sorted,
  takenBack,
  turned,
} from './claim-query.steps.ts';
import type { ClaimQueryContext, ClaimQueryEvent, ClaimQueryInput } from './claim-query.task.ts';
import type { ClaimsPolicy } from './claims.policy.ts';
import { searchCases, type QueryResult } from './query-result.ts';

/** Claims Query (N21, N23–N25): a form that is always open, one query under way at most, and a draft that follows. */
export const claimQueryMachine = setup({
  types: {} as { context: ClaimQueryContext; events: ClaimQueryEvent | RowsEvent; input: ClaimQueryInput },
  actors: {
    prepare: fromPromise<FoundDraft & { readonly policy: ClaimsPolicy }, ClaimQueryInput>(async ({ input, signal }) => {
      const { policy, drafts, taskId, clock, place } = input;
      const find = async (): Promise<FoundDraft> => {
        const draft = place ? null : await drafts?.get(taskId);
        return draft ? (await import('./claim-query-draft.ts')).readDraft(draft.payload) : { draft: place ?? null, unread: null };
      };
      const [found, inForce] = await Promise.all([
        // A draft that cannot be had must not keep anybody from working.
        callPort(find, { clock, signal }).catch(() => ({ draft: null, unread: null })),
        callPort(policy, { clock, signal }),
      ]);
      return { policy: inForce, ...found };
    }),
    search: fromPromise<QueryResult, ClaimQueryContext>(({ input, signal }) => {
      const { ports, run, place, policy } = input;
      return searchCases({ ports, run: run!, offset: place.offset, pageSize: policy!.pageSize }, signal);
    }),
    read: fromCallback<EventObject, CaseRows>(({ input, sendBack }) => input.listen(sendBack)),
    pause: fromPromise<void, ClaimQueryInput>(({ input, signal }) => input.clock.after(DRAFT_PAUSE, signal)),
    keep: fromPromise<void, ClaimQueryContext>(({ input, signal }) => callPort(() => keep(input), { clock: input.ports.clock, signal })),
    tidyUp: fromCallback<EventObject, AnyActorRef>(({ input }) => () => {
      // The element is gone: what was typed last is still kept, and the backend need not hold a result that nobody sees.
      const { context } = input.getSnapshot() as { readonly context: ClaimQueryContext };
      context.result?.set?.close();
      if (context.isDirty) keep(context).catch(() => undefined);
    }),
  },
  guards: {
    isRunnable: ({ context }) => check(context)?.errors.length === 0,
    isAsking: ({ context: { run, result } }) => run !== null && run !== result?.run,
    hasRows: ({ context: { result } }) => result !== null && (result.rows.count > 0 || result.next !== null),
    hasResult: ({ context }) => context.result !== null,
    isOffered: ({ context, event }) => event.type === 'sort.changed' && context.offer.sorts.includes(event.sort.key),
    hasPage: ({ context: { run, result }, event }) =>
      event.type === 'page.requested' && (event.direction === 'next' ? typeof result?.next === 'string' : (run?.pages.length ?? 0) > 0),
    isUnkept: ({ context }) => context.isDirty && !!context.ports.drafts,
    isKept: ({ context }) => !!context.ports.drafts,
  },
  actions: {
    close: ({ context }) => context.result?.set?.close(),
    ask: assign(({ context }) => asked(context)),
    clear: assign(({ context }) => cleared(context)),
    renew: assign(({ context }) => renewed(context)),
    takeBack: assign(({ context }) => takenBack(context)),
    // The page may be left in the same breath; a failure shows with the next save.
    keepNow: ({ context }) => void keep(context).catch(() => undefined),
  },
}).createMachine({
  id: 'claim-query',
  context: ({ input }) => begin(input),
  invoke: { src: 'tidyUp', input: ({ self }) => self },
  initial: 'preparing',
  on: {
    'criteria.changed': { actions: assign(({ context, event }) => changed(context, event.changes, event.sort)) },
    'language.changed': { actions: assign(({ context, event }) => respoken(context, event.before)) },
    'field.left': { actions: assign(({ context, event }) => looked(context, event.field)) },
    'place.changed': { actions: assign(({ event }) => ({ place: event.place, isDirty: true })) },
    'row.opened': { actions: [assign(({ event }) => ({ place: event.place })), 'keepNow'] },
    'draft.dismissed': { actions: assign({ unread: null }) },
  },
  states: {
    preparing: {
      on: {
        'query.executed': { actions: assign({ isAwaited: true }) },
        'query.cancelled': { actions: assign({ isAwaited: false }) },
        'criteria.cleared': { actions: 'clear' },
      },
      invoke: {
        src: 'prepare',
        input: ({ context }) => context.ports,
        onDone: { target: 'ready', actions: assign(({ context, event }) => prepared(context, event.output)) },
        onError: { target: 'unavailable', actions: assign(({ event }) => ({ code: toPortError(event.error).code })) },
      },
    },
    unavailable: {
      on: {
        'query.retried': 'preparing',
        'query.executed': { target: 'preparing', actions: assign({ isAwaited: true }) },
        'criteria.cleared': { actions: 'clear' },
      },
    },
    ready: {
      type: 'parallel',
      states: {
        query: {
          initial: 'deciding',
          on: {
            'query.executed': [{ guard: 'isRunnable', target: '.deciding', actions: 'ask' }, { actions: 'ask' }],
            'sort.changed': {
              guard: 'isOffered',
              target: '.deciding',
              actions: assign(({ context, event }) => sorted(context, event.sort)),
            },
            'criteria.cleared': { target: '.deciding', actions: ['close', 'clear'] },
          },
          states: {
            deciding: {
              always: [
                { guard: 'isAsking', target: 'searching' },
                { guard: 'hasRows', target: 'results' },
                { guard: 'hasResult', target: 'empty' },
                { target: 'idle' },
              ],
            },
            idle: {},
            searching: {
              invoke: {
                src: 'search',
                input: ({ context }) => context,
                onDone: {
                  target: 'deciding',
                  actions: [
                    'close',
                    assign(({ context, event }) => ({ result: event.output, code: null, rowsCode: null, revision: context.revision + 1 })),
                  ],
                },
                onError: [
                  {
                    guard: ({ context, event }) => isExpired(toPortError(event.error).code) && context.run?.pages.length !== 0,
                    target: 'deciding',
                    actions: 'renew',
                  },
                  { target: 'failed', actions: ['close', assign(({ event }) => ({ result: null, code: toPortError(event.error).code }))] },
                ],
              },
              on: { 'query.cancelled': { target: 'deciding', actions: 'takeBack' } },
            },
            results: {
              invoke: { src: 'read', input: ({ context }) => context.result!.rows },
              on: {
                'range.requested': { actions: ({ context, event }) => context.result?.rows.want(event.from, event.to) },
                'rows.arrived': { actions: assign(({ context }) => ({ revision: context.revision + 1, rowsCode: null })) },
                'rows.failed': [
                  { guard: ({ event }) => isExpired(event.code), target: 'deciding', actions: 'renew' },
                  { actions: assign(({ event }) => ({ rowsCode: event.code })) },
                ],
                'page.requested': {
                  guard: 'hasPage',
                  target: 'deciding',
                  actions: assign(({ context, event }) => turned(context, event.direction)),
                },
              },
            },
            empty: {},
            failed: { on: { 'query.retried': 'deciding' } },
          },
        },
        keeping: {
          initial: 'kept',
          // What was executed is found again by a reload in the same moment.
          on: { 'query.executed': { guard: 'isKept', target: '.saving' } },
          states: {
            kept: { always: { guard: 'isUnkept', target: 'waiting' } },
            // A clock that fails is no reason to lose text.
            waiting: { invoke: { src: 'pause', input: ({ context }) => context.ports, onDone: 'saving', onError: 'saving' } },
            saving: {
              entry: assign({ isDirty: false }),
              invoke: {
                src: 'keep',
                input: ({ context }) => context,
                onDone: { target: 'kept', actions: assign({ keepsText: true }) },
                onError: { target: 'kept', actions: assign({ keepsText: false }) },
              },
            },
          },
        },
      },
    },
  },
});

/** The backend has let go of the result: it is asked for again. */
const isExpired = (code: PortErrorCode): boolean => code === 'expired-cursor';

/** What to remember when the task is stopped in this page: the form, what was asked and where the person stood; plain data. */
export const claimQueryPlace = ({ context }: SnapshotFrom<typeof claimQueryMachine>): ClaimQueryDraft => draftOf(context);
