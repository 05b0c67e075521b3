// Loaded when somebody opens the saved queries.
export { savedQueriesMachine, type SavedQueriesEvent, type SavedQueriesInput } from './saved-queries.machine.ts';
export { savedQueriesView, type SavedQueriesView } from './saved-queries.view.ts';
export { formOf } from './saved-queries.rules.ts';
