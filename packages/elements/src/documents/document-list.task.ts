import type { CaseDocument, DocumentFolder } from '@portico/core/documents';
import { casePagesMachine, casePagesView, type CasePagesEvent, type CasePagesView } from '@portico/core/documents/note-panel';
import type { PageRequest } from '@portico/core/kernel';
import { actorTask } from '../kit/run-actor.ts';
import type { Run, Stage, TaskHost } from '../kit/task-controller.ts';

/** An element that lists documents of a case. */
export interface DocumentListHost extends TaskHost {
  /** The case; empty: none. */
  readonly caseId: string;
  /** The service line whose documents are listed; null: all of the case. */
  readonly item: number | null;
  /** Hears what the lines of the case are called. */
  readonly itemsFound: (items: DocumentFolder['items']) => void;
}

/** Starts the reading of the documents of a case. */
export const startDocumentList: (stage: Stage<CasePagesView<CaseDocument>>) => Run<CasePagesEvent> = actorTask({
  name: 'document-list',
  machine: casePagesMachine<CaseDocument>(),
  view: casePagesView<CaseDocument>,
  input: ({ backend, clock }, stage) => {
    const { caseId, item, itemsFound } = stage.host as DocumentListHost;
    const documents = backend.documents!;
    const read = async (id: string, request: PageRequest): ReturnType<typeof documents.documents> => {
      const [page, folder] = await Promise.all([
        documents.documents(id, item === null ? request : { ...request, itemSequence: item }),
        // Without the names of the lines their numbers stand alone.
        documents.folder(id, request.signal ? { signal: request.signal } : {}).catch(() => null),
      ]);
      itemsFound(folder?.items ?? []);
      return page;
    };
    return { read, changes: backend.changes, clock, caseId: caseId || null };
  },
});
