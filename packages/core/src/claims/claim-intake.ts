// Loaded where files are opened.
export { casesFirst } from './claim-intake.steps.ts';
export { claimIntakeMachine, type ClaimIntakeEmitted } from './claim-intake.machine.ts';
export type {
  ClaimIntakeEvent,
  ClaimIntakeInput,
  FileAnswers,
  FileReader,
  FileReading,
  IntakeFile,
  ReadingLine,
} from './claim-intake.task.ts';
export { claimIntakeView, groupedLines, intakeSum, type ClaimIntakeView, type IntakeSum, type LineGroup } from './claim-intake.view.ts';
export { claimIntakeMessages } from './claim-intake.messages.ts';
export { claimIntakeLinesMessages } from './claim-intake-lines.messages.ts';
