import type { Note } from '@portico/core/documents';
import {
  casePagesMachine,
  casePagesView,
  notePanelMachine,
  notePanelPlace,
  notePanelView,
  type CasePagesEvent,
  type CasePagesView,
  type NotePanelEvent,
  type NotePanelInput,
  type NotePanelView,
  type NotePlace,
} from '@portico/core/documents/note-panel';
import type { PageRequest } from '@portico/core/kernel';
import { actorTask } from '../kit/run-actor.ts';
import type { Run, Stage, TaskHost } from '../kit/task-controller.ts';

/** An element that posts to a case. */
export interface NoteHost extends TaskHost {
  /** The case; empty: none. */
  readonly caseId: string;
  /** The service line that files are proposed for; null: the claim as a whole. */
  readonly item: number | null;
  /** Bytes of a file that have arrived. */
  readonly progress: (id: string, received: number) => void;
}

const startAs = (name: string): ((stage: Stage<NotePanelView>) => Run<NotePanelEvent>) =>
  actorTask({
    name,
    machine: notePanelMachine,
    view: notePanelView,
    place: notePanelPlace,
    input: ({ backend, policyFor, outbox, ids, drafts, clock }, stage, place): NotePanelInput => {
      const { caseId, item, progress } = stage.host as NoteHost;
      return {
        documents: backend.documents!,
        policy: async (payerId) => (await policyFor({ payerId })).documents,
        submit: outbox.submit,
        ...{ ids, drafts, clock, progress },
        // Over plain http a browser has no such thing; the backend hashes anyway.
        digest: globalThis.crypto?.subtle ? (bytes) => crypto.subtle.digest('SHA-256', bytes) : null,
        taskId: `${name}:${caseId}`,
        caseId: caseId || null,
        itemSequence: item,
        place: place as NotePlace | undefined,
      };
    },
  });

/** Starts the writing of a note. */
export const startNotePanel: (stage: Stage<NotePanelView>) => Run<NotePanelEvent> = startAs('note-panel');

/** Starts attaching files without a note. */
export const startAttachmentUploader: (stage: Stage<NotePanelView>) => Run<NotePanelEvent> = startAs('attachment-uploader');

/** Starts the reading of the notes of a case. */
export const startNoteThread: (stage: Stage<CasePagesView<Note>>) => Run<CasePagesEvent> = actorTask({
  name: 'note-thread',
  machine: casePagesMachine<Note>(),
  view: casePagesView<Note>,
  input: ({ backend, clock }, { host }) => ({
    ...{ read: (caseId: string, request: PageRequest) => backend.documents!.notes(caseId, request), changes: backend.changes, clock },
    caseId: (host as NoteHost).caseId || null,
  }),
});
