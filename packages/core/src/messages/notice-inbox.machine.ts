import { assign, emit, enqueueActions, fromCallback, fromPromise, type EventObject } from 'xstate';
import { callPort, setup, toPortError, type Page } from '../kernel/index.ts';
import type { UnreadLeft } from './messages.port.ts';
import { begun, count, counted, listed, marked, opened, sendMark, unmarked, type Counted } from './notice-inbox.steps.ts';
import type { NoticeInboxEmitted, NoticeInboxEvent, NoticeInboxInput, NoticeInboxMemory, NoticeInboxNews } from './notice-inbox.task.ts';
import type { Notice } from './notice.schema.ts';

/** How many notices are shown at first, and added with each further page. */
const PAGE = 25;

/** E22: notices of what the other side did, newest first; what is opened is read. New ones are told of and never move the list by themselves. */
export const noticeInboxMachine = setup({
  types: {} as {
    context: NoticeInboxMemory;
    events: NoticeInboxEvent | NoticeInboxNews;
    input: NoticeInboxInput;
    emitted: NoticeInboxEmitted;
  },
  actors: {
    list: fromPromise<Page<Notice>, NoticeInboxMemory>(({ input: { ports, unreadOnly, goesOn, next }, signal }) =>
      callPort((limited) => ports.messages.notices({ unreadOnly }, { cursor: goesOn ? next : null, limit: PAGE, signal: limited }), {
        clock: ports.clock,
        signal,
      }),
    ),
    count: fromPromise<Counted, NoticeInboxInput>(({ input, signal }) => count(input, signal)),
    mark: fromPromise<UnreadLeft, NoticeInboxMemory>(({ input }) => sendMark(input)),
    news: fromCallback<EventObject, NoticeInboxInput>(({ input: { changes, accountId }, sendBack }) =>
      changes.subscribe('notices', ({ id, version }) => {
        if (version > 0 || id === '*' || id === accountId) sendBack({ type: 'notices.changed' });
      }),
    ),
  },
  guards: {
    hasMore: ({ context }) => context.next !== null,
    hasMarks: ({ context }) => context.marks.length > 0,
    isKnown: ({ context, event }) => event.type === 'notice.opened' && context.rows.some(({ id }) => id === event.id),
    canMark: ({ context: { ports, marks, unread } }) => ports.messages.markRead !== undefined && unread !== 0 && !marks.includes('all'),
    canUndo: ({ context }) => context.canUndo,
    // Nothing is under the hand yet, so nothing can move there.
    isBare: ({ context }) => context.hasNews && context.rows.length === 0,
  },
}).createMachine({
  id: 'notice-inbox',
  context: ({ input }) => begun(input),
  type: 'parallel',
  invoke: { src: 'news', input: ({ context }) => context.ports },
  states: {
    list: {
      initial: 'loading',
      on: {
        'inbox.refreshed': { target: '.loading', actions: assign({ goesOn: false, done: null, canUndo: false }) },
        'list.outdated': { target: '.loading', actions: assign({ goesOn: false }) },
        'filter.changed': {
          target: '.loading',
          actions: assign(({ event: { unreadOnly } }) => ({ unreadOnly, goesOn: false, done: null, canUndo: false })),
        },
        'more.requested': { guard: 'hasMore', target: '.loading', actions: assign({ goesOn: true }) },
      },
      states: {
        loading: {
          invoke: {
            src: 'list',
            input: ({ context }) => context,
            onDone: { target: 'ready', actions: assign(({ context, event }) => listed(context, event.output)) },
            onError: { target: 'failed', actions: assign({ code: ({ event }) => toPortError(event.error).code }) },
          },
        },
        ready: { always: { guard: 'isBare', target: 'loading', actions: assign({ goesOn: false, hasNews: false }) } },
        failed: {},
      },
    },
    count: {
      initial: 'asking',
      on: { 'notices.changed': '.asking', 'inbox.refreshed': '.asking' },
      states: {
        asking: {
          invoke: {
            src: 'count',
            input: ({ context }) => context.ports,
            onDone: {
              target: 'known',
              actions: enqueueActions(({ context, event: { output }, enqueue }) => {
                if (output.unread !== context.unread) enqueue(emit({ type: 'unread-changed' as const, count: output.unread }));
                enqueue(assign(counted(context, output)));
              }),
            },
            // The list says what is wrong; a number that is not known is not shown.
            onError: 'known',
          },
        },
        known: {},
      },
    },
    marks: {
      initial: 'idle',
      on: {
        'notice.opened': {
          guard: 'isKnown',
          actions: [
            emit(({ context, event }) => {
              const { topic, recordId } = context.rows.find(({ id }) => id === event.id)!;
              return { type: 'notice-opened' as const, topic, recordId };
            }),
            assign(({ context, event }) => opened(context, event.id)),
          ],
        },
        'all.marked': {
          guard: 'canMark',
          actions: assign(({ context }) => ({ marks: [...context.marks, 'all' as const], isUnmarked: false })),
        },
        'all.undone': {
          guard: 'canUndo',
          actions: assign(({ context }) => ({ marks: [...context.marks, 'undo' as const], isUnmarked: false, canUndo: false })),
        },
      },
      states: {
        idle: { always: { guard: 'hasMarks', target: 'sending' } },
        sending: {
          invoke: {
            src: 'mark',
            input: ({ context }) => context,
            onDone: {
              target: 'idle',
              actions: enqueueActions(({ context, event: { output }, enqueue }) => {
                if (output.unread !== context.unread) enqueue(emit({ type: 'unread-changed' as const, count: output.unread }));
                enqueue(assign(marked(context, output)));
                // Which of them had been read before only the backend knows.
                if (context.marks[0] === 'undo') enqueue.raise({ type: 'list.outdated' });
              }),
            },
            onError: { target: 'idle', actions: assign(({ context }) => unmarked(context)) },
          },
        },
      },
    },
  },
});
