import { assign, fromCallback, fromPromise, type AnyActorRef, type EventObject, type SnapshotFrom } from 'xstate';
import type { Contact } from '../directory/index.ts';
import type { FileDocument } from '../documents/index.ts';
import { setup, toPortError, type CommandAnswer } from '../kernel/index.ts';
import type { ModificationCommandRefusal } from './claims.port.ts';
import { forgetDraft, keepNow, keepSoon, type KeptDraft } from './modification-draft.ts';
import { nextTick } from './modification-request.rules.ts';
import type { ModificationDraft, ModificationRequest } from './modification-request.schema.ts';
import {
  asked,
  begin,
  contactsOf,
  documentsCame,
  documentsOf,
  emptyModification,
  failed,
  list,
  offerOf,
  placeOf,
  restore,
  restored,
  send,
  shown,
  took,
  typed,
  withdraw,
} from './modification-request.steps.ts';
import type {
  ModificationClockEvent,
  ModificationRequestEvent,
  ModificationRequestInput,
  ModificationRequestMemory,
} from './modification-request.task.ts';

type Answer = CommandAnswer<ModificationRequest, ModificationCommandRefusal>;

/** The element is gone, or shows another case: what was typed last is still kept. */
function keepLast(actor: AnyActorRef): void {
  const { value, context } = actor.getSnapshot() as SnapshotFrom<typeof modificationRequestMachine>;
  const { form: payload, commandId } = context;
  if (value.open.draft === 'waiting') keepNow(placeOf(context), { payload, commandId }).catch(() => undefined);
}

/** N11–N13: a modification of one case is asked for, within its window, and taken back while nobody has answered. */
export const modificationRequestMachine = setup({
  types: {} as {
    context: ModificationRequestMemory;
    events: ModificationRequestEvent | ModificationClockEvent;
    input: ModificationRequestInput;
  },
  actors: {
    list: fromPromise<readonly ModificationRequest[], ModificationRequestMemory>(({ input, signal }) => list(input, signal)),
    restore: fromPromise<KeptDraft<ModificationDraft> | null, ModificationRequestMemory>(({ input, signal }) => restore(input, signal)),
    keep: fromPromise<void, ModificationRequestMemory>(({ input, signal }) =>
      keepSoon(placeOf(input), { payload: input.form, commandId: input.commandId }, signal),
    ),
    tidyUp: fromCallback<EventObject, AnyActorRef>(
      ({ input }) =>
        () =>
          keepLast(input),
    ),
    forget: fromPromise<void, ModificationRequestMemory>(({ input }) => forgetDraft(placeOf(input))),
    send: fromPromise<Answer, ModificationRequestMemory>(({ input }) => send(input)),
    withdraw: fromPromise<Answer, ModificationRequestMemory>(({ input }) => withdraw(input)),
    contacts: fromPromise<readonly Contact[], ModificationRequestMemory>(({ input, signal }) => contactsOf(input, signal)),
    wait: fromPromise<void, ModificationRequestMemory>(({ input: { ports, record, at }, signal }) =>
      ports.clock.after(nextTick((record.deadlines.modification?.dueAt ?? at) - at), signal),
    ),
    documents: fromPromise<readonly FileDocument[], ModificationRequestMemory>(({ input, signal }) => documentsOf(input, signal)),
    // A demo's clock is moved from elsewhere, and documents are posted beside the form.
    world: fromCallback<EventObject, ModificationRequestInput>(({ input: { changes }, sendBack }) => {
      const stops = [
        changes.subscribe('world', () => sendBack({ type: 'time.passed' })),
        changes.subscribe('documents', ({ id }) => sendBack({ type: 'documents.changed', id })),
      ];
      return () => stops.forEach((stop) => stop());
    }),
  },
  guards: {
    isOffered: ({ context }) => offerOf({ ...context, at: context.ports.clock.now() }) === null,
    isSound: ({ context }) => context.refusal === null,
    isOver: ({ context }) => offerOf(context) === 'window-over',
    isSame: ({ context, event }) => event.type === 'case.shown' && event.record.id === context.record.id,
    isOther: ({ context, event }) => event.type === 'case.shown' && event.record.id !== context.record.id,
    isOwn: ({ context, event }) => event.type === 'documents.changed' && event.id === context.record.id,
    hasNoWindow: ({ context }) => context.record.deadlines.modification === null,
    isKept: ({ context }) => context.notice === 'kept' && offerOf(context) === null,
    isWaiting: ({ context }) => context.requests.some(({ state }) => state === 'requested'),
    hasDiscarded: ({ context }) => context.discarded !== null,
    knowsContacts: ({ context }) => context.contacts !== null,
  },
  actions: { look: assign({ at: ({ context }) => context.ports.clock.now() }) },
}).createMachine({
  id: 'modification-request',
  context: ({ input }) => begin(input),
  initial: 'open',
  invoke: [
    { src: 'world', input: ({ context }) => context.ports },
    { src: 'tidyUp', input: ({ self }) => self },
  ],
  on: {
    'case.shown': {
      ...{ guard: 'isOther', target: '.open', reenter: true },
      actions: [({ self }) => keepLast(self), assign(({ context, event }) => shown(context, event.record))],
    },
  },
  states: {
    open: {
      type: 'parallel',
      states: {
        time: {
          initial: 'running',
          states: {
            running: {
              always: [
                { guard: 'isOver', target: 'over' },
                { guard: 'hasNoWindow', target: 'stopped' },
              ],
              invoke: {
                src: 'wait',
                input: ({ context }) => context,
                onDone: { target: 'running', reenter: true, actions: 'look' },
                onError: 'stopped',
              },
              on: { 'time.passed': { target: 'running', reenter: true, actions: 'look' } },
            },
            // Without a clock to wait by, the time is looked at with every act.
            stopped: {},
            over: {
              initial: 'asking',
              states: {
                asking: {
                  always: { guard: 'knowsContacts', target: 'known' },
                  invoke: {
                    src: 'contacts',
                    input: ({ context }) => context,
                    onDone: { target: 'known', actions: assign(({ event }) => ({ contacts: event.output })) },
                    onError: 'known',
                  },
                },
                known: {},
              },
            },
          },
        },
        list: {
          initial: 'loading',
          // The same case, read again: its requests may have been answered.
          on: { 'case.shown': { guard: 'isSame', target: '.loading', actions: assign(({ event }) => ({ record: event.record })) } },
          states: {
            loading: {
              invoke: {
                src: 'list',
                input: ({ context }) => context,
                onDone: { target: 'ready', actions: assign(({ event }) => ({ requests: event.output })) },
                onError: { target: 'failed', actions: assign(({ event }) => ({ code: toPortError(event.error).code })) },
              },
            },
            ready: {},
            failed: { on: { 'list.retried': { target: 'loading', actions: assign({ code: null }) } } },
          },
        },
        documents: {
          initial: 'idle',
          on: { 'form.opened': { guard: 'isOffered', target: '.loading' } },
          states: {
            idle: { always: { guard: 'isKept', target: 'loading' } },
            loading: {
              invoke: {
                src: 'documents',
                input: ({ context }) => context,
                onDone: { target: 'ready', actions: assign(({ context, event }) => documentsCame(context, event.output)) },
                // The words alone can be sent all the same.
                onError: 'failed',
              },
              on: { 'documents.changed': { guard: 'isOwn', target: 'loading', reenter: true } },
            },
            ready: { on: { 'documents.changed': { guard: 'isOwn', target: 'loading' } } },
            failed: { on: { 'documents.retried': 'loading' } },
          },
        },
        draft: {
          initial: 'restoring',
          on: {
            // Not re-entered: that would begin the other regions anew.
            'form.changed': '.waiting',
            'form.discarded': '.forgetting',
            'discard.undone': { guard: 'hasDiscarded', target: '.waiting' },
            'request.sent': '.settled',
          },
          states: {
            restoring: {
              invoke: {
                src: 'restore',
                input: ({ context }) => context,
                onDone: { target: 'settled', actions: assign(({ context, event }) => restored(context, event.output)) },
                onError: 'settled',
              },
            },
            waiting: {
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
          initial: 'reading',
          states: {
            reading: {
              // What came back from before a reload is shown where it was typed.
              always: { guard: 'isKept', target: 'editing' },
              on: {
                'form.opened': { guard: 'isOffered', target: 'editing', actions: ['look', assign({ refusal: null, code: null })] },
                'request.withdrawn': { guard: 'isWaiting', target: 'withdrawing' },
              },
            },
            editing: {
              on: {
                'form.changed': { actions: assign(({ context, event }) => typed(context, event.changes)) },
                'form.closed': { target: 'reading', actions: assign({ refusal: null, code: null, notice: null }) },
                'form.discarded': {
                  actions: assign(({ context }) => ({
                    ...{ form: emptyModification, discarded: context.form, commandId: null, refusal: null, code: null, notice: null },
                  })),
                },
                'discard.undone': {
                  guard: 'hasDiscarded',
                  actions: assign(({ context }) => ({ form: context.discarded!, discarded: null })),
                },
                'request.sent': { target: 'checking', actions: assign(({ context }) => asked(context)) },
              },
            },
            checking: { always: [{ guard: 'isSound', target: 'sending' }, { target: 'editing' }] },
            sending: {
              invoke: {
                src: 'send',
                input: ({ context }) => context,
                onDone: [
                  {
                    guard: ({ event }) => event.output.status === 'accepted',
                    target: 'reading',
                    actions: assign(({ context, event }) => ({
                      ...took(context, event.output),
                      ...{ form: emptyModification, notice: 'sent' as const },
                    })),
                  },
                  { target: 'editing', actions: assign(({ context, event }) => took(context, event.output)) },
                ],
                onError: { target: 'editing', actions: assign(({ event }) => failed(event.error)) },
              },
            },
            withdrawing: {
              invoke: {
                src: 'withdraw',
                input: ({ context }) => context,
                onDone: [
                  {
                    guard: ({ event }) => event.output.status === 'accepted',
                    target: 'reading',
                    actions: assign(({ context, event }) => ({ ...took(context, event.output), notice: 'withdrawn' as const })),
                  },
                  { target: 'reading', actions: assign(({ context, event }) => took(context, event.output)) },
                ],
                onError: { target: 'reading', actions: assign(({ event }) => failed(event.error)) },
              },
            },
          },
        },
      },
    },
  },
});
