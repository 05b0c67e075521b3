import { assign, emit, fromCallback, fromPromise, type AnyActorRef, type EventObject, type SnapshotFrom } from 'xstate';
import { callPort, DRAFT_PAUSE, setup, toPortError, type CommandAnswer } from '../kernel/index.ts';
import { isUnderWay, withChange, withChosen, withDetails, withMove, withRetry } from './attachment-uploader.rules.ts';
import type { Note } from './document.schema.ts';
import type { NoteRefusal } from './documents.port.ts';
import {
  along,
  begin,
  done,
  forget,
  held,
  mayBeDone,
  noteOf,
  open,
  opened,
  post,
  put,
  removed,
  returned,
  sentBack,
  stopped,
  whyNotPost,
} from './note-panel.steps.ts';
import type {
  NoteOpening,
  NotePanelChange,
  NotePanelContext,
  NotePanelEvent,
  NotePanelInput,
  NotePlace,
  NotePosted,
} from './note-panel.task.ts';

const SECOND = 1_000;

const contextOf = (actor: AnyActorRef): NotePanelContext => (actor.getSnapshot() as { readonly context: NotePanelContext }).context;

/**
 * A note with its files, written and posted as one (N13, N14). Files are checked and sent while it is written; what is posted waits the
 * policy's seconds, in which it can be taken back, and leaves once, under one id, whatever becomes of the page.
 */
export const notePanelMachine = setup({
  types: {} as { context: NotePanelContext; events: NotePanelEvent | NotePanelChange; input: NotePanelInput; emitted: NotePosted },
  actors: {
    open: fromPromise<NoteOpening, NotePanelInput>(({ input, signal }) => open(input, signal)),
    work: fromCallback<EventObject, AnyActorRef>(({ input, sendBack }) => {
      const { queue, files } = contextOf(input);
      const stop = queue?.listen(sendBack, () => contextOf(input).files);
      queue?.takeUp(files);
      return stop;
    }),
    tidyUp: fromCallback<EventObject, AnyActorRef>(({ input }) => () => {
      // The element is gone: what was written last is still kept, and the last file taken out is let go of.
      const context = contextOf(input);
      forget(context);
      if (context.isDirty && !context.pending) put(context.ports, context).catch(() => undefined);
    }),
    countDown: fromCallback<EventObject, NotePanelInput>(({ input: { clock }, sendBack }) => {
      const stop = new AbortController();
      const tick = async (): Promise<void> => {
        for (;;) {
          await clock.after(SECOND, stop.signal);
          sendBack({ type: 'second.passed' });
        }
      };
      // Ends when it is stopped.
      tick().catch(() => undefined);
      return () => stop.abort();
    }),
    post: fromPromise<CommandAnswer<Note, NoteRefusal>, NotePanelContext>(({ input }) => post(input)),
    pause: fromPromise<void, NotePanelInput>(({ input, signal }) => input.clock.after(DRAFT_PAUSE, signal)),
    keep: fromPromise<void, NotePanelContext>(({ input, signal }) =>
      callPort(() => put(input.ports, input), { clock: input.ports.clock, signal }),
    ),
  },
  guards: {
    hasCase: ({ context }) => context.ports.caseId !== null,
    hasPending: ({ context }) => context.pending !== null,
    canPost: ({ context }) => whyNotPost(context) === null,
    waits: ({ context }) => context.policy!.undoSeconds > 0,
    isLastSecond: ({ context }) => context.secondsLeft <= 1,
    isGathered: ({ context }) => along(context).every(({ state }) => state === 'uploaded'),
    // Nothing is left out in silence: what was refused or failed since goes back to the person.
    isStuck: ({ context }) => !context.files.some(isUnderWay) && along(context).some(({ state }) => state !== 'uploaded'),
    isSure: ({ context }) => !context.isUnsure,
    isUnkept: ({ context }) => context.isDirty && context.pending === null && context.ports.drafts !== null,
  },
  actions: {
    forget: ({ context }) => forget(context),
    // Whoever signs out in the seconds of undo finds the note again.
    keepNow: ({ context }) => void put(context.ports, context).catch(() => undefined),
    takeUp: ({ context }) => context.queue?.takeUp(context.files),
  },
}).createMachine({
  id: 'note-panel',
  context: ({ input }) => begin(input),
  initial: 'deciding',
  on: {
    'file.changed': { actions: assign(({ context, event }) => ({ files: withChange(context.files, event.id, event.changes) })) },
  },
  states: {
    deciding: { always: [{ guard: 'hasCase', target: 'opening' }, { target: 'idle' }] },
    idle: {},
    opening: {
      invoke: {
        src: 'open',
        input: ({ context }) => context.ports,
        onDone: [
          { guard: ({ event }) => event.output.folder === null, target: 'notFound' },
          { guard: ({ event }) => event.output.policy === null, target: 'readOnly' },
          { target: 'open', actions: assign(({ context, event }) => opened(context, event.output)) },
        ],
        onError: { target: 'failed', actions: assign(({ event }) => ({ code: toPortError(event.error).code })) },
      },
    },
    notFound: {},
    readOnly: {},
    failed: { on: { 'task.retried': { target: 'opening', actions: assign({ code: null }) } } },
    open: {
      type: 'parallel',
      invoke: [
        { src: 'work', input: ({ self }) => self },
        { src: 'tidyUp', input: ({ self }) => self },
      ],
      states: {
        note: {
          initial: 'deciding',
          states: {
            deciding: { always: [{ guard: 'hasPending', target: 'posting' }, { target: 'composing' }] },
            composing: {
              on: {
                'text.changed': { actions: assign(({ event }) => ({ text: event.text, notice: null, posted: null, isDirty: true })) },
                'files.chosen': {
                  actions: [
                    assign(({ context: { files, policy, details, ports }, event }) => ({
                      files: withChosen(files, event.files, { limits: policy!, details, id: () => ports.ids.uuid() }),
                      ...{ notice: null, posted: null, isDirty: true },
                    })),
                    'takeUp',
                  ],
                },
                'file.removed': {
                  actions: [
                    'forget',
                    ({ context, event }) => context.queue?.drop(event.id),
                    assign(({ context, event }) => ({ ...removed(context, event.id), notice: null })),
                  ],
                },
                'removal.undone': { actions: [assign(({ context }) => returned(context)), 'takeUp'] },
                'file.cancelled': {
                  actions: [
                    ({ context, event }) => context.queue?.drop(event.id),
                    assign(({ context, event }) => stopped(context, event.id)),
                  ],
                },
                'file.retried': {
                  actions: [
                    assign(({ context, event }) => ({
                      files: withRetry(context.files, event.id, context.policy!),
                      notice: null,
                      posted: null,
                    })),
                    'takeUp',
                  ],
                },
                'file.moved': {
                  actions: assign(({ context, event }) => ({ files: withMove(context.files, event.id, event.by), isDirty: true })),
                },
                'details.changed': {
                  actions: assign(({ context, event: { id, changes } }) => ({
                    files: withDetails(context.files, id, changes),
                    details: id === null ? { ...context.details, ...changes } : context.details,
                    isDirty: true,
                  })),
                },
                'post.requested': [
                  { guard: 'canPost', target: 'held', actions: ['forget', assign(({ context }) => held(context)), 'keepNow'] },
                  { actions: assign(({ context }) => ({ notice: whyNotPost(context), posted: null })) },
                ],
              },
            },
            // Nothing has left yet, and nothing is asked of the backend: a page that goes now leaves a draft.
            held: {
              initial: 'deciding',
              on: { 'post.undone': 'composing' },
              states: {
                deciding: { always: [{ guard: 'waits', target: 'counting' }, { target: 'gathering' }] },
                counting: {
                  entry: assign(({ context }) => ({ secondsLeft: context.policy!.undoSeconds })),
                  invoke: { src: 'countDown', input: ({ context }) => context.ports },
                  on: {
                    'second.passed': [
                      { guard: 'isLastSecond', target: 'gathering' },
                      { actions: assign(({ context }) => ({ secondsLeft: context.secondsLeft - 1 })) },
                    ],
                  },
                },
                gathering: {
                  always: [
                    { guard: 'isGathered', target: '#note-panel.open.note.posting' },
                    { guard: 'isStuck', target: '#note-panel.open.note.composing', actions: assign({ notice: 'files-stuck' }) },
                  ],
                },
              },
            },
            posting: {
              entry: assign(({ context }) => ({
                pending: context.pending ?? { commandId: context.ports.ids.uuid(), note: noteOf(context) },
                code: null,
              })),
              invoke: {
                src: 'post',
                input: ({ context }) => context,
                onDone: [
                  {
                    guard: ({ event }) => event.output.status === 'accepted',
                    target: 'composing',
                    actions: [
                      assign(({ context, event: { output } }) => (output.status === 'accepted' ? done(context, output.value) : {})),
                      'takeUp',
                      emit(({ context }) => ({ type: 'note.posted' as const, note: context.posted! })),
                    ],
                  },
                  {
                    guard: ({ event }) => event.output.status === 'refused',
                    target: 'composing',
                    actions: assign(({ context, event: { output } }) => (output.status === 'refused' ? sentBack(context, output) : {})),
                  },
                  { target: 'unsent', actions: assign({ code: 'unavailable', isUnsure: true }) },
                ],
                onError: {
                  target: 'unsent',
                  actions: assign(({ event }) => ({ code: toPortError(event.error).code, isUnsure: mayBeDone(event.error) })),
                },
              },
            },
            unsent: {
              on: {
                'post.requested': 'posting',
                'post.undone': { guard: 'isSure', target: 'composing', actions: assign({ pending: null, code: null, isDirty: true }) },
              },
            },
          },
        },
        keeping: {
          initial: 'kept',
          states: {
            kept: { always: { guard: 'isUnkept', target: 'waiting' } },
            waiting: { invoke: { src: 'pause', input: ({ context }) => context.ports, onDone: 'deciding', onError: 'deciding' } },
            // A note that is on its way keeps itself.
            deciding: { always: [{ guard: 'isUnkept', target: 'saving' }, { target: 'kept' }] },
            saving: {
              entry: assign({ isDirty: false }),
              invoke: {
                src: 'keep',
                input: ({ context }) => context,
                onDone: { target: 'kept', actions: assign({ isKept: true }) },
                onError: { target: 'kept', actions: assign({ isKept: false }) },
              },
            },
          },
        },
      },
    },
  },
});

/** What is left in the page when the task is stopped: text and files, so that an element that comes back has them. */
export const notePanelPlace = ({ context }: SnapshotFrom<typeof notePanelMachine>): NotePlace => ({
  caseId: context.folder?.caseId ?? null,
  text: context.text,
  files: context.files,
  pending: context.pending,
});
