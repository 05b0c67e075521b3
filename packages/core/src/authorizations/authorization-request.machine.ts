import { assign, emit, not, raise, stateIn, type SnapshotFrom } from 'xstate';
import { withChange, withDetails, withMove } from '../documents/index.ts';
import { toPortError } from '../kernel/index.ts';
import { following, forget, posted, toPost, tried } from './authorization-request-documents.ts';
import { changed, placeOf, withDiagnosis, withExact, withItem, withItemChanged, withReturnedLine } from './authorization-request-form.ts';
import { answered, asking } from './authorization-request-member.ts';
import { requestSetup, work } from './authorization-request.setup.ts';
import {
  accepted,
  begin,
  broughtBack,
  opened,
  refusedBy,
  respoken,
  returnedFile,
  ruled,
  startedOver,
  typed,
  unsent,
  withoutAt,
} from './authorization-request.steps.ts';
import type { RequestPlace } from './authorization-request.task.ts';

/**
 * A request for an authorization (N15–N20, P2, P5): written, looked through, sent once under one id whatever becomes of the page, and followed by
 * its documents, which have nowhere to go before the payer has answered.
 */
export const authorizationRequestMachine = requestSetup.createMachine({
  id: 'authorization-request',
  context: ({ input }) => begin(input),
  initial: 'opening',
  on: {
    'language.changed': { actions: assign(({ context, event }) => respoken(context, event.before)) },
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
        input: ({ context }) => context,
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
        // Beside the work, which never waits for it: whom the payer does not know, or knows no more, is said before anything is sent (N9, N10).
        member: {
          initial: 'still',
          on: {
            'field.left': { guard: 'isOtherMember', target: '.asking' },
            'member.asked': { guard: 'isMemberDue', target: '.asking' },
          },
          states: {
            still: {},
            asking: {
              entry: assign(({ context }) => asking(context)),
              invoke: {
                src: 'askMember',
                input: ({ context }) => context,
                onDone: { target: 'still', actions: assign(({ context, event }) => answered(context, event.output)) },
                onError: {
                  target: 'still',
                  actions: assign(({ context, event }) => ({ check: { ...context.check!, code: toPortError(event.error).code } })),
                },
              },
            },
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
                'draft.taken': { guard: 'isElsewhere', target: '#authorization-request.opening', actions: 'takeOther' },
                'form.discarded': { actions: assign(({ context }) => startedOver(context)) },
                'discard.undone': { guard: 'hasAside', actions: [assign(({ context }) => broughtBack(context)), 'takeUp'] },
                'review.requested': 'looking',
              },
            },
            looking: {
              entry: [assign({ notice: null, removedLine: null }), raise({ type: 'member.asked' })],
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
                'draft.taken': { guard: 'isElsewhere', target: '#authorization-request.opening', actions: 'takeOther' },
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
                onDone: [
                  {
                    guard: ({ event }) => event.output !== null,
                    target: 'elsewhere',
                    actions: assign(({ event }) => ({ elsewhere: event.output, isKept: true })),
                  },
                  { target: 'kept', actions: assign({ isKept: true }) },
                ],
                onError: { target: 'kept', actions: assign({ isKept: false }) },
              },
            },
            // Another page has written too: neither goes over the other before somebody chose.
            elsewhere: {
              on: {
                'draft.kept': {
                  target: 'saving',
                  actions: [({ context }) => context.seen.add(context.elsewhere!), assign({ elsewhere: null })],
                },
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
  const { ports, form, files, aside, pending, sent, posting, posted, seen } = context;
  return { taskId: ports.taskId, seen, form, files, aside, pending, sent, posting, posted };
};
