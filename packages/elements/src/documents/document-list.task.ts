import type { CaseDocument, DocumentFolder, DocumentsPolicy } from '@portico/core/documents';
import { casePagesMachine, casePagesView, type CasePagesEvent, type CasePagesView } from '@portico/core/documents/note-panel';
import type { PageRequest } from '@portico/core/kernel';
import { actorTask } from '../kit/run-actor.ts';
import type { Run, Stage, TaskHost } from '../kit/task-controller.ts';

/** What a list needs to know of its case beside the documents. */
export interface DocumentSurroundings {
  /** The lines, by name; empty where they are not known: their numbers stand alone. */
  readonly items: DocumentFolder['items'];
  /** The words of the payer's policy in their order (N17); null where it is not known: in the order they occur. */
  readonly words: Pick<DocumentsPolicy, 'types' | 'purposes'> | null;
}

/** An element that lists documents of a case. */
export interface DocumentListHost extends TaskHost {
  /** The case; empty: none. */
  readonly caseId: string;
  /** The service line whose documents are listed; null: all of the case. */
  readonly item: number | null;
  readonly surroundingsFound: (found: DocumentSurroundings) => void;
}

/** Starts the reading of the documents of a case. */
export const startDocumentList: (stage: Stage<CasePagesView<CaseDocument>>) => Run<CasePagesEvent> = actorTask({
  name: 'document-list',
  machine: casePagesMachine<CaseDocument>(),
  view: casePagesView<CaseDocument>,
  input: ({ backend, clock, policyFor }, stage) => {
    const { caseId, item, surroundingsFound } = stage.host as DocumentListHost;
    const documents = backend.documents!;
    const around = async (id: string, signal: AbortSignal | undefined): Promise<DocumentSurroundings> => {
      const folder = await documents.folder(id, signal ? { signal } : {}).catch(() => null);
      if (!folder) return { items: [], words: null };
      const policy = await policyFor({ payerId: folder.payerId }).catch(() => null);
      return { items: folder.items, words: policy?.documents ?? null };
    };
    const read = async (id: string, request: PageRequest): ReturnType<typeof documents.documents> => {
      const [page, found] = await Promise.all([
        documents.documents(id, item === null ? request : { ...request, itemSequence: item }),
        around(id, request.signal),
      ]);
      surroundingsFound(found);
      return page;
    };
    return { read, changes: backend.changes, clock, caseId: caseId || null };
  },
});
