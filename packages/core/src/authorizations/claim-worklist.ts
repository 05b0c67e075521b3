// Loaded with the worklist.
export { claimWorklistMachine } from './claim-worklist.machine.ts';
export type { ClaimWorklistEvent, ClaimWorklistInput } from './claim-worklist.task.ts';
export { claimWorklistPlace, claimWorklistView, type ClaimWorklistView } from './claim-worklist.view.ts';
export { claimWorklistMessages } from './claim-worklist.messages.ts';
export { dueMark, type DueMark } from './claim-worklist.rules.ts';
export { MOST_ROWS } from './claim-worklist.steps.ts';
