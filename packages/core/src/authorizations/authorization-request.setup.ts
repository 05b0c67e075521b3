import { assign, fromCallback, fromPromise, type AnyActorRef, type EventObject } from 'xstate';
import { isUnderWay, type FileChanged, type Note, type NoteRefusal } from '../documents/index.ts';
import { callPort, DRAFT_PAUSE, setup, toPortError, type Instant, type CommandAnswer } from '../kernel/index.ts';
import type { EligibilityAnswer } from '../members/index.ts';
import { forget, post } from './authorization-request-documents.ts';
import { askMember, isMemberDue, isOtherMember, withName } from './authorization-request-member.ts';
import {
  begun,
  chosen,
  given,
  look,
  open,
  put,
  removedFile,
  retriedFile,
  send,
  setAside,
  unsent,
  type Looked,
} from './authorization-request.steps.ts';
import type {
  AuthorizationRequestContext,
  AuthorizationRequestEvent,
  AuthorizationRequestInput,
  RequestAccepted,
  RequestOpening,
  RequestRules,
} from './authorization-request.task.ts';
import type { Authorization } from './authorization.schema.ts';
import type { AuthorizationRefusal } from './authorizations.port.ts';

type Context = AuthorizationRequestContext;
type Moved = { readonly type: 'command.moved'; readonly state: 'sending' | 'waiting' };

const contextOf = (actor: AnyActorRef): Context => (actor.getSnapshot() as { readonly context: Context }).context;

/** Looks at and sends the files, as long as the state that invokes it lasts. */
export const work = { src: 'work', input: ({ self }: { self: AnyActorRef }) => self } as const;

/** What the chart of a request names: what it asks for and waits on, what it decides by, and what it does. */
export const requestSetup = setup({
  types: {} as {
    context: Context;
    events: AuthorizationRequestEvent | FileChanged | Moved;
    input: AuthorizationRequestInput;
    emitted: RequestAccepted;
  },
  actors: {
    open: fromPromise<RequestOpening, Context>(({ input, signal }) => open(input, signal)),
    rules: fromPromise<RequestRules, Context>(({ input: { ports, rulesOf }, signal }) =>
      callPort(() => ports.rules(rulesOf), { clock: ports.clock, signal }),
    ),
    askMember: fromPromise<EligibilityAnswer, Context>(({ input, signal }) => askMember(input, signal)),
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
    pause: fromPromise<void, AuthorizationRequestInput>(({ input, signal }) => input.clock.after(DRAFT_PAUSE, signal)),
    keep: fromPromise<Instant | null, Context>(({ input }) => put(input.ports, input)),
  },
  guards: {
    isOtherPayer: ({ context }) => context.form.payerId !== context.rulesOf,
    hasPayer: ({ context }) => context.rulesOf !== '',
    hasRules: ({ context }) => context.rules !== null,
    isOtherMember: ({ context }) => isOtherMember(context),
    isMemberDue: ({ context }) => isMemberDue(context),
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
    isElsewhere: ({ context }) => context.elsewhere !== null,
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
    takeLook: assign(({ context, event }) => {
      const { output } = event as unknown as { readonly output: Looked };
      return { ...output, request: output.request && withName(context, output.request) };
    }),
    failLook: assign(({ event }) => ({
      ...{ notice: 'rules-failed' as const, code: toPortError((event as unknown as { readonly error: unknown }).error).code },
    })),
    takeOther: assign(({ context }) => setAside(context)),
    beginNext: assign(({ context }) => begun(context)),
    give: assign(({ context, event }) => (event.type === 'member.given' ? given(context, event) : {})),
    failPosting: assign(({ event }) => ({ ...unsent((event as unknown as { readonly error: unknown }).error), isDirty: true })),
  },
});
