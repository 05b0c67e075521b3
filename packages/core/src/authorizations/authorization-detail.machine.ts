import { assign, emit, fromCallback, fromPromise, raise, type EventObject } from 'xstate';
import { setup, toPortError, type CommandAnswer, type PortErrorCode } from '../kernel/index.ts';
import { forget, keepNow, keepSoon, restore, restored } from './authorization-detail.drafts.ts';
import {
  added,
  addedTyped,
  answered,
  asked,
  begin,
  begun,
  closed,
  failed,
  itemTyped,
  load,
  loaded,
  looked,
  opened,
  respoken,
  send,
  took,
  typed,
  undone,
  untilNext,
  type Loaded,
} from './authorization-detail.steps.ts';
import type {
  AuthorizationDetailEvent,
  AuthorizationDetailInput,
  AuthorizationDetailMemory,
  AuthorizationDone,
  AuthorizationNews,
} from './authorization-detail.task.ts';
import type { Authorization } from './authorization.schema.ts';
import type { AuthorizationRefusal } from './authorizations.port.ts';

type Memory = AuthorizationDetailMemory;
type Answer = CommandAnswer<Authorization, AuthorizationRefusal>;

const isLost = (code: PortErrorCode): boolean => code === 'denied' || code === 'not-signed-in' || code === 'not-found';

/** One authorization: read, followed, and worked on by what its chart offers now (N29, N30, P3, P5). What was typed outlives every change. */
export const authorizationDetailMachine = setup({
  types: {} as {
    context: Memory;
    events: AuthorizationDetailEvent | AuthorizationNews;
    input: AuthorizationDetailInput;
    emitted: AuthorizationDone;
  },
  actors: {
    load: fromPromise<Loaded | null, Memory>(({ input, signal }) => load(input, signal)),
    follow: fromCallback<EventObject, Memory>(({ input: { ports, id }, sendBack }) => {
      const stops = [
        // `*`: many at once, this one may be among them in any version.
        ports.changes.subscribe('authorizations', (change) => {
          if (change.id === id || change.id === '*')
            sendBack({ type: 'authorization.changed', version: change.id === '*' ? Infinity : change.version });
        }),
        // A demo's clock is moved from elsewhere.
        ports.changes.subscribe('world', () => sendBack({ type: 'time.passed' })),
      ];
      return () => stops.forEach((stop) => stop());
    }),
    wait: fromPromise<void, Memory>(({ input, signal }) => input.ports.clock.after(untilNext(input)!, signal)),
    restore: fromPromise<Awaited<ReturnType<typeof restore>>, Memory>(({ input }) => restore(input)),
    keep: fromPromise<void, Memory>(({ input, signal }) => keepSoon(input, signal)),
    forget: fromPromise<void, Memory>(({ input }) => forget(input)),
    send: fromPromise<Answer, Memory>(async ({ input }) => {
      await keepNow(input).catch(() => undefined);
      const answer = await send(input);
      if (answer.status === 'accepted') await forget(input);
      return answer;
    }),
  },
  guards: {
    hasId: ({ context }) => context.id !== null,
    isNewer: ({ context, event }) => event.type === 'authorization.changed' && event.version > (context.detail?.record.version ?? 0),
    isOffered: ({ context, event }) => event.type === 'form.opened' && !context.isStale && context.acts.includes(event.act),
    hasForm: ({ context }) => context.form !== null,
    wasPutAway: ({ context }) => context.putAway !== null,
    isSound: ({ context }) => context.refusal === null,
    isTimed: ({ context }) => untilNext(context) !== null,
    isRead: ({ context }) => context.detail !== null,
  },
  actions: {
    look: assign(({ context }) => looked(context)),
    stale: assign({ isStale: true }),
    reload: raise({ type: 'authorization.refreshed' }),
  },
}).createMachine({
  id: 'authorization-detail',
  context: ({ input }) => begin(input),
  initial: 'deciding',
  on: { 'authorization.opened': { target: '.deciding', actions: assign(({ event }) => opened(event.id)) } },
  states: {
    deciding: { always: [{ guard: 'hasId', target: 'open' }, { target: 'idle' }] },
    idle: {},
    open: {
      type: 'parallel',
      invoke: { src: 'follow', input: ({ context }) => context },
      states: {
        record: {
          initial: 'loading',
          on: {
            // What is shown is of yesterday from this moment on: it offers nothing until it is read again.
            'authorization.changed': { guard: 'isNewer', target: '.loading', actions: 'stale' },
            'authorization.refreshed': '.loading',
            'answer.posted': '.loading',
          },
          states: {
            loading: {
              invoke: {
                src: 'load',
                input: ({ context }) => context,
                onDone: [
                  {
                    guard: ({ event }) => event.output === null,
                    target: 'notFound',
                    actions: assign(({ context }) => loaded(context, null)),
                  },
                  { target: 'ready', actions: assign(({ context, event }) => loaded(context, event.output)) },
                ],
                onError: [
                  // Who lost the right to see it must not go on seeing it.
                  {
                    guard: ({ context, event }) => context.detail !== null && !isLost(toPortError(event.error).code),
                    target: 'ready',
                    actions: assign(({ event }) => failed(event.error)),
                  },
                  { target: 'failed', actions: assign(({ context, event }) => ({ ...loaded(context, null), ...failed(event.error) })) },
                ],
              },
            },
            ready: {},
            notFound: {},
            failed: {},
          },
        },
        time: {
          initial: 'stopped',
          on: { 'time.passed': { target: '.stopped', actions: 'look' } },
          states: {
            stopped: { always: { guard: 'isTimed', target: 'running' } },
            running: {
              invoke: {
                src: 'wait',
                input: ({ context }) => context,
                onDone: { target: 'stopped', actions: 'look' },
                // Without a clock to wait by, the time is looked at with every act.
                onError: 'unclocked',
              },
            },
            unclocked: {},
          },
        },
        draft: {
          initial: 'waiting',
          on: {
            'form.opened': '.keeping',
            'form.changed': '.keeping',
            'item.changed': '.keeping',
            'item.added': '.keeping',
            'added.changed': '.keeping',
            'form.undone': { guard: 'wasPutAway', target: '.keeping' },
            'language.changed': { guard: 'hasForm', target: '.keeping' },
            'form.closed': '.forgetting',
            'answer.posted': '.forgetting',
            'form.sent': '.settled',
          },
          states: {
            // What was begun belongs to a record that can be read.
            waiting: { always: { guard: 'isRead', target: 'restoring' } },
            restoring: {
              invoke: {
                src: 'restore',
                input: ({ context }) => context,
                onDone: { target: 'settled', actions: assign(({ context, event }) => restored(context, event.output)) },
                onError: 'settled',
              },
            },
            keeping: {
              invoke: {
                src: 'keep',
                input: ({ context }) => context,
                onDone: { target: 'settled', actions: assign({ keepsText: ({ context }) => context.ports.drafts !== null }) },
                onError: { target: 'settled', actions: assign({ keepsText: false }) },
              },
            },
            forgetting: { invoke: { src: 'forget', input: ({ context }) => context, onDone: 'settled' } },
            settled: {},
          },
        },
        task: {
          initial: 'working',
          on: { 'language.changed': { actions: assign(({ context, event }) => respoken(context, event.before)) } },
          states: {
            working: {
              on: {
                'form.opened': {
                  guard: 'isOffered',
                  actions: ['look', assign(({ context, event }) => begun(context, event.act, event.requestId ?? null))],
                },
                'form.changed': { guard: 'hasForm', actions: assign(({ context, event }) => typed(context, event.changes)) },
                'item.changed': {
                  guard: 'hasForm',
                  actions: assign(({ context, event }) => itemTyped(context, event.sequence, event.changes)),
                },
                'item.added': { guard: 'hasForm', actions: assign(({ context, event }) => added(context, event.service)) },
                'added.changed': {
                  guard: 'hasForm',
                  actions: assign(({ context, event }) => addedTyped(context, event.index, event.changes)),
                },
                'form.closed': { actions: assign(({ context }) => closed(context)) },
                'form.undone': { guard: 'wasPutAway', actions: assign(({ context }) => undone(context)) },
                'form.sent': { guard: 'hasForm', target: 'checking', actions: assign(({ context }) => asked(context)) },
                'answer.posted': [
                  {
                    guard: ({ event }) => event.refusal === null,
                    actions: [
                      emit(({ context, event }) => done(context, 'answer-information', event.requestId)),
                      assign(({ event }) => answered(event.refusal)),
                    ],
                  },
                  { actions: assign(({ event }) => answered(event.refusal)) },
                ],
              },
            },
            checking: { always: [{ guard: 'isSound', target: 'sending' }, { target: 'working' }] },
            sending: {
              invoke: {
                src: 'send',
                input: ({ context }) => context,
                onDone: [
                  {
                    guard: ({ event }) => event.output.status === 'accepted',
                    target: 'working',
                    actions: [
                      emit(({ context }) => done(context, context.form!.act, null)),
                      assign(({ context, event }) => took(context, event.output)),
                      // What it offers now is known only by reading it.
                      'stale',
                      'reload',
                    ],
                  },
                  { target: 'working', actions: [assign(({ context, event }) => took(context, event.output)), 'reload'] },
                ],
                onError: { target: 'working', actions: assign(({ event }) => failed(event.error)) },
              },
            },
          },
        },
      },
    },
  },
});

const done = ({ id }: Memory, act: AuthorizationDone['act'], requestId: string | null): AuthorizationDone => ({
  ...{ type: 'authorization.done', act, id: id!, requestId },
});
