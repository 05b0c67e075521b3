// Loaded by the eligibility check, not with the sign-in form.
export { eligibilityCheckMachine } from './eligibility-check.machine.ts';
export type { EligibilityCheckEvent, EligibilityCheckInput, EligibilityForm, LinesError } from './eligibility-check.task.ts';
export { eligibilityCheckView, type EligibilityCheckView } from './eligibility-check.view.ts';
export { eligibilityCheckMessages } from './eligibility-check.messages.ts';
