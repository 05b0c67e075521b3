import { assign, emit, fromCallback, fromPromise, not, stateIn, type AnyActorRef, type EventObject, type SnapshotFrom } from 'xstate';
import { isUnderWay, withChange, withDetails, withMove, type FileChanged, type Note, type NoteRefusal } from '../documents/index.ts';
import { callPort, setup, toPortError, type CommandAnswer } from '../kernel/index.ts';
import { following, forget, post, posted, toPost, tried } from './authorization-request-documents.ts';
import { changed, placeOf, withDiagnosis, withExact, withItem, withItemChanged, withReturnedLine } from './authorization-request-form.ts';
import {
  accepted,
  begin,
  begun,
  broughtBack,
  chosen,
  given,
  look,
  open,
  opened,
  put,
  refusedBy,
  removedFile,
  retriedFile,
  returnedFile,
  ruled,
  send,
  startedOver,
  typed,
  unsent,
  withoutAt,
  type Looked,
} from './authorization-request.steps.ts';
import type {
  AuthorizationRequestContext,
  AuthorizationRequestEvent,
  AuthorizationRequestInput,
  RequestAccepted,
  RequestOpening,
  RequestPlace,
  RequestRules,
} from './authorization-request.task.ts';
import type { Authorization } from './authorization.schema.ts';
import type { AuthorizationRefusal } from './authorizations.port.ts';

/** How long typing goes on before it is kept, in milliseconds. */
const PAUSE = 600;

type Context = AuthorizationRequestContext;
type Moved = { readonly type: 'command.moved'; readonly state: 'sending' | 'waiting' };

const contextOf = (actor: AnyActorRef): Context => (actor.getSnapshot() as { readonly context: Context }).context;

const work = { src: 'work', input: ({ self }: { self: AnyActorRef }) => self } as const;

/**
 * A request for an authorization (N15–N20, P2, P5): written, looked through, sent once under one id whatever becomes of the page, and followed by
 * its documents, which have nowhere to go before the payer has answered.
 */
export const authorizationRequestMachine = setup({
  types: {} as {
    context: Context;
    events: AuthorizationRequestEvent | FileChanged | Moved;
    input: AuthorizationRequestInput;
    emitted: RequestAccepted;
  },
  actors: {
    open: fromPromise<RequestOpening, AuthorizationRequestInput>(({ input, signal }) => open(input, signal)),
    rules: fromPromise<RequestRules, Context>(({ input: { ports, rulesOf }, signal }) =>
      callPort(() => ports.rules(rulesOf), { clock: ports.clock, signal }),
    ),
    work: fromCallback<EventObject, AnyActorRef>(({ input, sendBack }) => {
      const { queue, files } = contextOf(input);
      const stop = queue?.listen(sendBack, () => contextOf(input).files);
      queue?.takeUp(files);
      return stop;
    }),
    look: fromPromise<Looked, Context>(({ input, signal }) => look(input, signal)),
    send: fromPromise<CommandAnswer<Authorization, AuthorizationRefusal>, Context>(({ input }) => send(input)),
    watch: fromCallback<EventObject, Context>(({ input: { ports, pending, posting }, sendBack }) =>
      ports.underWay((pending ?? posting)!.commandId, (state) => sendBack({ type: 'command.moved', state })),
    ),
    post: fromPromise<CommandAnswer<Note, NoteRefusal>, Context>(({ input }) => post(input)),
    tidyUp: fromCallback<EventObject, AnyActorRef>(({ input }) => () => {
      // The element is gone: what was typed last is still kept.
      const context = contextOf(input);
      if (context.isDirty && !context.pending) put(context.ports, context).catch(() => undefined);
    }),
    pause: fromPromise<void, AuthorizationRequestInput>(({ input, signal }) => input.clock.after(PAUSE, signal)),
    keep: fromPromise<void, Context>(({ input }) => put(input.ports, input)),
  },
  guards: {
    isOtherPayer: ({ context }) => context.form.payerId !== context.rulesOf,
    hasPayer: ({ context }) => context.rulesOf !== '',
    hasRules: ({ context }) => context.rules !== null,
    isSent: ({ context }) => context.sent !== null,
    mayRepeat: ({ context }) => context.pending !== null && context.ports.mayRepeat,
    isPending: ({ context }) => context.pending !== null,
    isSure: ({ context }) => !context.isUnsure,
    hasRemovedLine: ({ context }) => context.removedLine !== null,
    hasAside: ({ context }) => context.aside !== null,
    isPosting: ({ context }) => context.posting !== null,
    hasNoFiles: ({ context }) => context.files.length === 0,
    isSound: ({ event }) => (event as unknown as { readonly output: Looked }).output.request !== null,
    isStill: ({ context }) => !context.files.some(isUnderWay),
    isUploaded: ({ context: { files } }) => !files.some(isUnderWay) && files.some(({ state }) => state === 'uploaded'),
    isUnkept: ({ context }) => context.isDirty && context.pending === null && context.ports.drafts !== null,
  },
  actions: {
    takeUp: ({ context }) => context.queue?.takeUp(context.files),
    keepNow: ({ context }) => void put(context.ports, context).catch(() => undefined),
    drop: ({ context, event }) => 'id' in event && context.queue?.drop(event.id as string),
    note: assign({ isWaiting: ({ event }) => event.type === 'command.moved' && event.state === 'waiting' }),
    choose: assign(({ context, event }) => (event.type === 'files.chosen' ? chosen(context, event.files) : {})),
    retry: assign(({ context, event }) => (event.type === 'file.retried' ? retriedFile(context, event.id) : {})),
    remove: assign(({ context, event }) => ('id' in event && event.id !== null ? removedFile(context, event.id) : {})),
    forgetFile: ({ context, event }) =>
      event.type === 'file.removed' &&
      forget(
        context,
        context.files.filter(({ id }) => id === event.id),
      ),
    takeLook: assign(({ event }) => (event as unknown as { readonly output: Looked }).output),
    failLook: assign(({ event }) => ({
      ...{ notice: 'rules-failed' as const, code: toPortError((event as unknown as { readonly error: unknown }).error).code },
    })),
    beginNext: assign(({ context }) => begun(context)),
    give: assign(({ context, event }) => (event.type === 'member.given' ? given(context, event) : {})),
    failPosting: assign(({ event }) => ({ ...unsent((event as unknown as { readonly error: unknown }).error), isDirty: true })),
  },
}).createMachine({
  id: 'authorization-request',
  context: ({ input }) => begin(input),
  initial: 'opening',
  on: {
    'file.changed': {
      // What was looked at for the form is of no use once files are on their way.
      guard: ({ context, event }) => context.sent === null || event.changes.state !== 'checked',
      actions: assign(({ context, event }) => ({ files: withChange(context.files, event.id, event.changes) })),
    },
  },
  states: {
    opening: {
      invoke: {
        src: 'open',
        input: ({ context }) => context.ports,
        onDone: { target: 'open', actions: assign(({ context, event }) => opened(context, event.output)) },
        onError: { target: 'failed', actions: assign(({ event }) => ({ code: toPortError(event.error).code })) },
      },
    },
    failed: { on: { 'task.retried': { target: 'opening', actions: assign({ code: null }) } } },
    open: {
      type: 'parallel',
      invoke: { src: 'tidyUp', input: ({ self }) => self },
      states: {
        rules: {
          initial: 'none',
          always: { guard: 'isOtherPayer', target: '.deciding', actions: assign(({ context }) => ({ rulesOf: context.form.payerId })) },
          states: {
            none: {},
            deciding: {
              always: [
                { guard: 'hasPayer', target: 'loading' },
                { target: 'none', actions: assign({ rules: null }) },
              ],
            },
            loading: {
              entry: assign({ rules: null }),
              invoke: {
                src: 'rules',
                input: ({ context }) => context,
                onDone: { target: 'ready', actions: assign(({ context, event }) => ruled(context, event.output)) },
                onError: { target: 'failed', actions: assign(({ event }) => ({ code: toPortError(event.error).code })) },
              },
            },
            ready: { invoke: work },
            failed: { on: { 'task.retried': { target: 'loading', actions: assign({ code: null, notice: null }) } } },
          },
        },
        task: {
          initial: 'deciding',
          states: {
            deciding: {
              always: [
                { guard: 'isSent', target: 'documents' },
                { guard: 'mayRepeat', target: 'submitting' },
                { guard: 'isPending', target: 'unsent', actions: assign({ isUnsure: true, code: 'unavailable' }) },
                { target: 'composing' },
              ],
            },
            composing: {
              on: {
                'member.given': { actions: 'give' },
                'form.changed': { actions: assign(({ context, event }) => typed(context, changed(context.form, event.changes))) },
                'diagnosis.added': { actions: assign(({ context, event }) => typed(context, withDiagnosis(context.form, event))) },
                'diagnosis.changed': { actions: assign(({ context, event }) => typed(context, withExact(context.form, event))) },
                'diagnosis.removed': { actions: assign(({ context, event }) => withoutAt(context, 'diagnoses', event.index)) },
                'item.added': { actions: assign(({ context, event }) => typed(context, withItem(context.form, event))) },
                'item.changed': { actions: assign(({ context, event }) => typed(context, withItemChanged(context.form, event))) },
                'item.removed': {
                  actions: assign(({ context, event }) => withoutAt(context, 'items', placeOf(context.form, event.sequence))),
                },
                'line.returned': {
                  guard: 'hasRemovedLine',
                  actions: assign(({ context }) => ({
                    ...{ ...typed(context, withReturnedLine(context.form, context.removedLine!)), removedLine: null },
                  })),
                },
                'files.chosen': { guard: 'hasRules', actions: ['choose', 'takeUp'] },
                'file.removed': { actions: ['drop', 'remove'] },
                'removal.undone': { actions: [assign(({ context }) => returnedFile(context)), 'takeUp'] },
                'file.cancelled': { actions: ['drop', 'remove'] },
                'file.retried': { guard: 'hasRules', actions: ['retry', 'takeUp'] },
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
                'form.discarded': { actions: assign(({ context }) => startedOver(context)) },
                'discard.undone': { guard: 'hasAside', actions: [assign(({ context }) => broughtBack(context)), 'takeUp'] },
                'review.requested': 'looking',
              },
            },
            looking: {
              entry: assign({ notice: null, removedLine: null }),
              initial: 'waiting',
              on: { 'review.left': 'composing' },
              states: {
                // What the payer's rules choose by themselves is in the form before it is looked at.
                waiting: { always: { guard: not(stateIn('#authorization-request.open.rules.loading')), target: 'asking' } },
                asking: {
                  invoke: {
                    src: 'look',
                    input: ({ context }) => context,
                    onDone: [
                      { guard: 'isSound', target: '#authorization-request.open.task.reviewing', actions: 'takeLook' },
                      { target: '#authorization-request.open.task.composing', actions: 'takeLook' },
                    ],
                    onError: { target: '#authorization-request.open.task.composing', actions: 'failLook' },
                  },
                },
              },
            },
            reviewing: {
              on: {
                'review.left': 'composing',
                'request.sent': 'submitting',
                'member.given': { target: 'composing', actions: 'give' },
              },
            },
            submitting: {
              entry: assign(({ context }) => ({
                pending: context.pending ?? { commandId: context.ports.ids.uuid(), request: context.request! },
                ...{ code: null, isWaiting: false },
              })),
              invoke: [
                { src: 'watch', input: ({ context }) => context },
                {
                  src: 'send',
                  input: ({ context }) => context,
                  onDone: [
                    {
                      guard: ({ event }) => event.output.status === 'accepted',
                      target: 'documents',
                      actions: [
                        assign(({ context, event: { output } }) => (output.status === 'accepted' ? accepted(context, output.value) : {})),
                        emit(({ context }) => ({ type: 'request.accepted' as const, id: context.sent!.id })),
                      ],
                    },
                    {
                      guard: ({ event }) => event.output.status === 'unknown',
                      target: 'unsent',
                      actions: assign({ isUnsure: true, code: 'unavailable' }),
                    },
                    {
                      target: 'composing',
                      actions: assign(({ context, event: { output } }) =>
                        refusedBy(context, output.status === 'refused' ? output.code : 'conflict'),
                      ),
                    },
                  ],
                  onError: { target: 'unsent', actions: assign(({ event }) => unsent(event.error)) },
                },
              ],
              on: { 'command.moved': { actions: 'note' } },
            },
            unsent: {
              on: {
                'send.retried': 'submitting',
                'send.undone': { guard: 'isSure', target: 'composing', actions: assign({ pending: null, code: null, isDirty: true }) },
              },
            },
            documents: {
              initial: 'preparing',
              states: {
                // Nothing can be said of a file before its payer's limits are known.
                preparing: {
                  always: [
                    { guard: 'hasNoFiles', target: 'finished' },
                    { guard: 'hasRules', target: 'following' },
                  ],
                  on: { 'documents.left': 'leaving' },
                },
                following: {
                  entry: [assign(({ context }) => following(context)), 'keepNow'],
                  invoke: work,
                  initial: 'uploading',
                  on: { 'documents.left': 'leaving' },
                  states: {
                    uploading: {
                      always: [
                        // Nobody knows what became of it: asked again before anything else.
                        { guard: 'isPosting', target: 'posting' },
                        { guard: 'hasNoFiles', target: '#authorization-request.open.task.documents.finished' },
                        { guard: 'isUploaded', target: 'posting' },
                        { guard: 'isStill', target: 'incomplete' },
                      ],
                    },
                    posting: {
                      entry: assign(({ context }) => toPost(context)),
                      invoke: {
                        src: 'post',
                        input: ({ context }) => context,
                        onDone: [
                          {
                            guard: ({ event }) => event.output.status === 'accepted',
                            target: 'uploading',
                            actions: [assign(({ context }) => posted(context)), 'keepNow'],
                          },
                          {
                            guard: ({ event }) => event.output.status === 'refused',
                            target: 'incomplete',
                            actions: assign(({ event: { output } }) => ({
                              ...{ documentsNotice: output.status === 'refused' ? output.code : null, posting: null, isDirty: true },
                            })),
                          },
                          { target: 'incomplete', actions: assign({ code: 'unavailable', isUnsure: true }) },
                        ],
                        onError: { target: 'incomplete', actions: 'failPosting' },
                      },
                    },
                    incomplete: {
                      always: { guard: 'hasNoFiles', target: '#authorization-request.open.task.documents.finished' },
                      on: {
                        'documents.retried': { target: 'uploading', actions: [assign(({ context }) => tried(context)), 'takeUp'] },
                        'files.chosen': { target: 'uploading', actions: ['choose', 'takeUp'] },
                        'file.retried': { target: 'uploading', actions: ['retry', 'takeUp'] },
                        'file.removed': { actions: ['forgetFile', 'drop', 'remove'] },
                      },
                    },
                  },
                },
                leaving: {
                  entry: [
                    ({ context }) => forget(context, context.files),
                    assign({ files: [], posting: null, isUnsure: false, code: null }),
                  ],
                  always: 'finished',
                },
                finished: {
                  entry: [assign({ code: null, documentsNotice: null, removedFile: null }), 'keepNow'],
                  on: {
                    'request.begun': { target: '#authorization-request.open.task.composing', actions: 'beginNext' },
                    'member.given': { target: '#authorization-request.open.task.composing', actions: ['beginNext', 'give'] },
                  },
                },
              },
            },
          },
        },
        keeping: {
          initial: 'kept',
          states: {
            kept: { always: { guard: 'isUnkept', target: 'waiting' } },
            waiting: { invoke: { src: 'pause', input: ({ context }) => context.ports, onDone: 'deciding', onError: 'deciding' } },
            // A request that is on its way keeps itself.
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

/** What is left in the page when the task is stopped: form and files, so that an element that comes back has them. */
export const authorizationRequestPlace = ({ context }: SnapshotFrom<typeof authorizationRequestMachine>): RequestPlace => {
  const { ports, form, files, aside, pending, sent, posting, posted } = context;
  return { taskId: ports.taskId, form, files, aside, pending, sent, posting, posted };
};
