import type { Note } from '@portico/core/documents';
import {
  notePanelMachine,
  notePanelPlace,
  notePanelView,
  type NotePanelEvent,
  type NotePanelInput,
  type NotePanelView,
  type NotePlace,
} from '@portico/core/documents/note-panel';
import { bindAnswer, type DetailRefusal } from '@portico/core/authorizations/authorization-detail';
import type { SubmitCommand } from '@portico/core/kernel';
import { actorTask } from '../kit/run-actor.ts';
import type { Run, Stage } from '../kit/task-controller.ts';

/** A question of the payer that is answered. */
export interface AnsweredQuestion {
  /** The record, which is the case that the note is posted to. */
  readonly id: string;
  readonly requestId: string;
  /** Whether nothing more will come, as it is at the moment of posting. */
  readonly isLast: () => boolean;
  /** What became of the binding: null where the note answers the question. */
  readonly bound: (refusal: DetailRefusal | null) => void;
  /** Bytes of a file that have arrived. */
  readonly progress: (id: string, received: number) => void;
}

/** Starts the writing of an answer: a note like any other, which counts as posted when it is bound to its question (P3). */
export const startInformationAnswer =
  ({ id, requestId, isLast, bound, progress }: AnsweredQuestion): ((stage: Stage<NotePanelView>) => Run<NotePanelEvent>) =>
  (stage) =>
    actorTask({
      name: `information-answer:${requestId}`,
      machine: notePanelMachine,
      view: notePanelView,
      place: notePanelPlace,
      input: ({ backend, policyFor, outbox, ids, drafts, clock }, _stage, place): NotePanelInput => {
        const { get, answerInformation } = backend.authorizations!;
        const authorizations = { get, answerInformation: answerInformation! };
        // The draft of the note goes only when both are done: a reload between them ends what was begun.
        const submit: SubmitCommand = async (run, options) => {
          const answer = await outbox.submit(run, options);
          if (answer.status !== 'accepted') return answer;
          const { id: noteId } = answer.value as unknown as Note;
          bound(await bindAnswer({ authorizations, submit: outbox.submit, clock }, id, { requestId, noteId, isLast: isLast() }));
          return answer;
        };
        return {
          ...{ documents: backend.documents!, policy: async (payerId) => (await policyFor({ payerId })).documents },
          ...{ submit, ids, drafts, clock, progress },
          digest: globalThis.crypto?.subtle ? (bytes) => crypto.subtle.digest('SHA-256', bytes) : null,
          taskId: `information-answer:${requestId}`,
          ...{ caseId: id, itemSequence: null, place: place as NotePlace | undefined },
        };
      },
    })(stage);
