import { assign, fromCallback, fromPromise, type EventObject } from 'xstate';
import { setup, type CommandAnswer, type Page } from '../kernel/index.ts';
import type { ModificationCommandRefusal, ModificationEntry } from './claims.port.ts';
import { forgetDraft, keepSoon, type KeptDraft } from './modification-draft.ts';
import {
  begin,
  changed,
  checked,
  closed,
  failed,
  further,
  list,
  listed,
  opened,
  placeOf,
  restore,
  restored,
  send,
  took,
  unsent,
} from './modification-queue.steps.ts';
import type {
  ModificationNews,
  ModificationQueueEvent,
  ModificationQueueInput,
  ModificationQueueMemory,
} from './modification-queue.task.ts';
import type { ModificationAnswerDraft, ModificationRequest } from './modification-request.schema.ts';

type Answer = CommandAnswer<ModificationRequest, ModificationCommandRefusal>;

/** N11: the claims center's queue of modification requests, each applied or refused with a reason. */
export const modificationQueueMachine = setup({
  types: {} as {
    context: ModificationQueueMemory;
    events: ModificationQueueEvent | ModificationNews;
    input: ModificationQueueInput;
  },
  actors: {
    list: fromPromise<Page<ModificationEntry>, ModificationQueueMemory>(({ input, signal }) => list(input, signal)),
    restore: fromPromise<KeptDraft<ModificationAnswerDraft> | null, ModificationQueueMemory>(({ input }) => restore(input)),
    keep: fromPromise<void, ModificationQueueMemory>(({ input, signal }) =>
      keepSoon(placeOf(input), { payload: input.form, commandId: null }, signal),
    ),
    forget: fromPromise<void, ModificationQueueMemory>(({ input }) => forgetDraft(placeOf(input))),
    send: fromPromise<Answer, ModificationQueueMemory>(({ input }) => send(input)),
    news: fromCallback<EventObject, ModificationQueueInput>(({ input, sendBack }) =>
      input.changes.subscribe('claims', () => sendBack({ type: 'requests.changed' })),
    ),
  },
  guards: {
    hasMore: ({ context }) => context.next !== null,
    hasForm: ({ context }) => context.form !== null,
    isSound: ({ context }) => context.form !== null && context.refusal === null,
    wasPutAway: ({ context }) => context.putAway !== null,
    isKnown: ({ context, event }) => event.type === 'answer.opened' && context.entries.some(({ request }) => request.id === event.id),
  },
}).createMachine({
  id: 'modification-queue',
  context: ({ input }) => begin(input),
  type: 'parallel',
  invoke: { src: 'news', input: ({ context }) => context.ports },
  states: {
    list: {
      initial: 'loading',
      on: {
        'queue.refreshed': '.loading',
        'requests.changed': '.loading',
        'more.requested': { guard: 'hasMore', target: '.loading', actions: assign(({ context }) => further(context)) },
      },
      states: {
        loading: {
          invoke: {
            src: 'list',
            input: ({ context }) => context,
            onDone: { target: 'ready', actions: assign(({ context, event }) => listed(context, event.output)) },
            onError: { target: 'failed', actions: assign(({ event }) => failed(event.error)) },
          },
        },
        ready: {},
        failed: {},
      },
    },
    draft: {
      initial: 'waiting',
      on: {
        'answer.opened': '.keeping',
        'answer.changed': '.keeping',
        'answer.undone': { guard: 'wasPutAway', target: '.keeping' },
        'answer.closed': '.forgetting',
        'answer.sent': '.settled',
      },
      states: {
        // A draft is worth something only where its request still waits.
        waiting: { always: { guard: ({ context }) => context.total.kind !== 'unknown', target: 'restoring' } },
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
    answer: {
      initial: 'writing',
      states: {
        writing: {
          on: {
            'answer.opened': { guard: 'isKnown', actions: assign(({ event }) => opened(event.id, event.outcome)) },
            'answer.changed': { guard: 'hasForm', actions: assign(({ context, event }) => changed(context, event.changes)) },
            'answer.closed': { actions: assign(({ context }) => closed(context)) },
            'answer.undone': {
              guard: 'wasPutAway',
              actions: assign(({ context }) => ({ form: context.putAway, putAway: null })),
            },
            'answer.sent': { guard: 'hasForm', target: 'checking', actions: assign(({ context }) => checked(context)) },
          },
        },
        checking: { always: [{ guard: 'isSound', target: 'sending' }, { target: 'writing' }] },
        sending: {
          invoke: {
            src: 'send',
            input: ({ context }) => context,
            onDone: { target: 'writing', actions: assign(({ context, event }) => took(context, event.output)) },
            onError: { target: 'writing', actions: assign(({ event }) => unsent(event.error)) },
          },
        },
      },
    },
  },
});
