// Loaded when somebody looks at what payers ask for.
export { infoRequestInboxMachine, type InfoRequestInboxEvent, type InfoRequestInboxInput } from './info-request-inbox.machine.ts';
export { infoRequestInboxView, isLate, type InfoRequestInboxView } from './info-request-inbox.view.ts';
export { infoRequestInboxMessages } from './info-request-inbox.messages.ts';
