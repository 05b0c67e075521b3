import { assign, emit, fromCallback, fromPromise, raise, type EventObject } from 'xstate';
import { setup, type Page } from '../kernel/index.ts';
import type { AuthorizationRow } from './authorizations.port.ts';
import {
  approved,
  begin,
  changed,
  checked,
  cleared,
  closed,
  failed,
  filtered,
  forget,
  further,
  itemChanged,
  keep,
  list,
  listed,
  marking,
  next,
  open,
  opening,
  place,
  read,
  respoken,
  restored,
  send,
  took,
  unsent,
  type DeskAnswer,
  type DeskOpening,
} from './decision-desk.steps.ts';
import type { DecisionDeskDone, DecisionDeskEvent, DecisionDeskInput, DecisionDeskMemory, DecisionDeskNews } from './decision-desk.task.ts';

/**
 * The payer's desk: what waits, due first, each opened in place and pended, asked about or decided item by item through the chart of the
 * record. Approving everything waits the policy's seconds before it leaves, or until somebody goes on to the next. What is typed is kept, also where somebody else was quicker.
 */
export const decisionDeskMachine = setup({
  types: {} as {
    context: DecisionDeskMemory;
    events: DecisionDeskEvent | DecisionDeskNews;
    input: DecisionDeskInput;
    emitted: DecisionDeskDone;
  },
  actors: {
    list: fromPromise<Page<AuthorizationRow>, DecisionDeskMemory>(({ input, signal }) => list(input, signal)),
    open: fromPromise<DeskOpening, DecisionDeskMemory>(({ input, signal }) => open(input, signal)),
    keep: fromPromise<void, DecisionDeskMemory>(({ input, signal }) => keep(input, signal)),
    forget: fromPromise<void, DecisionDeskMemory>(({ input }) => forget(input.ports, input.form!.id)),
    hold: fromPromise<void, DecisionDeskMemory>(({ input: { ports, opened }, signal }) =>
      ports.clock.after(opened!.policy.undoSeconds * 1_000, signal),
    ),
    send: fromPromise<DeskAnswer, DecisionDeskMemory>(({ input }) => send(input)),
    news: fromCallback<EventObject, DecisionDeskInput>(({ input, sendBack }) =>
      input.changes.subscribe('authorizations', ({ id }) => sendBack({ type: 'authorization.changed', id })),
    ),
    place: fromCallback<EventObject, DecisionDeskInput>(({ input, sendBack }) => {
      place(input).then(
        (id) => id !== null && sendBack({ type: 'place.found', id }),
        () => undefined,
      );
    }),
  },
  guards: {
    hasMore: ({ context }) => context.next !== null,
    hasForm: ({ context }) => context.form !== null && !context.isSending,
    hasNext: ({ context }) => context.nextId !== null,
    hasBefore: ({ context }) => context.before !== null,
    isNothingOpen: ({ context }) => context.openId === null,
    isFree: ({ context }) => !context.isSending && !context.isHeld,
    isHeld: ({ context }) => context.isHeld,
    isSound: ({ context }) => context.out !== null,
    // What is under way tells of itself when it is done.
    isOther: ({ context, event }) =>
      event.type === 'authorization.changed' && !context.isSending && (event.id === context.openId || event.id === '*'),
  },
}).createMachine({
  id: 'decision-desk',
  context: ({ input }) => begin(input),
  type: 'parallel',
  invoke: [
    { src: 'news', input: ({ context }) => context.ports },
    { src: 'place', input: ({ context }) => context.ports },
  ],
  states: {
    list: {
      initial: 'loading',
      on: {
        'queue.refreshed': '.loading',
        'authorization.changed': '.loading',
        'more.requested': { guard: 'hasMore', target: '.loading', actions: assign(({ context }) => further(context)) },
        'filter.changed': { target: '.loading', actions: assign(({ context, event }) => filtered(context, event.changes)) },
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
    record: {
      initial: 'closed',
      on: {
        'record.opened': { guard: 'isFree', target: '.opening', actions: assign(({ context, event }) => opening(context, event.id)) },
        'place.found': { guard: 'isNothingOpen', target: '.opening', actions: assign(({ context, event }) => opening(context, event.id)) },
        'record.closed': { guard: 'isFree', target: '.closed', actions: assign(({ context }) => closed(context)) },
        'record.left': { guard: 'hasNext', target: '.opening', actions: assign(({ context }) => next(context)) },
        'authorization.changed': { guard: 'isOther', target: '.opening' },
        'queue.refreshed': { guard: ({ context }) => context.openId !== null && !context.isSending, target: '.opening' },
      },
      states: {
        closed: {},
        opening: {
          invoke: {
            src: 'open',
            input: ({ context }) => context,
            onDone: { target: 'open', actions: assign(({ context, event }) => read(context, event.output)) },
            onError: { target: 'failed', actions: assign(({ event }) => failed(event.error)) },
          },
        },
        open: { always: { guard: 'isNothingOpen', target: 'closed' } },
        failed: {},
      },
    },
    draft: {
      initial: 'settled',
      on: {
        'act.chosen': '.keeping',
        'form.changed': '.keeping',
        'item.changed': '.keeping',
        'all.approved': '.keeping',
        'form.restored': '.keeping',
        'hold.undone': '.keeping',
        'language.changed': { guard: ({ context }) => context.isBegun && !context.isHeld && !context.isSending, target: '.keeping' },
        'form.cleared': { guard: 'hasForm', target: '.forgetting' },
        'form.sent': '.settled',
        'hold.ended': '.settled',
        'record.opened': { guard: 'isHeld', target: '.settled' },
        'record.closed': { guard: 'isHeld', target: '.keeping' },
      },
      states: {
        settled: {},
        keeping: {
          always: { guard: ({ context }) => context.form === null, target: 'settled' },
          invoke: {
            src: 'keep',
            input: ({ context }) => context,
            onDone: { target: 'settled', actions: assign({ keepsText: ({ context }) => context.ports.drafts !== null }) },
            onError: { target: 'settled', actions: assign({ keepsText: false }) },
          },
        },
        forgetting: { invoke: { src: 'forget', input: ({ context }) => context, onDone: 'settled' } },
      },
    },
    desk: {
      initial: 'writing',
      on: { 'language.changed': { actions: assign(({ context, event }) => respoken(context, event.before)) } },
      states: {
        writing: {
          on: {
            'act.chosen': { guard: 'hasForm', actions: assign(({ context, event }) => changed(context, { act: event.act })) },
            'form.changed': { guard: 'hasForm', actions: assign(({ context, event }) => changed(context, event.changes)) },
            'item.changed': {
              guard: 'hasForm',
              actions: assign(({ context, event }) => itemChanged(context, event.sequence, event.changes)),
            },
            'form.cleared': { guard: 'hasForm', actions: assign(({ context }) => cleared(context)) },
            'form.restored': { guard: 'hasBefore', actions: assign(({ context }) => restored(context, null)) },
            'all.approved': { guard: 'hasForm', target: 'approving', actions: assign(({ context }) => approved(context)) },
            'form.sent': { guard: 'hasForm', target: 'checking', actions: assign(({ context }) => checked(context)) },
            'use.marked': { guard: 'hasForm', target: 'checking', actions: assign(({ context, event }) => marking(context, event.how)) },
          },
        },
        checking: { always: [{ guard: 'isSound', target: 'sending' }, { target: 'writing' }] },
        approving: {
          always: [
            { guard: ({ context }) => context.out !== null && context.opened!.policy.undoSeconds > 0, target: 'held' },
            { guard: 'isSound', target: 'sending' },
            { target: 'writing' },
          ],
        },
        held: {
          entry: assign({ isHeld: true }),
          exit: assign({ isHeld: false }),
          on: {
            'hold.undone': { target: 'writing', actions: assign(({ context }) => restored(context, 'undone')) },
            'hold.ended': 'sending',
            // Whoever goes on has not taken it back: it leaves now.
            'record.opened': { target: 'sending', actions: assign({ nextId: ({ event }) => event.id }) },
            'record.closed': { target: 'writing', actions: assign(({ context }) => restored(context, 'undone')) },
            // Somebody else was quicker: nothing leaves about a record that nobody here has seen.
            'authorization.changed': { guard: 'isOther', target: 'writing', actions: assign(({ context }) => restored(context, null)) },
          },
          invoke: { src: 'hold', input: ({ context }) => context, onDone: 'sending' },
        },
        sending: {
          entry: assign({ isSending: true }),
          invoke: {
            src: 'send',
            input: ({ context }) => context,
            onDone: [
              {
                guard: ({ event }) => event.output.status === 'accepted',
                target: 'writing',
                actions: [
                  emit(({ context }) => ({ type: 'command.done' as const, id: context.openId!, act: context.out!.act })),
                  assign(({ context, event }) => took(context, event.output)),
                  raise({ type: 'record.left' }),
                ],
              },
              // Refused or overtaken: what was typed stays, over the record as it is now.
              {
                target: 'writing',
                actions: [assign(({ context, event }) => took(context, event.output)), raise({ type: 'queue.refreshed' })],
              },
            ],
            onError: { target: 'writing', actions: assign(({ event }) => unsent(event.error)) },
          },
        },
      },
    },
  },
});
