// What a check came to, loaded with its task: the form is there before.
export { answerParts } from './eligibility-answer.parts.ts';
export { linesParts } from './eligibility-lines.parts.ts';
