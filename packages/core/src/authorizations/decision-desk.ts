export { decisionDeskMachine } from './decision-desk.machine.ts';
export type { DecisionDeskDone, DecisionDeskEvent, DecisionDeskInput, DeskRecord } from './decision-desk.task.ts';
export { grantedOf } from './authorization-detail.rules.ts';
export { decisionDeskView, type DecisionDeskView } from './decision-desk.view.ts';
export { decisionDeskMessages } from './decision-desk.messages.ts';
export { decisionDeskRecordMessages } from './decision-desk-record.messages.ts';
export { deskOutcomes, markOf, type DeskError } from './decision-desk.rules.ts';
export type { DeskForm, DeskItem, DeskOutcome } from './decision-desk.schema.ts';
