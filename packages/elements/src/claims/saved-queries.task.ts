import { savedQueriesMachine, savedQueriesView, type SavedQueriesEvent, type SavedQueriesView } from '@portico/core/claims/saved-queries';
import { actorTask } from '../kit/run-actor.ts';
import type { Run, Stage } from '../kit/task-controller.ts';

/** Starts the list of saved queries. */
export const startSavedQueries: (stage: Stage<SavedQueriesView>) => Run<SavedQueriesEvent> = actorTask({
  name: 'saved-queries',
  machine: savedQueriesMachine,
  view: savedQueriesView,
  input: ({ backend, outbox, ids, clock }) => {
    const { savedQueries, saveQuery, removeQuery } = backend.claims!;
    return {
      claims: { savedQueries: savedQueries!, saveQuery: saveQuery!, removeQuery: removeQuery! },
      ...{ submit: outbox.submit, ids, clock },
    };
  },
});
